"""The whole way of a clerk: a judgment of three counts, its dates, its amendment, two clerks."""

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.looking import WIDE
from tests.browser.test_a_sentence_is_entered import NEW_PERSON, record_a_person
from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

HOME = Visit("home", "tess", "a")
FIREARM = {"offense": "750.227b", "maximum_years": "2"}
ROBBERY = {
    "offense": "750.529",
    "minimum_years": "12",
    "maximum_years": "30",
    "consecutive_authority": "750.227b",
}
ASSAULT = {"offense": "750.84", "minimum_years": "5", "maximum_years": "10"}
DAYS = {"offense_date": "2024-02-10", "sentenced_on": "2025-01-15", "jail_credit_days": "0"}
NEW_CASE = {"docket_number": "24-777888-FC"}


def send(page: Page, fields: dict[str, str]) -> None:
    for name, value in fields.items():
        page.locator(f"#id_{name}").fill(value)
    page.locator("main form button[type=submit]").last.click()


def enter_the_judgment(page: Page) -> None:
    """Felony-firearm, the robbery that follows it, and a concurrent assault, in one case."""
    page.get_by_role("link", name="Enter a sentence").click()
    page.locator("#id_court").select_option(index=1)
    page.locator("#id_kind").select_option("flat")
    send(page, FIREARM | DAYS | NEW_CASE)
    expect(page.locator("main")).to_contain_text("Sentence A is recorded")
    another_count(page)
    page.locator("label[for=id_follows_0]").click()
    send(page, ROBBERY | DAYS)
    expect(page.locator("main")).to_contain_text("Sentence B is recorded")
    another_count(page)
    send(page, ASSAULT | DAYS)
    expect(page.locator("main")).to_contain_text("Sentence C is recorded")


def another_count(page: Page) -> None:
    page.get_by_role("link", name="Cases and sentences").first.click()
    page.get_by_role("link", name="Enter a sentence").first.click()
    page.locator("#id_case").select_option(index=1)


def open_dates(page: Page) -> None:
    page.get_by_role("link", name="Dates", exact=True).click()
    expect(page.locator("h1")).to_have_text("Dates")


def amend_the_robbery(page: Page) -> None:
    """The court takes two years off the minimum."""
    page.get_by_role("link", name="Cases and sentences").first.click()
    page.get_by_role("link", name="Sentence B").first.click()
    page.get_by_role("link", name="Amend").first.click()
    send(
        page,
        {"minimum_years": "10", "entered_on": "2025-06-02", "reason": "The court corrected it"},
    )
    expect(page.locator("main")).to_contain_text("Sentence B")


def test_a_clerk_enters_follows_certifies_amends_and_a_second_clerk_confirms(site: Site) -> None:
    with site.opened(NEW_PERSON, WIDE, scripts=False) as page:
        record_a_person(page, "Zirngiebl", first_name="Xaver", born="1984-07-19")
        enter_the_judgment(page)
        open_dates(page)
        release = page.locator(".ots-boxes li").first
        expect(release).to_contain_text("Jan 15, 2039")
        release.get_by_role("link", name="Why").click()
        expect(page.locator("main")).to_contain_text("750.227b")
        open_dates(page)
        page.get_by_role("link", name="Certify dates").click()
        page.get_by_role("button", name="Certify these dates").click()
        expect(page.locator(".ots-boxes li").first).to_contain_text("Official")
        amend_the_robbery(page)
        open_dates(page)
        expect(page.locator("main")).to_contain_text("12 years → 10 years")
        expect(page.locator("main")).to_contain_text("amended a sentence")
        expect(page.locator(".ots-boxes li").first).to_contain_text("Official: Jan 15, 2039")
        page.get_by_role("link", name="Certify dates").click()
        expect(page.locator("main")).to_contain_text("a date moves earlier")
        page.get_by_role("button", name="Certify these dates").click()
        expect(page.locator("main")).to_contain_text("another clerk must look at it")
        dates = page.url
    confirm(site, dates)


def confirm(site: Site, dates: str) -> None:
    """The second clerk finds the person on her worklist and confirms."""
    with site.opened(HOME, WIDE, scripts=False) as page:
        page.goto(f"{site.url}{reverse('timecomp:certification')}?list=second")
        page.get_by_role("link", name="Zirngiebl").click()
        page.get_by_role("button", name="Confirm as second clerk").click()
        expect(page).to_have_url(dates)
        expect(page.locator(".ots-boxes li").first).to_contain_text("Jan 15, 2037")
        expect(page.locator(".ots-boxes li").first).to_contain_text("Official")
        expect(page.locator("main")).to_contain_text("The computed dates are the same")
