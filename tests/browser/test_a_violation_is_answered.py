"""A violation is reported and its answer approved: three screens for the agent, few keystrokes."""

from dataclasses import dataclass

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.looking import PHONE, WIDE
from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

HOME = Visit("home", "olivia", "a")
SUPERVISORS_HOME = Visit("home", "sam", "a")
MOST_SCREENS = 3
# The words of the time and of the reason; everything else is chosen.
MOST_KEYSTROKES = 40


@dataclass
class Effort:
    """What the job costs the one who does it."""

    page: Page
    screens: int = 1
    keystrokes: int = 0
    taps: int = 0

    def type(self, field: str, words: str) -> None:
        """Type words into a field, a key at a time."""
        self.page.locator(field).press_sequentially(words)
        self.keystrokes += len(words)

    def choose(self, field: str, value: str) -> None:
        """Choose from a list: one tap to open it, one on the choice."""
        self.page.locator(field).select_option(value)
        self.taps += 2

    def tap(self, name: str) -> None:
        """Press a button that leads to the next screen."""
        with self.page.expect_navigation(wait_until="load"):
            self.page.get_by_role("button", name=name, exact=True).click()
        self.screens += 1
        self.taps += 1


def report_and_answer(site: Site, page: Page, reason: str) -> Effort:
    """Report a missed curfew and answer it with more than the grid presumes."""
    person = site.record.person.pk
    page.goto(site.url + reverse("supervision:violation-report", args=[person]))
    job = Effort(page)
    job.choose("#id_code", "V207")
    job.type("#id_occurred_at", "yesterday 11 pm")
    job.tap("Record and answer it")
    expect(page.locator("main")).to_contain_text("The grid presumes")
    page.locator("summary", has_text="other than the grid").click()
    page.locator("#id_kind").select_option(label="Electronic monitoring or GPS")
    job.taps += 3
    job.choose("#id_deviation_reason", "pattern")
    job.type("#id_explanation", reason)
    job.tap("Answer")
    expect(page.locator("main")).to_contain_text("waits for a supervisor's approval")
    return job


def approve(site: Site, reason: str) -> None:
    """The supervisor finds the answer in the queue and approves it."""
    with site.opened(SUPERVISORS_HOME, WIDE) as page:
        page.get_by_role("link", name="Violations that wait for a decision").click()
        page.locator("li", has_text=reason).get_by_role("link").click()
        page.get_by_role("button", name="Approve", exact=True).click()
        expect(page.locator("main")).to_contain_text("recorded")
        expect(page.locator("li", has_text=reason)).to_have_count(0)


@pytest.mark.parametrize(("width", "reason"), [(WIDE, "Third this month"), (PHONE, "Fourth time")])
def test_an_agent_reports_a_violation_and_gets_its_answer_approved_on_three_screens(
    site: Site, width: int, reason: str
) -> None:
    with site.opened(HOME, width) as page:
        job = report_and_answer(site, page, reason)
        answer = page.url
        approve(site, reason)
        page.goto(answer)
        expect(page.locator("main")).to_contain_text("Approved, in force")
    assert job.screens <= MOST_SCREENS
    assert job.keystrokes <= MOST_KEYSTROKES
