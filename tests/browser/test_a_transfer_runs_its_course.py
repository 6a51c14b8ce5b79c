"""An agent new to the compact sends a transfer; it is accepted, broken off, retaken and closed.

Everybody works from his own worklist; whatever is owed on a worklist or on the case's page, by whom
and until when, is compared with a ledger and a calendar of the test's own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import pytest
from django.urls import reverse
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import WIDE, Site
from tests.browser.ledger import (
    RECEIVING,
    SENDING,
    Ledger,
    day_in,
    eastern_today,
    in_business_days,
    in_days,
    written,
)
from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

NEEDED = "needed before it is sent"
IF_SO = "tick it if it is so"
PATIENCE = 10_000
DOCUMENT = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"  # noqa: E501


SIDES = {"olivia": SENDING, "carlos": SENDING, "oprah": RECEIVING, "otto": RECEIVING}


@dataclass
class Desk:
    """One of those who work on the case, at his own window."""

    page: Page
    person: int
    files: Path
    case: str
    side: str
    ledger: Ledger

    def finds(self, title: str) -> None:
        """Come from the own worklist, as somebody does who was told nothing else."""
        self.page.goto(self.case.split("/people/")[0] + reverse("interstate:worklist"))
        of_case = f"main table tbody tr:has(a[href^='/people/{self.person}/compact/'])"
        owed = {what: day_in(due) for due, what, *_ in cells_of(self.page.locator(of_case))}
        assert owed == self.ledger.open_days(self.side)
        theirs = self.page.locator(f"main a[href^='/people/{self.person}/compact/']")
        link = theirs.filter(has_text=title).first
        expect(link).to_be_visible()
        link.click()

    def opens_the_case(self) -> None:
        self.page.goto(self.case)

    def begins(self, title: str) -> None:
        """Begin what may be done now; what is owed stands open, the rest is unfolded."""
        self.opens_the_case()
        unfold(self.page)
        self.page.locator("main").get_by_role("button", name=title, exact=True).first.click()

    def writes(self, **chosen: str) -> None:
        """Fill what is needed, save, and go on until nothing is missing."""
        for _ in range(4):
            for name, value in chosen.items():
                asked = self.page.locator(f"#id_{name}")
                if asked.count():
                    self.answers(asked, value)
            for group in self.page.locator("form.ots-form .usa-form-group").all():
                if NEEDED in group.inner_text():
                    self.answers(group.locator("input, select, textarea").first, "")
            self.page.get_by_role("button", name="Save", exact=True).click()
            expect(self.page.locator("main")).not_to_contain_text("There is a problem")
            if not self.page.get_by_text("Before it can be sent:").count():
                return
        raise AssertionError(self.page.locator(".usa-alert").all_inner_texts())

    def presses(self, name: str) -> None:
        """Press a button that moves the activity on, and see that it was taken."""
        self.page.get_by_role("button", name=name, exact=True).click()
        expect(self.page.locator(".usa-alert--error")).to_have_count(0)
        expect(self.page.locator(".usa-alert--success").first).to_be_visible()

    def answers(self, asked: Locator, value: str) -> None:
        """Answer one field: as told, or with anything that will do."""
        kind = asked.evaluate("each => each.type")
        if kind == "file":
            name = "picture.png" if "photograph" in (asked.get_attribute("name") or "") else "a.pdf"
            asked.set_input_files(self.files / name)
        elif kind == "checkbox":
            tick(self.page, str(asked.get_attribute("id")))
        elif kind == "select-one":
            asked.select_option(value) if value else self._choose_first(asked)
        elif value or not asked.input_value():
            today = eastern_today().isoformat()
            asked.fill(value or {"date": today, "number": "1"}.get(kind, "As told by telephone"))

    @staticmethod
    def _choose_first(asked: Locator) -> None:
        if not asked.input_value():
            asked.select_option(index=1)


def cells_of(rows: Locator) -> list[list[str]]:
    """Return what stands in the cells of a table's rows."""
    return rows.evaluate_all("rows => rows.map(row => [...row.cells].map(c => c.innerText.trim()))")


def tick(page: Page, box: str) -> None:
    """Tick a box by its label, as one does: the box itself is drawn by it."""
    if not page.locator(f"#{box}").is_checked():
        page.locator(f"label[for={box}]").click()


def unfold(page: Page) -> None:
    """Unfold what stands folded on the page."""
    folded = page.locator("main details:not([open]) > summary")
    while folded.count():
        folded.first.click()


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A document and a picture to attach."""
    (tmp_path / "a.pdf").write_bytes(DOCUMENT)
    drawn = BytesIO()
    Image.new("RGB", (60, 80), "gray").save(drawn, "PNG")
    (tmp_path / "picture.png").write_bytes(drawn.getvalue())
    return tmp_path


@dataclass
class Story:
    """The case as each of the four sees it."""

    site: Site
    files: Path
    case: str = ""
    ledger: Ledger = field(default_factory=Ledger)

    @contextmanager
    def at_the_desk_of(self, who: str) -> Iterator[Desk]:
        person = int(str(self.site.record.values()["mover"]))
        with self.site.page_of(Visit("home", who, "a"), WIDE, scripts=False) as page:
            page.set_default_timeout(PATIENCE)
            yield Desk(page, person, self.files, self.case, SIDES[who], self.ledger)

    def sends(self, author: str, office: str, title: str, **chosen: str) -> None:
        """Write, submit, and let the own office send it to the other state."""
        with self.at_the_desk_of(author) as desk:
            desk.begins(title)
            desk.writes(**chosen)
            desk.presses("Submit for review")
        with self.at_the_desk_of(office) as desk:
            desk.finds(title)
            desk.presses("Send to the other state")

    def tells(self, author: str, title: str, **chosen: str) -> None:
        """Write a notice that goes to the other state at once."""
        with self.at_the_desk_of(author) as desk:
            desk.begins(title)
            desk.writes(**chosen)
            desk.presses("Send to the other state now")

    def gives(self, office: str, agent: str, title: str) -> None:
        """The office of the other state gives what came to one of its agents."""
        with self.at_the_desk_of(office) as desk:
            desk.finds(title)
            posts = desk.page.locator("#to-assign option").all_inner_texts()
            named = next(each for each in posts if agent in each)
            desk.page.locator("#to-assign").select_option(label=named.strip())
            desk.presses("Assign")

    def records(self, office: str, title: str) -> None:
        """A compact office records what happened and is not sent."""
        with self.at_the_desk_of(office) as desk:
            desk.opens_the_case()
            unfold(desk.page)
            desk.page.locator("main").get_by_role("link", name=title, exact=True).first.click()
            for group in desk.page.locator("form.ots-form .usa-form-group").all():
                is_box = group.locator("input[type=checkbox]").count()
                words = group.inner_text()
                if IF_SO in words or not (is_box or "(optional)" in words):
                    desk.answers(group.locator("input, select, textarea").first, "")
            desk.presses("Record")

    def stands(self, *words: str) -> None:
        """Everybody sees the state of the case, and all that is owed with its day."""
        told = [
            (title, each.by, written(each.due_on), each.stands)
            for title, each in self.ledger.items()
        ]
        for who in ("olivia", "oprah"):
            with self.at_the_desk_of(who) as desk:
                desk.opens_the_case()
                for each in words:
                    expect(desk.page.locator("main .ots-lead").first).to_contain_text(each)
                rows = cells_of(desk.page.locator("[aria-labelledby=owed] tbody tr"))
                shown = [(what, by, due, stands) for due, what, by, stands, _ in rows]
                assert sorted(shown) == sorted(told)
                asked = desk.page.locator("[aria-labelledby=due] li").all_inner_texts()
                assert {day_in(each) for each in asked} <= set(
                    self.ledger.open_days(desk.side).values()
                )


@pytest.fixture
def story(site: Site, files: Path) -> Story:
    return Story(site, files)


def open_a_case(story: Story) -> None:
    with story.at_the_desk_of("olivia") as desk:
        page = desk.page
        page.goto(story.site.url + reverse("offenders:person", args=[desk.person]))
        page.get_by_role("link", name="Compact", exact=True).last.click()
        page.get_by_role("link", name="Open a case").click()
        page.locator("#id_receiving").select_option(label=_ohio(page))
        page.locator("#id_supervision").select_option("parole")
        page.locator("#id_supervision_ends_on").fill("2031-05-01")
        page.get_by_role("button", name="Open the case").click()
        expect(page.locator("main")).to_contain_text("write the request next")
        story.case = page.url


def _ohio(page: Page) -> str:
    choices = page.locator("#id_receiving option").all_inner_texts()
    return next(each for each in choices if "Ohio" in each)


def test_a_transfer_runs_from_request_to_closure(story: Story) -> None:
    ledger = story.ledger
    open_a_case(story)
    story.sends("olivia", "carlos", "Transfer request", reason="resident")
    ledger.owes(RECEIVING, reply=in_days(45))
    story.stands("Transfer requested")
    story.gives("otto", "Oprah", "Transfer request")
    story.sends("oprah", "otto", "Reply to the transfer request", decision="accept")
    ledger.is_met("reply")
    ledger.owes(SENDING, departure=in_days(120))
    story.stands("Transfer accepted")
    story.tells("olivia", "Notice of departure")
    ledger.is_met("departure")
    ledger.owes(RECEIVING, reporting=in_business_days(5))
    story.stands("Departed")
    story.tells("oprah", "Notice of arrival")
    ledger.is_met("reporting")
    story.stands("Supervised in the receiving state", "Ohio supervises")
    story.sends(
        "oprah", "otto", "Violation report requiring retaking", type="behavior_requiring_retaking"
    )
    ledger.owes(SENDING, response=in_business_days(10), warrant=in_business_days(15))
    story.stands("Retaking requested")
    story.sends("olivia", "carlos", "Response to the violation report", action="warrant")
    ledger.is_met("response")
    story.stands("Being retaken")
    story.records("carlos", "Warrant issued")
    ledger.is_met("warrant")
    story.records("otto", "In custody on the warrant")
    ledger.owes(SENDING, retaking=in_days(30))
    story.stands("Being retaken")
    story.sends("oprah", "otto", "Notice of case closure", reason="retaken")
    ledger.is_met("retaking")
    ledger.owes(SENDING, closure=in_business_days(10))
    story.stands("Closure noticed")
    story.sends("olivia", "carlos", "Reply to the notice of case closure", decision="agree")
    ledger.is_met("closure")
    story.stands("Closed")
