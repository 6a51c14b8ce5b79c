"""Daily jobs of an agent, each in three screens at most; screens and keystrokes are counted."""

from collections.abc import Iterator
from contextlib import contextmanager
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
from tests import factories
from tests.browser.conftest import Cookie, Site, session_of
from tests.browser.counted import Counted
from tests.browser.looking import PHONE, WIDE
from tests.browser.outside import outside
from tests.browser.visit import Visit
from tests.factories import supervision_contact as made
from tests.factories.staff import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

MOST_SCREENS = 3
MOST_KEYSTROKES = 60
HOME = Visit("home", "olivia", ".ots-main a")


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
        work = Counted(page)
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
        work = Counted(page)
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


def test_what_was_typed_comes_back_after_the_session_is_killed(site):
    # Nobody of the cast: what others had sealed for the session would open no more.
    secret = codes.new_secret()
    kay, visit = outside(lambda: _agent_with_a_visit(site, secret))
    session = outside(lambda: session_of(kay, site.url))
    with _page(site, [session]) as page:
        page.goto(site.url, wait_until="load")
        page.locator(f"a[href*='record/?appointment={visit.pk}']").first.click()
        page.get_by_label("Note").press_sequentially("Half a long note")
        page.get_by_text("Came but did not comply").click()
        expect(page.get_by_text("Draft kept")).to_be_visible()
        address = page.url
    outside(lambda: Session.objects.filter(session_key=session["value"]).delete())
    with _page(site, []) as page:
        page.goto(address, wait_until="load")
        page.get_by_label("User name").fill(kay.username)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Accept and sign in").click()
        page.get_by_label("Code from your app").fill(codes.code_now(secret))
        page.get_by_role("button", name="Sign in", exact=True).click()
        expect(page.get_by_label("Note")).to_have_value("Half a long note")
        expect(page.get_by_role("radio", name="Came but did not comply")).to_be_checked()
        expect(page.get_by_text("What you had typed is back")).to_be_visible()


def _agent_with_a_visit(site: Site, secret: str) -> tuple[User, Appointment]:
    """Make an agent who signs in with an app, and a visit of an hour ago without its outcome."""
    create_missing_contact_codes()
    office = site.record.person.office
    kay = factories.user("Kay", role="Parole agent", office=office)
    codes.add_app(kay, name="phone", secret=secret, code=codes.code_now(secret))
    # The same half minute's code counts again.
    CodeApp.objects.filter(user=kay).update(last_step=-1)
    person = factories.person("Typed", last_name="Halfway", agent=kay, office=office)
    return kay, made.appointment(person, starts_at=timezone.now() - timedelta(hours=1))


@contextmanager
def _page(site: Site, cookies: list[Cookie]) -> Iterator[Page]:
    window = site.new_window(PHONE, cookies=cookies)
    yield window.new_page()
    window.close()


def test_a_time_is_read_back_while_it_is_typed(site, visit_today):
    with site.page_of(HOME, PHONE) as page:
        page.goto(site.address(HOME), wait_until="load")
        page.locator(f"a[href*='record/?appointment={visit_today.pk}']").first.click()
        page.get_by_label("Next appointment").press_sequentially("in 2 weeks 2 pm")
        expect(page.locator(".ots-next .ots-echo")).to_contain_text("2:00 pm")
