"""Daily jobs of an agent, each in three screens at most; screens and keystrokes are counted."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone
from playwright.sync_api import Page, expect

from ots.access.models import CodeApp, User
from ots.access.signing_in import codes
from supervision.choices.contact import Place
from supervision.models import Appointment, Contact
from supervision.services.contact_codes import create_missing_contact_codes
from tests.browser.conftest import PHONE, WIDE, Site
from tests.browser.outside import outside
from tests.browser.visit import Visit
from tests.factories import supervision_contact as made
from tests.factories.signing_in import signed_in_client
from tests.factories.staff import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

MOST_SCREENS = 3
MOST_KEYSTROKES = 60
NOBODY = Visit("access:sign-in", "nobody", "button")
HOME = Visit("home", "olivia", ".ots-main a")


@dataclass
class Work:
    """A page on which every screen and every keystroke is counted."""

    page: Page
    screens: int = 0
    keystrokes: int = 0

    def __post_init__(self) -> None:
        """Count each screen that is loaded."""
        self.page.on("load", self._loaded)

    def _loaded(self, _page: Page) -> None:
        self.screens += 1

    def types(self, label: str, text: str) -> None:
        """Type into a field, key by key."""
        field = self.page.get_by_label(label, exact=False).first
        field.fill("")
        field.press_sequentially(text)
        self.keystrokes += len(text)

    def presses(self, name: str) -> None:
        """Press a button or follow a link; a press counts as a keystroke."""
        wanted = self.page.get_by_role("button", name=name, exact=True)
        wanted.click()
        self.keystrokes += 1

    def follows(self, selector: str) -> None:
        """Follow the link; the press counts as a keystroke."""
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state("load")
        self.keystrokes += 1


@pytest.fixture
def visit_today(site) -> Iterator[Appointment]:
    """A home visit of an hour ago that waits for its outcome."""

    def plan() -> Appointment:
        create_missing_contact_codes()
        at = timezone.now() - timedelta(hours=1)
        return made.appointment(site.record.person, starts_at=at, place=Place.HOME)

    yield outside(plan)


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_a_visit_is_recorded_and_the_next_one_set_in_three_screens(site, visit_today, width):
    with site.page_of(HOME, width) as page:
        work = Work(page)
        page.goto(site.address(HOME), wait_until="load")
        work.follows(f"a[href*='record/?appointment={visit_today.pk}']")
        work.types("Note", "Sober, at work")
        work.types("Next appointment", "in 2 weeks 2 pm")
        work.presses("Record")
        expect(page.get_by_text("Next appointment:").first).to_be_visible()
    contact = outside(lambda: Contact.objects.get(appointment=visit_today))
    planned = outside(lambda: Appointment.objects.filter(person=contact.person).latest("pk"))
    assert (contact.note, planned.place) == ("Sober, at work", Place.HOME)
    assert work.screens <= MOST_SCREENS
    assert work.keystrokes <= MOST_KEYSTROKES


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_a_missed_appointment_is_logged_in_three_screens(site, visit_today, width):
    with site.page_of(HOME, width) as page:
        work = Work(page)
        page.goto(site.address(HOME), wait_until="load")
        work.follows(f"a[href*='missed/?appointment={visit_today.pk}']")
        page.get_by_label("What became of it").select_option("UAAB")
        page.get_by_label("What stood in the way").select_option("TRANSPORT")
        work.types("Next appointment", "in 3 days 9 am")
        work.presses("Record")
        expect(page.get_by_text("A missed appointment is a violation only if")).to_be_visible()
    contact = outside(lambda: Contact.objects.get(appointment=visit_today))
    assert contact.barrier_id == "TRANSPORT"
    assert work.screens <= MOST_SCREENS
    assert work.keystrokes <= MOST_KEYSTROKES


def test_what_was_typed_comes_back_after_the_session_is_killed(site, visit_today):
    with site.page_of(HOME, PHONE) as page:
        page.goto(site.address(HOME), wait_until="load")
        page.locator(f"a[href*='record/?appointment={visit_today.pk}']").first.click()
        page.get_by_label("Note").press_sequentially("Half a long note")
        page.get_by_text("Came but did not comply").click()
        expect(page.get_by_text("Draft kept")).to_be_visible()
        address = page.url
        address, olivia = page.url, site.record.cast["olivia"]
        secret = codes.new_secret()
        outside(lambda: _kill_session(site, olivia, secret))
    with site.page_of(NOBODY, PHONE) as page:
        page.goto(address, wait_until="load")
        page.get_by_label("User name").fill(olivia.username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Accept and sign in").click()
        page.get_by_label("Code from your app").fill(codes.code_now(secret))
        page.get_by_role("button", name="Sign in", exact=True).click()
        expect(page.get_by_label("Note")).to_have_value("Half a long note")
        expect(page.get_by_role("radio", name="Came but did not comply")).to_be_checked()
        expect(page.get_by_text("What you had typed is back")).to_be_visible()


def _kill_session(site: Site, olivia: User, secret: str) -> None:
    """Take the session away from under the page, and let her sign in with a code of an app."""
    Session.objects.filter(session_key=site.sessions["olivia"]["value"]).delete()
    codes.add_app(olivia, name="phone", secret=secret, code=codes.code_now(secret))
    # The same half minute's code counts again.
    CodeApp.objects.filter(user=olivia).update(last_step=-1)
    # The tests after this one go on in a session of her own.
    client = signed_in_client(olivia)
    site.sessions["olivia"]["value"] = client.cookies[site.sessions["olivia"]["name"]].value
    for window in [key for key in site.windows if key[0] == "olivia"]:
        site.windows.pop(window)


def test_a_time_is_read_back_while_it_is_typed(site, visit_today):
    with site.page_of(HOME, PHONE) as page:
        page.goto(site.address(HOME), wait_until="load")
        page.locator(f"a[href*='record/?appointment={visit_today.pk}']").first.click()
        page.get_by_label("Next appointment").press_sequentially("in 2 weeks 2 pm")
        expect(page.locator(".ots-next .ots-echo")).to_contain_text("2:00 pm")
