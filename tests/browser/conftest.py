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
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.access.sitemap import pages
from tests.browser.record import Record, whole_record
from tests.browser.visits import Visit

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
WIDE, PHONE = 1280, 390


@dataclass
class Look:
    """What was seen of one page."""

    headings: int
    overflow: list[str]
    complaints: list[str]
    violations: list[str] = field(default_factory=list)


@dataclass
class Site:
    """The running site, the record on it, and the browser that opens it."""

    url: str
    record: Record
    browser: Browser
    sessions: dict[str, dict[str, str]]
    looks: dict[tuple[str, int], Look] = field(default_factory=dict)

    def address(self, visit: Visit) -> str:
        """Return the address of the page."""
        known = {page.name: page for page in pages()}
        if visit.page in known:
            return self.url + known[visit.page].url(self.record.values()) + visit.query
        return self.url + reverse(visit.page) + visit.query

    @contextmanager
    def opened(self, visit: Visit, width: int, *, scripts: bool = True) -> Iterator[Page]:
        """Open the page as the visit says, and close it after."""
        context = self.browser.new_context(
            viewport={"width": width, "height": TALL}, java_script_enabled=scripts
        )
        if visit.who != "nobody":
            context.add_cookies([self.sessions[visit.who]])
        page = context.new_page()
        try:
            page.goto(self.address(visit), wait_until="load")
            yield page
        finally:
            context.close()

    def look(self, visit: Visit, width: int) -> Look:
        """Return what is seen on the page; it is opened once and remembered."""
        key = (visit.name, width)
        if key not in self.looks:
            with self.opened(visit, width) as page:
                self.looks[key] = _seen(page)
                _picture(page, f"{visit.name}-{width}")
        return self.looks[key]


def _sessions(url: str, record: Record) -> dict[str, dict[str, str]]:
    """Sign everybody in once; each gets the cookie of a session."""
    name, found = settings.SESSION_COOKIE_NAME, {}
    for who, user in record.cast.items():
        client = Client()
        client.force_login(user)
        found[who] = {"name": name, "value": client.cookies[name].value, "url": url}
    return found


# Names what sticks out of the page sideways; what scrolls inside its own box does not.
STICKS_OUT = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll('body *')]
    .filter((each) => each.getBoundingClientRect().right > wide + 1)
    .slice(0, 5)
    .map((each) => `${each.tagName.toLowerCase()}.${each.className}`);
}"""
AXE_RUN = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations.map(
  (each) => `${each.id}: ${each.help}: `
    + each.nodes.slice(0, 3).map((node) => node.html).join(' | ')
)"""


def _seen(page: Page) -> Look:
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.reload(wait_until="load")
    look = Look(
        headings=page.locator("h1").count(),
        overflow=page.evaluate(STICKS_OUT),
        complaints=complaints,
    )
    # Evaluated from outside the page, so that its content security policy stays as it is.
    page.evaluate(AXE.read_text())
    look.violations = page.evaluate(AXE_RUN)
    return look


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
            yield Site(url=server.url, record=record, browser=browser, sessions=sessions)
        finally:
            server.stop()
            call_command("flush", verbosity=0, interactive=False)
            patch.undo()
