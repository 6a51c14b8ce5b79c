"""What people do from page to page, without scripts where that can be."""

import re

import pytest
from playwright.sync_api import expect

from ots.access.models import CodeApp, User
from ots.access.signing_in import codes
from tests import factories
from tests.browser.looking import PHONE, WIDE
from tests.browser.outside import outside
from tests.browser.visit import Visit
from tests.factories.staff import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

SIGN_IN = Visit("access:sign-in", "nobody", "button")
HOME = Visit("home", "olivia", ".ots-main a")


def test_signing_in_and_out_needs_no_scripts(site):
    secret = codes.new_secret()
    agent = outside(lambda: _agent_with_app(secret))
    with site.opened(SIGN_IN, PHONE, scripts=False) as page:
        page.get_by_label("User name").fill(agent.username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Accept and sign in").click()
        page.get_by_label("Code from your app").fill(codes.code_now(secret))
        page.get_by_role("button", name="Sign in", exact=True).click()
        expect(page.locator("h1")).to_contain_text("Quinn")
        page.get_by_role("button", name="Sign out").click()
        expect(page.locator("h1")).to_have_text("Sign in")


def _agent_with_app(secret: str) -> User:
    agent = factories.user("Quinn", role="Parole agent")
    codes.add_app(agent, name="phone", secret=secret, code=codes.code_now(secret))
    # The same half minute's code counts again.
    CodeApp.objects.filter(user=agent).update(last_step=-1)
    return agent


def test_a_wrong_password_is_told_beside_the_form(site):
    with site.opened(SIGN_IN, WIDE) as page:
        page.get_by_label("User name").fill("olivia")
        page.get_by_label("Password").fill("wrong")
        page.get_by_role("button", name="Accept and sign in").click()
        expect(page.locator(".usa-alert--error")).to_contain_text("do not match")


def test_the_skip_link_jumps_over_the_menu(site):
    with site.opened(HOME, WIDE) as page:
        page.keyboard.press("Tab")
        expect(page.get_by_text("Skip to main content")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()


def test_quick_search_finds_a_person_from_every_page(site):
    with site.opened(HOME, PHONE, scripts=False) as page:
        page.get_by_label(re.compile("Find a person")).first.fill("Featherstone")
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_contain_text("Featherstone-Cholmondeley")


def test_a_page_outside_reach_says_so_in_plain_words(site):
    with site.opened(Visit("home", "oscar", "a"), WIDE) as page:
        page.goto(f"{site.url}/people/{site.record.person.pk}/assign/")
        expect(page.locator("h1")).to_have_text("Your role does not include this page")
