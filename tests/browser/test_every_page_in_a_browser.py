"""Every page, wide and on a phone: accessible, not wider than the screen, usable by keyboard."""

import os

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.access.sitemap import pages
from tests.browser.looking import PHONE, PICTURES, ROOT, TALL, TO_DOCS, WIDE
from tests.browser.not_looked_at import NOT_LOOKED_AT
from tests.browser.visits import VISITS

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# What is asked of one page is asked by one worker: it is loaded once, and once without scripts.
each_visit = pytest.mark.parametrize(
    "visit",
    [
        pytest.param(visit, marks=pytest.mark.xdist_group(f"page-{visit.name}"), id=visit.name)
        for visit in VISITS
    ],
)
each_width = pytest.mark.parametrize("width", [WIDE, PHONE])


def test_every_page_is_looked_at():
    unseen = {page.name for page in pages()} - {visit.page for visit in VISITS}
    assert unseen == NOT_LOOKED_AT.keys(), "Add a visit to tests/browser/visits.py."


@each_visit
def test_axe_finds_nothing_to_complain_of(visit, site):
    found = site.look(visit).violations
    assert [each for each in found if each.split(":")[0] not in visit.excused] == []


@each_visit
@each_width
def test_the_page_does_not_scroll_sideways(visit, width, site):
    assert site.look(visit).overflow[width] == []


@each_visit
def test_the_page_has_one_first_heading(visit, site):
    assert site.look(visit).headings == 1


@each_visit
def test_the_browser_has_nothing_to_complain_of(visit, site):
    assert site.look(visit).complaints == []


@each_visit
def test_the_keyboard_reaches_the_main_action(visit, site):
    assert site.look(visit).reached


@each_visit
def test_the_page_works_without_scripts(visit, site):
    page = site.kept_page(visit.who, scripts=False)
    page.goto(site.address(visit), wait_until="load")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(visit.action).first).to_be_visible()


# What the documentation shows, and the visit it is a picture of.
IN_DOCS = {
    "home": "home-agent",
    "person": "offenders-person-agent",
    "person-search": "offenders-person-search-found",
    "person-dates": "timecomp-person-dates",
    "person-date-worksheet": "timecomp-person-date-worksheet",
    "sentence-impose": "offenders-sentence-impose",
}


@pytest.mark.skipif(TO_DOCS not in os.environ, reason=f"copies only when {TO_DOCS} is set")
@pytest.mark.parametrize("name", IN_DOCS)
def test_the_picture_is_copied_into_the_documentation(name, site):
    visit = next(visit for visit in VISITS if visit.name == IN_DOCS[name])
    site.look(visit)
    target = ROOT / "docs" / "screenshots" / f"{name}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(PICTURES / f"{visit.name}-{WIDE}.png") as picture:
        first_screen = picture.crop((0, 0, WIDE, min(picture.height, TALL)))
        first_screen.convert("P", palette=Image.Palette.ADAPTIVE).save(target, optimize=True)
    assert target.stat().st_size > 0


def test_every_picture_in_the_documentation_is_of_a_visit():
    assert set(IN_DOCS.values()) <= {visit.name for visit in VISITS}
