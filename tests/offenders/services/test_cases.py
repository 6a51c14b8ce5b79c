"""Court cases, charges, dispositions and court dates."""

from datetime import UTC, date, datetime

import pytest

from offenders.models import CourtCase, Disposition, Person
from offenders.services.cases import (
    CaseEntry,
    Particulars,
    amend_charge,
    file_charge,
    open_case,
    record_disposition,
    schedule_hearing,
)
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for
from tests import factories

RECORDER = system_viewer("tests")
ROBBERY = Particulars(description="Armed robbery", offense_date=date(2024, 2, 1))


def test_a_docket_number_is_one_case_of_the_person_in_its_court(dana: Person) -> None:
    entry = CaseEntry(court_id=factories.court().pk, docket_number="24-1-FC")
    open_case(RECORDER, dana.pk, entry=entry)
    with pytest.raises(RefusedError, match="already"):
        open_case(RECORDER, dana.pk, entry=entry)
    assert CourtCase.objects.count() == 1


def test_counts_are_numbered_in_order(danas_case: CourtCase) -> None:
    numbers = [file_charge(RECORDER, danas_case, particulars=ROBBERY).count_number for _ in "123"]
    assert numbers == [1, 2, 3]


def test_an_amended_charge_keeps_what_it_alleged(danas_case: CourtCase) -> None:
    charge = file_charge(RECORDER, danas_case, particulars=ROBBERY)
    lesser = Particulars(description="Unarmed robbery", offense_date=date(2024, 2, 1))
    amend_charge(RECORDER, charge, particulars=lesser, reason="Plea agreement")
    rows = charge.particulars.order_by("pk").values_list("description", "reason")
    assert list(rows) == [("Armed robbery", ""), ("Unarmed robbery", "Plea agreement")]


def test_flags_of_a_charge_outlive_its_amendment(danas_case: CourtCase) -> None:
    flagged = Particulars(description="Assault", flags=("victim_under_13",))
    charge = file_charge(RECORDER, danas_case, particulars=flagged)
    new = amend_charge(
        RECORDER, charge, particulars=Particulars(description="Battery"), reason="Plea"
    )
    assert new.flags == ["victim_under_13"]


def test_a_second_disposition_replaces_the_first(danas_case: CourtCase) -> None:
    charge = file_charge(RECORDER, danas_case, particulars=ROBBERY)
    record_disposition(RECORDER, charge, kind="dismissed", disposed_on=date(2024, 5, 1))
    record_disposition(
        RECORDER,
        charge,
        kind="convicted_plea",
        disposed_on=date(2024, 6, 1),
        reason="Reinstated on appeal",
    )
    assert Disposition.objects.get(superseded_at=None).kind == "convicted_plea"
    assert Disposition.objects.count() == 2


def test_a_court_date_is_about_the_person_of_the_case(danas_case: CourtCase) -> None:
    at = datetime(2026, 12, 4, 14, 30, tzinfo=UTC)
    hearing = schedule_hearing(RECORDER, danas_case, purpose="Pretrial", scheduled_at=at)
    assert hearing.person_id == danas_case.person_id


def test_an_agent_may_not_open_a_case(olivia: User, dana: Person) -> None:
    entry = CaseEntry(court_id=factories.court().pk, docket_number="24-1-FC")
    with pytest.raises(NotAllowedError, match=r"person\.record"):
        open_case(viewer_for(olivia), dana.pk, entry=entry)
