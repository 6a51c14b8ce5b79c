"""A site that runs, and a Chromium in which the cast is signed in."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from ots.access.models import User
from tests.access.sitemap import pages
from tests.browser.looking import PHONE, TALL, WIDE, Look, look_at
from tests.browser.record import Record, whole_record
from tests.browser.visit import Visit
from tests.browser.visits import VISITS
from tests.factories.signing_in import signed_in_client
from tests.searching import address_of

QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 10_000
# Each is a process of the browser.
MOST_PAGES = 6

Cookie = dict[str, str]


@dataclass
class Site:
    """The running site, the record on it, and the browser that opens it."""

    url: str
    record: Record
    browser: Browser
    sessions: dict[str, Cookie]
    # The addresses of answers to searches, which open in these sessions alone.
    searches: dict[str, str]
    windows: dict[tuple[str, int, bool], BrowserContext] = field(default_factory=dict)
    kept: dict[tuple[str, bool], Page] = field(default_factory=dict)
    looks: dict[str, Look] = field(default_factory=dict)

    def address(self, visit: Visit) -> str:
        """Return the address of the page."""
        if visit.search:
            return self.url + self.searches[visit.name]
        return self.url + path_of(visit, self.record) + visit.query

    def window(self, who: str, width: int, *, scripts: bool) -> BrowserContext:
        """Return the window in which one of the cast is signed in; nobody gets a new one."""
        key = (who, width, scripts)
        if key not in self.windows or who == "nobody":
            cookies = [] if who == "nobody" else [self.sessions[who]]
            self.windows[key] = self.new_window(width, scripts=scripts, cookies=cookies)
        return self.windows[key]

    def new_window(
        self, width: int, *, scripts: bool = True, cookies: list[Cookie] | None = None
    ) -> BrowserContext:
        """Return a window that nothing else uses."""
        made = self.browser.new_context(
            viewport={"width": width, "height": TALL}, java_script_enabled=scripts
        )
        made.add_cookies(cookies or [])
        return made

    @contextmanager
    def page_of(self, visit: Visit, width: int, *, scripts: bool = True) -> Iterator[Page]:
        """Give an empty page in the window of the one who visits, and close it after."""
        page = self.window(visit.who, width, scripts=scripts).new_page()
        try:
            yield page
        finally:
            page.close()

    @contextmanager
    def opened(self, visit: Visit, width: int, *, scripts: bool = True) -> Iterator[Page]:
        """Open the page as the visit says, and close it after."""
        with self.page_of(visit, width, scripts=scripts) as page:
            page.goto(self.address(visit), wait_until="load")
            yield page

    def look(self, visit: Visit) -> Look:
        """Return what is seen on the page; it is opened once and remembered."""
        if visit.name not in self.looks:
            page = self.kept_page(visit.who, scripts=True)
            self.looks[visit.name] = look_at(
                page, self.address(visit), action=visit.action, name=visit.name
            )
        return self.looks[visit.name]

    def kept_page(self, who: str, *, scripts: bool) -> Page:
        """Return a page that stays open from look to look: opening one takes as long as a look."""
        key = (who, scripts)
        if key not in self.kept:
            if len(self.kept) == MOST_PAGES:
                self.kept.pop(next(iter(self.kept))).close()
            window = self.window(who, WIDE if scripts else PHONE, scripts=scripts)
            self.kept[key] = window.new_page()
            self.kept[key].set_default_timeout(PATIENCE)
        return self.kept[key]


def path_of(visit: Visit, record: Record) -> str:
    """Return the path of the page that is visited."""
    known = {page.name: page for page in pages()}
    if visit.page in known:
        return known[visit.page].url(record.values())
    return reverse(visit.page)


def _searches(sessions: dict[str, Cookie], record: Record) -> dict[str, str]:
    """Post each search once; in a test it would lock the session that the browser uses."""
    found = {}
    for visit in VISITS:
        if visit.search:
            client, session = Client(), sessions[visit.who]
            client.cookies[session["name"]] = session["value"]
            terms = QueryDict(visit.search).dict()
            found[visit.name] = address_of(client, path_of(visit, record), terms)
    return found


def session_of(who: User, url: str) -> Cookie:
    """Sign the user in, and return the cookie of the session."""
    name = settings.SESSION_COOKIE_NAME
    return {"name": name, "value": signed_in_client(who).cookies[name].value, "url": url}


def chromium() -> str | None:
    """Return the browser named by CHROMIUM, or the first found."""
    named = os.environ.get("CHROMIUM")
    return named or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    program = chromium()
    if program is None:
        pytest.skip("no Chromium here: install it or name it in CHROMIUM")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture(scope="package")
def site(browser: Browser, django_db_setup: None, django_db_blocker) -> Iterator[Site]:
    """The site with a record that is kept for all tests of this folder and emptied after them.

    Nobody of the cast is signed out and no session is ended: the next test goes on with it.
    """
    patch = pytest.MonkeyPatch()
    # Playwright keeps an event loop in this thread; the database is used outside of it.
    patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with django_db_blocker.unblock():
        # Emptied in the end: never anything but the tests' own database.
        name = connection.settings_dict["NAME"]
        assert name.startswith("test_"), f"[{name}] is not the tests' own database."
        server = LiveServer("127.0.0.1")
        try:
            record = whole_record()
            sessions = {who: session_of(user, server.url) for who, user in record.cast.items()}
            yield Site(server.url, record, browser, sessions, _searches(sessions, record))
        finally:
            server.stop()
            call_command("flush", verbosity=0, interactive=False, reset_sequences=False)
            patch.undo()
