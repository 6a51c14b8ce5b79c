"""An agent prepares an early-discharge recommendation: three screens at most, and few keys."""

from collections.abc import Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from offenders.models import Person
from supervision.models import Recommendation
from supervision.services.eligibility import refresh_people
from tests import factories
from tests.browser.conftest import Site
from tests.browser.counted import Counted
from tests.browser.looking import PHONE, WIDE
from tests.browser.outside import outside
from tests.browser.visit import Visit
from tests.factories.supervision_recommendations import eligible_person

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

LIST = Visit("supervision:eligible", "olivia", ".ots-main a", "?opportunity=probation_early")
MOST_SCREENS = 3
MOST_KEYSTROKES = 60
WHY = "Works full time. All classes done."


@pytest.fixture
def eligible(site: Site) -> Iterator[Person]:
    """A person of Olivia's who became eligible last night."""

    def record() -> Person:
        olivia = site.record.cast["olivia"]
        person = factories.person(
            "Edda", last_name="Early", agent=olivia, office=site.record.person.office
        )
        eligible_person(person)
        refresh_people([person.pk], timezone.localdate())
        return person

    yield outside(record)


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_an_early_discharge_is_recommended_in_three_screens(
    site: Site, eligible: Person, width: int
) -> None:
    with site.page_of(LIST, width) as page:
        work = Counted(page)
        page.goto(site.address(LIST), wait_until="load")
        work.follows(f"a[href*='/people/{eligible.pk}/'][href*='prepare']")
        expect(page.locator("main")).to_contain_text("Facts that go along")
        work.types("Why, in your words", WHY)
        work.presses("Send to the supervisor")
        expect(page.locator("main")).to_contain_text("With the supervisor")
    assert work.screens <= MOST_SCREENS
    assert work.keystrokes <= MOST_KEYSTROKES
    made = outside(lambda: Recommendation.objects.get(person=eligible))
    assert (made.state, made.why) == ("submitted", WHY)
