"""An agent opens a record in an emergency; the security officer reads the reason and judges."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests import factories
from tests.browser.looking import WIDE
from tests.browser.outside import outside
from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

REASON = "Her sister says he is at her door"
OPEN = Visit("offenders:emergency-open", "oscar", "button")
REVIEWS = Visit("offenders:emergency-reviews", "seth", "a")


def test_a_record_is_opened_with_a_reason_and_the_opening_is_judged(site):
    person = outside(lambda: factories.person("Robin", last_name="Reacher"))
    address = site.url + reverse("offenders:person", args=[person.pk])
    with site.page_of(OPEN, WIDE) as page:
        page.goto(address)
        expect(page.locator("h1")).to_have_text("We can't find that page")
        page.get_by_role("link", name="Open a record in an emergency").click()
        page.get_by_label("Why it cannot wait").fill(REASON)
        page.get_by_role("button", name="Open the record").click()
        expect(page.locator(".usa-alert--emergency")).to_contain_text(REASON)
        page.get_by_role("link", name="Timeline").first.click()
        expect(page.locator(".usa-alert--emergency")).to_contain_text(REASON)
    with site.opened(REVIEWS, WIDE) as page:
        page.locator("article", has_text=REASON).get_by_role("link", name="Judge").click()
        page.get_by_text("Justified", exact=True).click()
        page.get_by_label("Note").fill("The call is on record.")
        page.get_by_role("button", name="Record the judgment").click()
        expect(page.locator("#waiting ~ article", has_text=REASON)).to_have_count(0)
        expect(page.get_by_text("The call is on record.")).to_be_visible()
