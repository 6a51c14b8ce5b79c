"""Who is to be released within ninety days, and what stands in the way."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from offenders.models import CourtCase, Detainer, Person
from ots.access.models import User
from ots.access.viewer import system_viewer
from tests import factories
from tests.conftest import SignIn
from timecomp.selectors.releases import DAYS_AHEAD
from timecomp.services.computing import compute_person

PROGRAM = system_viewer("tests")
URL = reverse("timecomp:release-list")
TODAY = timezone.localdate()
LAST = DAYS_AHEAD.on(TODAY).amount


def release_in(days: int, case: CourtCase) -> None:
    """Four years for a listed crime, so that release is that many days away."""
    release = TODAY + timedelta(days=days)
    # A 29 February has its like four years before.
    began = release.replace(year=release.year - 4)
    factories.add_sentence(factories.add_charge(case), sentenced_on=began, minimum_years=4)
    compute_person(PROGRAM, case.person_id)


@pytest.mark.parametrize(("days", "listed"), [(0, 1), (LAST, 1), (LAST + 1, 0), (-1, 0)])
def test_it_holds_whose_day_comes_within_the_days_set(
    days: int, listed: int, tim: User, danas_case: CourtCase, sign_in: SignIn
) -> None:
    release_in(days, danas_case)
    assert len(sign_in(tim).get(URL).context["found"].rows) == listed


def test_it_flags_detainers_and_dates_that_are_not_official(
    tim: User, dana: Person, danas_case: CourtCase, sign_in: SignIn
) -> None:
    release_in(20, danas_case)
    Detainer.objects.create(person=dana, authority="Ohio", lodged_on=TODAY)
    page = sign_in(tim).get(URL).content.decode()
    assert "Hold or detainer" in page
    assert "Not official" in page


def test_it_is_narrowed_to_a_facility(
    tim: User, dana: Person, danas_case: CourtCase, sign_in: SignIn
) -> None:
    release_in(20, danas_case)
    prison, other = factories.facility("Ionia"), factories.facility("Muskegon")
    factories.add_custody(dana, held_at="Ionia", began_on=TODAY - timedelta(days=90))
    browser = sign_in(tim)
    assert len(browser.get(URL, {"facility": prison.pk}).context["found"].rows) == 1
    assert not browser.get(URL, {"facility": other.pk}).context["found"].rows


def test_it_leaves_as_a_file(tim: User, danas_case: CourtCase, sign_in: SignIn) -> None:
    release_in(20, danas_case)
    text = sign_in(tim).get(reverse("timecomp:release-export")).content.decode()
    assert "Doe, Dana" in text
    assert "holds_and_detainers" in text.splitlines()[0]
