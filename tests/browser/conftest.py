"""A site that runs, a Chromium that looks at it, and what it sees on each page."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.access.sitemap import pages
from tests.browser.record import Record, whole_record
from tests.browser.visit import Visit
from tests.browser.visits import VISITS
from tests.factories.signing_in import signed_in_client
from tests.searching import address_of

ROOT = Path(__file__).parents[2]
AXE = ROOT / "static" / "vendor" / "axe" / "axe.min.js"
PICTURES = ROOT / ".local" / "screenshots"
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
TALL = 900
PATIENCE = 10_000
WIDE, PHONE = 1280, 390


@dataclass
class Look:
    """What was seen of one page."""

    headings: int
    overflow: list[str]
    complaints: list[str]
    violations: list[str]
    reached: bool


@dataclass
class Site:
    """The running site, the record on it, and the browser that opens it."""

    url: str
    record: Record
    browser: Browser
    sessions: dict[str, dict[str, str]]
    # The addresses of answers to searches.
    searches: dict[str, str]
    windows: dict[tuple[str, int, bool], BrowserContext] = field(default_factory=dict)
    looks: dict[tuple[str, int], Look] = field(default_factory=dict)

    def address(self, visit: Visit) -> str:
        """Return the address of the page."""
        if visit.search:
            return self.url + self.searches[visit.name]
        return self.url + path_of(visit, self.record) + visit.query

    def window(self, who: str, width: int, *, scripts: bool) -> BrowserContext:
        """Return the window in which one of the cast is signed in; nobody gets a new one."""
        key = (who, width, scripts)
        if key not in self.windows or who == "nobody":
            made = self.browser.new_context(
                viewport={"width": width, "height": TALL}, java_script_enabled=scripts
            )
            if who != "nobody":
                made.add_cookies([self.sessions[who]])
            self.windows[key] = made
        return self.windows[key]

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

    def look(self, visit: Visit, width: int) -> Look:
        """Return what is seen on the page; it is opened once and remembered."""
        key = (visit.name, width)
        if key not in self.looks:
            with self.page_of(visit, width) as page:
                page.set_default_timeout(PATIENCE)
                self.looks[key] = _seen(page, self.address(visit), visit, width)
        return self.looks[key]


def path_of(visit: Visit, record: Record) -> str:
    """Return the path of the page that is visited."""
    known = {page.name: page for page in pages()}
    if visit.page in known:
        return known[visit.page].url(record.values())
    return reverse(visit.page)


def _searches(sessions: dict[str, dict[str, str]], record: Record) -> dict[str, str]:
    """Post each search once; in a test it would lock the session that the browser uses."""
    found = {}
    for visit in VISITS:
        if visit.search:
            client, session = Client(), sessions[visit.who]
            client.cookies[session["name"]] = session["value"]
            terms = QueryDict(visit.search).dict()
            found[visit.name] = address_of(client, path_of(visit, record), terms)
    return found


def _sessions(url: str, record: Record) -> dict[str, dict[str, str]]:
    """Sign everybody in once; each gets the cookie of a session."""
    name, found = settings.SESSION_COOKIE_NAME, {}
    for who, user in record.cast.items():
        client = signed_in_client(user)
        found[who] = {"name": name, "value": client.cookies[name].value, "url": url}
    return found


# Names what sticks out of the page sideways; what scrolls inside its own box does not.
STICKS_OUT = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  const scrolls = (each) => each && (
    ['auto', 'scroll', 'hidden'].includes(getComputedStyle(each).overflowX)
    || scrolls(each.parentElement)
  );
  return [...document.querySelectorAll('body *')]
    .filter((each) => each.getBoundingClientRect().right > wide + 1)
    .filter((each) => !scrolls(each.parentElement))
    .slice(0, 5)
    .map((each) => `${each.tagName.toLowerCase()}.${each.className}`);
}"""
AXE_RUN = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(
  (each) => `${each.id}: ${each.help}: `
    + each.nodes.slice(0, 3).map((node) => node.html).join(' | ')
)"""


# The longest forms ask some forty things, each with its choices.
KEYSTROKES = 200


def _seen(page: Page, address: str, visit: Visit, width: int) -> Look:
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address, wait_until="load")
    _picture(page, f"{visit.name}-{width}")
    # What takes long is asked once: axe on a phone, the keyboard at a desk.
    return Look(
        headings=page.locator("h1").count(),
        overflow=page.evaluate(STICKS_OUT),
        complaints=complaints,
        violations=_violations(page) if width == PHONE else [],
        reached=width == WIDE and _reached(page, visit.action),
    )


def _violations(page: Page) -> list[str]:
    """Ask axe, from outside the page, so that its content security policy stays as it is."""
    page.evaluate(AXE.read_text())
    found: list[str] = page.evaluate(AXE_RUN)
    return found


def _reached(page: Page, action: str) -> bool:
    """Press Tab until the main action has the focus."""
    wanted = page.locator(action).first
    wanted.wait_for()
    for _ in range(KEYSTROKES):
        if wanted.evaluate("(each) => each === document.activeElement"):
            return True
        page.keyboard.press("Tab")
    return False


def _picture(page: Page, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


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
    """The site with a record that is kept for all tests of this folder and emptied after them."""
    patch = pytest.MonkeyPatch()
    # Playwright keeps an event loop in this thread; the database is used outside of it.
    patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with django_db_blocker.unblock():
        # Emptied in the end: never anything but the tests' own database.
        name = connection.settings_dict["NAME"]
        assert name.startswith("test_"), f"[{name}] is not the tests' own database."
        record = whole_record()
        server = LiveServer("127.0.0.1")
        sessions = _sessions(server.url, record)
        try:
            searches = _searches(sessions, record)
            yield Site(server.url, record, browser, sessions, searches)
        finally:
            server.stop()
            call_command("flush", verbosity=0, interactive=False, reset_sequences=False)
            patch.undo()
