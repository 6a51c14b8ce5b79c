"""Whose dates a nightly run moved because the law changed: the list, the file, and who may."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ots.access.models import User
from ots.access.viewer import system_viewer, viewer_for
from ots.audit.models import AuditEntry, Disclosure
from tests import factories
from tests.conftest import SignIn
from timecomp.engine.parameters import Value, amended, named_parameter
from timecomp.models import NightlyRun
from timecomp.selectors.law_moves import moved_by_law, told
from timecomp.services import law_versions
from timecomp.services.evaluated import current_law
from timecomp.services.nightly import compute_next_chunk, finish_if_done, start_run

PROGRAM = system_viewer("tests")
NEW_DAY = date(2027, 1, 1)


@pytest.fixture
def run(db: None) -> Iterator[NightlyRun]:
    """A night whose book gives ten days of disciplinary credit a month."""
    law_versions._kept.clear()
    case = factories.court_case(factories.person("Dee"))
    charge = factories.add_charge(case, offense_date=date(1991, 3, 1))
    factories.add_sentence(
        charge, sentenced_on=date(1991, 9, 10), minimum_years=40, maximum_years=60
    )
    night(date(2026, 12, 31))
    values = named_parameter("dc_rate").values
    with amended({"dc_rate": (*values, Value(NEW_DAY, 10, "a test act"))}):
        current_law.cache_clear()
        yield night(NEW_DAY)
    current_law.cache_clear()
    law_versions._kept.clear()


def night(as_of: date) -> NightlyRun:
    started = start_run(PROGRAM, as_of=as_of)
    while compute_next_chunk(started.pk):
        pass
    return finish_if_done(PROGRAM, started.pk)


def get(sign_in: SignIn, user: User, run: NightlyRun, name: str = "nightly-law"):
    return sign_in(user).get(reverse(f"timecomp:{name}", args=[run.pk]))


def test_the_run_leads_to_the_list_with_its_count(tim: User, sign_in: SignIn, run) -> None:
    page = get(sign_in, tim, run, "nightly-run").content.decode()
    assert "1 changed by the law" in page


def test_each_person_is_listed_with_what_moved_and_why(tim: User, sign_in: SignIn, run) -> None:
    page = get(sign_in, tim, run).content.decode()
    assert "maximum discharge date" in page
    assert "(dc_rate): 10 from 2027-01-01 (a test act) is new" in page


def test_a_later_book_still_tells_why_that_night_moved_them(tim, sign_in: SignIn, run) -> None:
    values = named_parameter("dc_rate").enacted_values
    with amended({"dc_rate": values}):
        page = get(sign_in, tim, run).content.decode()
    assert "(dc_rate): 10 from 2027-01-01 (a test act) is new" in page


def test_a_longer_list_asks_no_more(tim: User, run) -> None:
    [row] = moved_by_law(viewer_for(tim), run.pk)
    with CaptureQueriesContext(connection) as few:
        told(viewer_for(tim), [row])
    with CaptureQueriesContext(connection) as more:
        told(viewer_for(tim), [row, row, row])
    assert len(more) == len(few)


def test_the_file_names_the_value_and_is_a_disclosure(tim: User, sign_in: SignIn, run) -> None:
    text = get(sign_in, tim, run, "nightly-law-export").content.decode()
    assert "dc_rate" in text
    assert Disclosure.objects.get().document == "dates moved by the law"


def test_opening_the_list_is_in_the_trail(tim: User, sign_in: SignIn, run) -> None:
    get(sign_in, tim, run)
    entry = AuditEntry.objects.filter(event="LIST_VIEWED").latest("pk")
    assert "dates moved by the law" in str(entry.additional_data)


def test_an_agent_may_open_neither(olivia: User, sign_in: SignIn, run) -> None:
    answers = [get(sign_in, olivia, run, name) for name in ("nightly-law", "nightly-law-export")]
    assert [each.status_code for each in answers] == [403, 403]


def test_a_run_that_is_not_there_is_not_found(tim: User, sign_in: SignIn) -> None:
    assert sign_in(tim).get(reverse("timecomp:nightly-law", args=[404])).status_code == 404
