"""Signing in with a second factor, the locked session, and what was typed meanwhile."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from ots.access.models import CodeApp, RecoveryCode, SignInSession
from tests import factories
from tests.browser.authenticators import code_of, device, secret_on
from tests.browser.conftest import Site
from tests.browser.looking import PHONE, WIDE, picture, set_width
from tests.browser.outside import outside
from tests.factories.staff import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# Passkeys are bound to a name; an address is none.
HOST = "localhost"


def pictures(page: Page, name: str) -> None:
    for width in (WIDE, PHONE):
        set_width(page, width)
        picture(page, f"{name}-{width}")


@pytest.fixture
def nora(site: Site):
    """A parole agent who signs in for the first time."""
    office = site.record.cast["olivia"].office
    return outside(lambda: factories.user("Nora", role="Parole agent", office=office))


@pytest.fixture
def page(site: Site):
    window = site.new_window(WIDE)
    yield window.new_page()
    window.close()


def address(site: Site, path: str) -> str:
    return site.url.replace("127.0.0.1", HOST) + path


def begin(page: Page, site: Site, user, path: str = "/sign-in/") -> None:
    page.goto(address(site, path))
    page.get_by_label("User name").fill(user.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Accept and sign in").click()


def set_up_app(page: Page, site: Site, user) -> tuple[str, list[str]]:
    """Sign in for the first time with an app; return its secret and the recovery codes."""
    begin(page, site, user)
    expect(page.locator("h1")).to_have_text("Set up your second factor")
    secret = secret_on(page)
    page.get_by_label("Code that the app shows now").fill(code_of(secret))
    page.get_by_role("button", name="Set up the app").click()
    expect(page.locator("h1")).to_have_text("Keep your recovery codes")
    kept = page.locator(".ots-codes .ots-number").all_inner_texts()
    return secret, kept


def go_on(page: Page) -> None:
    page.get_by_role("button", name="I have kept them").click()
    expect(page.locator("h1")).to_contain_text("Nora")


def forget_last_code(user) -> None:
    """Let the same half minute's code count again."""
    outside(lambda: CodeApp.objects.filter(user=user).update(last_step=-1))


def leave_alone(user, *, minutes: int) -> None:
    """Let minutes go by without anything done."""
    ago = timezone.now() - timedelta(minutes=minutes)
    living = SignInSession.objects.filter(user=user, ended_at=None)
    outside(lambda: living.update(last_active_at=ago))


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator("h1")).to_have_text("Sign in")


def test_the_first_sign_in_sets_up_an_app_and_the_next_asks_for_its_code(site, page, nora):
    page.goto(address(site, "/sign-in/"))
    pictures(page, "signing-in-1-notice")
    begin(page, site, nora)
    pictures(page, "signing-in-2-set-up")
    secret, kept = set_up_app(page, site, nora)
    pictures(page, "signing-in-3-recovery-codes")
    assert len(set(kept)) == 10
    go_on(page)
    sign_out(page)
    forget_last_code(nora)
    begin(page, site, nora)
    pictures(page, "signing-in-4-code")
    page.get_by_label("Code from your app").fill(code_of(secret))
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.locator("h1")).to_contain_text("Nora")
    pictures(page, "signing-in-5-home")


def test_a_recovery_code_signs_in_once(site, page, nora):
    _, kept = set_up_app(page, site, nora)
    go_on(page)
    for expected in ("Nora", "Use a recovery code"):
        sign_out(page)
        begin(page, site, nora)
        page.get_by_role("link", name="Use a recovery code").click()
        page.get_by_label("Recovery code").fill(kept[0])
        page.get_by_role("button", name="Sign in", exact=True).click()
        expect(page.locator("h1")).to_contain_text(expected)
        if expected == "Nora":
            continue
        expect(page.locator("main")).to_contain_text("was used already")
    assert RecoveryCode.objects.filter(user=nora, used_at=None).count() == 9


def test_a_passkey_is_set_up_and_then_signs_in_by_itself(site, page, nora):
    with device(page):
        begin(page, site, nora)
        page.get_by_role("button", name="Set up a passkey").click()
        expect(page.locator("h1")).to_have_text("Keep your recovery codes")
        go_on(page)
        sign_out(page)
        page.get_by_role("button", name="Accept and use a passkey").click()
        expect(page.locator("h1")).to_contain_text("Nora")
    assert SignInSession.objects.filter(user=nora).latest("pk").method == "passkey"


def test_a_passkey_is_the_second_factor_after_the_password(site, page, nora):
    with device(page):
        begin(page, site, nora)
        page.get_by_role("button", name="Set up a passkey").click()
        go_on(page)
        sign_out(page)
        begin(page, site, nora)
        page.get_by_role("button", name="Use your passkey").click()
        expect(page.locator("h1")).to_contain_text("Nora")
    assert SignInSession.objects.filter(user=nora).latest("pk").method == "password_passkey"


def test_a_lock_keeps_the_typed_form_and_leads_back_to_it(site, page, nora):
    person = outside(lambda: factories.person("Lock", last_name="Keeper", agent=nora))
    set_up_app(page, site, nora)
    go_on(page)
    form = address(site, f"/people/{person.pk}/addresses/add/")
    page.goto(form)
    page.locator("#id_street").fill("12 Elm Street & Söhne")
    leave_alone(nora, minutes=31)
    page.locator("main form button[type=submit]").last.click()
    expect(page.locator("h1")).to_have_text("Your session is locked")
    expect(page.locator("main")).to_contain_text("What you had typed is kept")
    expect(page.locator("main")).not_to_contain_text("Keeper")
    pictures(page, "signing-in-6-locked")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Unlock").click()
    assert page.url == form
    expect(page.locator("#id_street")).to_have_value("12 Elm Street & Söhne")
    pictures(page, "signing-in-7-back")


def test_scripts_warn_before_the_lock_and_keep_what_is_typed(site, page, nora):
    person = outside(lambda: factories.person("Warn", last_name="Keeper", agent=nora))
    set_up_app(page, site, nora)
    go_on(page)
    page.clock.install()
    page.goto(address(site, f"/people/{person.pk}/addresses/add/"))
    page.locator("#id_street").fill("99 Oak Street")
    leave_alone(nora, minutes=29)
    page.clock.run_for(28 * 60 * 1000 + 2000)
    expect(page.locator(".ots-session")).to_contain_text("locks in less than two minutes")
    pictures(page, "signing-in-8-warning")
    leave_alone(nora, minutes=31)
    page.clock.run_for(20_000)
    expect(page.locator("h1")).to_have_text("Your session is locked")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Unlock").click()
    expect(page.locator("#id_street")).to_have_value("99 Oak Street")
