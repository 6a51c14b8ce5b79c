"""An assessment is completed in three screens; screens and keystrokes are counted."""

import pytest
from playwright.sync_api import Page, expect

from supervision.models import Scoring
from supervision.services.risk_catalogues import create_missing_risk_tables
from tests.browser.conftest import Site
from tests.browser.counted import Counted
from tests.browser.looking import PHONE, WIDE
from tests.browser.outside import outside
from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

MOST_SCREENS = 3
# Eight items, each confirmed or answered by one key, and the keys between the screens.
MOST_KEYSTROKES = 12
RISK = Visit("supervision:risk", "olivia", ".ots-main a")


def answer_every_item(page: Page, work: Counted) -> None:
    for item in page.locator("fieldset.ots-item").all():
        confirm = item.get_by_role("checkbox")
        if confirm.count():
            confirm.check()
        elif item.get_by_role("spinbutton").count():
            item.get_by_role("spinbutton").fill("0")
        else:
            item.get_by_label("No", exact=True).check()
        work.keystrokes += 1


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_a_risk_assessment_is_completed_in_three_screens(site: Site, width: int) -> None:
    outside(create_missing_risk_tables)
    before = outside(lambda: Scoring.objects.count())
    with site.page_of(RISK, width) as page:
        work = Counted(page)
        page.goto(site.address(RISK), wait_until="load")
        work.follows("a[href$='/assess/vprai_r/']")
        answer_every_item(page, work)
        work.presses("Score")
        expect(page.get_by_role("heading", name="What would change the result")).to_be_visible()
    made = outside(lambda: Scoring.objects.latest("pk"))
    assert (outside(lambda: Scoring.objects.count()), made.missing) == (before + 1, [])
    assert work.screens <= MOST_SCREENS
    assert work.keystrokes <= MOST_KEYSTROKES
