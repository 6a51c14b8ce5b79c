"""The steps of signing in that are reached only on the way: scanned and looked at like any page."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from ots.access.models import SignInSession, User
from tests.browser.looking import PHONE, WIDE, picture, set_width, sticks_out, violations
from tests.browser.outside import outside
from tests.factories.signing_in import user_of_no_record
from tests.factories.staff import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db]


@pytest.fixture
def window(site):
    opened = site.new_window(WIDE)
    yield opened.new_page()
    opened.close()


def begin(window, site, user):
    window.goto(site.url + "/sign-in/")
    window.get_by_label("User name").fill(user.username)
    window.get_by_label("Password").fill(PASSWORD)
    window.get_by_role("button", name="Accept and sign in").click()


def looked_at(window, name):
    """Take its picture and scan it, wide and on a phone; return what is to complain of."""
    found = []
    for width in (WIDE, PHONE):
        set_width(window, width)
        picture(window, f"{name}-{width}")
        found += sticks_out(window, width)
    return found + violations(window)


def with_an_app(user):
    """Give the user an app, so that its code is asked for."""
    user.code_apps.create(name="Telephone", sealed_secret="x", added_at=timezone.now())
    return user


def test_the_code_and_the_recovery_code_are_asked_for_on_plain_pages(site, window):
    user = outside(lambda: with_an_app(user_of_no_record("Cora")))
    begin(window, site, user)
    window.wait_for_url("**/sign-in/code/")
    assert looked_at(window, "step-code") == []
    window.goto(site.url + "/sign-in/recovery/")
    expect(window.locator("h1")).to_have_text("Use a recovery code")
    assert looked_at(window, "step-recovery") == []


def test_a_wrong_recovery_code_is_told_on_a_plain_page(site, window):
    user = outside(lambda: with_an_app(user_of_no_record("Cora")))
    begin(window, site, user)
    window.goto(site.url + "/sign-in/recovery/")
    window.locator(".ots-main input[type=text]").first.fill("zzzz-zzzz-zzzz")
    window.locator(".ots-main button[type=submit]").first.click()
    assert looked_at(window, "step-recovery-wrong") == []


def test_a_new_password_is_asked_for_on_a_plain_page(site, window):
    user = outside(lambda: user_of_no_record("Paul"))
    outside(lambda: User.objects.filter(pk=user.pk).update(password_chosen_at=None))
    begin(window, site, user)
    window.wait_for_url("**/sign-in/password/")
    assert looked_at(window, "step-password") == []


def test_proof_is_asked_for_again_on_a_plain_page(site, window):
    user = outside(lambda: user_of_no_record("Rosa"))
    begin(window, site, user)
    expect(window.locator("h1")).to_contain_text("Rosa")
    ago = timezone.now() - timedelta(hours=1)
    outside(lambda: SignInSession.objects.filter(user=user).update(proved_at=ago))
    window.goto(site.url + "/account/factors/")
    window.wait_for_url("**/confirm/**")
    assert looked_at(window, "step-confirm") == []
