"""Every page, wide and on a phone: accessible, not wider than the screen, usable by keyboard."""

import os
import shutil

import pytest
from playwright.sync_api import expect

from tests.access.sitemap import pages
from tests.browser.conftest import PHONE, PICTURES, ROOT, WIDE
from tests.browser.visits import NOT_LOOKED_AT, VISITS

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

# Set to copy the pictures into the documentation.
TO_DOCS = "PICTURES_TO_DOCS"

each_visit = pytest.mark.parametrize("visit", VISITS, ids=lambda visit: visit.name)
each_width = pytest.mark.parametrize("width", [WIDE, PHONE])


def test_every_page_is_looked_at():
    unseen = {page.name for page in pages()} - {visit.page for visit in VISITS}
    assert unseen == NOT_LOOKED_AT.keys(), "Add a visit to tests/browser/visits.py."


@each_visit
@each_width
def test_axe_finds_nothing_to_complain_of(visit, width, site):
    found = site.look(visit, width).violations
    assert [each for each in found if each.split(":")[0] not in visit.excused] == []


@each_visit
@each_width
def test_the_page_does_not_scroll_sideways(visit, width, site):
    assert site.look(visit, width).overflow == []


@each_visit
@each_width
def test_the_page_has_one_first_heading(visit, width, site):
    assert site.look(visit, width).headings == 1


@each_visit
def test_the_browser_has_nothing_to_complain_of(visit, site):
    assert site.look(visit, WIDE).complaints == []


@each_visit
def test_the_keyboard_reaches_the_main_action(visit, site):
    assert site.look(visit, WIDE).reached


@each_visit
def test_the_page_works_without_scripts(visit, site):
    with site.opened(visit, PHONE, scripts=False) as page:
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(visit.action).first).to_be_visible()


@pytest.mark.skipif(TO_DOCS not in os.environ, reason=f"copies only when {TO_DOCS} is set")
def test_the_pictures_are_copied_into_the_documentation(site):
    target = ROOT / "docs" / "screenshots"
    target.mkdir(parents=True, exist_ok=True)
    for visit in VISITS:
        site.look(visit, WIDE), site.look(visit, PHONE)
    for picture in PICTURES.glob("*.png"):
        shutil.copy(picture, target)
    assert list(target.glob("*.png"))
