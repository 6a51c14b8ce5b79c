"""What is seen of a page that is open: wide and on a phone, by axe and by the keyboard."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import ConsoleMessage, Error, Page
from playwright.sync_api import TimeoutError as NeverCame

ROOT = Path(__file__).parents[2]
AXE = ROOT / "static" / "vendor" / "axe" / "axe.min.js"
PICTURES = ROOT / ".local" / "screenshots"
# Set to take pictures of all pages, and to copy some of them into the documentation.
TAKE_PICTURES, TO_DOCS = "PICTURES", "PICTURES_TO_DOCS"
TALL = 900
WIDE, PHONE = 1280, 390
# The longest forms ask some forty things, each with its choices.
KEYSTROKES, AT_ONCE = 200, 10


@dataclass(frozen=True)
class Look:
    """What was seen of one page."""

    headings: int
    overflow: dict[int, list[str]]
    complaints: list[str]
    violations: list[str]
    reached: bool


# Names what sticks out of the page sideways; what scrolls inside its own box does not.
STICKS_OUT = """(asked) => {
  if (window.innerWidth !== asked) return [`the window is ${window.innerWidth} wide`];
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
REMEMBER_FOCUS = """(wanted) => {
  window.wasReached = wanted === document.activeElement;
  wanted.addEventListener('focus', () => { window.wasReached = true; });
}"""


def look_at(page: Page, address: str, *, action: str, name: str) -> Look:
    """Load the page once and look at it at both widths."""
    set_width(page, WIDE)
    with _complaints(page) as complaints:
        page.goto(address, wait_until="load")
        headings = page.locator("h1").count()
        overflow = {}
        for width in (WIDE, PHONE):
            set_width(page, width)
            picture(page, f"{name}-{width}")
            overflow[width] = sticks_out(page, width)
        # The markup is the same at every width; on a phone tables stand line by line besides.
        found = violations(page)
        set_width(page, WIDE)
        reached = _reached(page, action)
    return Look(headings, overflow, complaints, found, reached)


def set_width(page: Page, width: int) -> None:
    """Make the window as wide as a desk's or a phone's."""
    page.set_viewport_size({"width": width, "height": TALL})


def sticks_out(page: Page, width: int) -> list[str]:
    """Name what is wider than the window, which has the width."""
    found: list[str] = page.evaluate(STICKS_OUT, width)
    return found


def violations(page: Page) -> list[str]:
    """Ask axe, from outside the page, so that its content security policy stays as it is."""
    page.evaluate(AXE.read_text())
    found: list[str] = page.evaluate(AXE_RUN)
    return found


def picture(page: Page, name: str) -> None:
    """Take a picture of the whole page, where pictures were asked for."""
    if os.environ.keys() & {TAKE_PICTURES, TO_DOCS}:
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=PICTURES / f"{name}.png", full_page=True)


@contextmanager
def _complaints(page: Page) -> Iterator[list[str]]:
    """Collect what the browser complains of; the page is kept, its listeners are not."""
    heard: list[str] = []

    def told(message: ConsoleMessage) -> None:
        if message.type == "error":
            heard.append(message.text)

    def failed(error: Error) -> None:
        heard.append(str(error))

    page.on("console", told)
    page.on("pageerror", failed)
    try:
        yield heard
    finally:
        page.remove_listener("console", told)
        page.remove_listener("pageerror", failed)


def _reached(page: Page, action: str) -> bool:
    """Press Tab until the main action has had the focus."""
    wanted = page.locator(action).first
    try:
        wanted.wait_for()
    except NeverCame:
        return False
    wanted.evaluate(REMEMBER_FOCUS)
    for _ in range(KEYSTROKES // AT_ONCE):
        if page.evaluate("window.wasReached"):
            return True
        for _ in range(AT_ONCE):
            page.keyboard.press("Tab")
    return bool(page.evaluate("window.wasReached"))
