"""Warrants, holds, detainers and protective orders."""

from datetime import date

import pytest

from offenders.models import Detainer, Hold, Person, Warrant
from offenders.services import process
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for

RECORDER = system_viewer("tests")
BENCH = process.WarrantEntry(number="W-1", kind="bench", issued_on=date(2026, 1, 5))


def test_serving_a_warrant_keeps_the_active_one_in_the_history(dana: Person) -> None:
    warrant = process.record_warrant(RECORDER, dana.pk, entry=BENCH)
    process.serve_warrant(
        RECORDER, warrant.pk, served_on=date(2026, 1, 9), reason="Arrested in Lansing"
    )
    rows = Warrant.objects.order_by("pk").values_list("status", "served_on")
    assert list(rows) == [("active", None), ("served", date(2026, 1, 9))]


def test_a_warrant_is_not_served_before_its_issue(dana: Person) -> None:
    warrant = process.record_warrant(RECORDER, dana.pk, entry=BENCH)
    with pytest.raises(RefusedError, match="before it is issued"):
        process.serve_warrant(RECORDER, warrant.pk, served_on=date(2026, 1, 4), reason="Arrest")
    assert Warrant.objects.get().is_current


def test_a_warrant_may_be_recalled(dana: Person) -> None:
    warrant = process.record_warrant(RECORDER, dana.pk, entry=BENCH)
    new = process.recall_warrant(
        RECORDER, warrant.pk, recalled_on=date(2026, 2, 1), reason="Appeared"
    )
    assert (new.status, new.recalled_on) == ("recalled", date(2026, 2, 1))


def test_a_hold_is_placed_and_cleared(dana: Person) -> None:
    entry = process.HoldEntry(basis="Review", placed_on=date(2026, 1, 5))
    hold = process.place_hold(RECORDER, dana.pk, entry=entry)
    process.clear_hold(RECORDER, hold.pk, cleared_on=date(2026, 1, 8), reason="Reviewed")
    assert Hold.objects.get(superseded_at=None).cleared_on == date(2026, 1, 8)


def test_a_hold_is_not_cleared_before_it_is_placed(dana: Person) -> None:
    entry = process.HoldEntry(basis="Review", placed_on=date(2026, 1, 5))
    hold = process.place_hold(RECORDER, dana.pk, entry=entry)
    with pytest.raises(RefusedError, match="before it is placed"):
        process.clear_hold(RECORDER, hold.pk, cleared_on=date(2026, 1, 4), reason="Reviewed")


def test_a_detainer_is_lodged_and_lifted(dana: Person) -> None:
    entry = process.DetainerEntry(authority="Ohio", lodged_on=date(2026, 1, 5))
    detainer = process.lodge_detainer(RECORDER, dana.pk, entry=entry)
    process.lift_detainer(RECORDER, detainer.pk, lifted_on=date(2026, 2, 5), reason="Withdrawn")
    assert Detainer.objects.get(superseded_at=None).lifted_on == date(2026, 2, 5)


def test_an_order_does_not_expire_before_its_issue(dana: Person) -> None:
    entry = process.ProtectiveOrderEntry(
        number="P-1",
        protected_name="J. Roe",
        conditions="No contact",
        issued_on=date(2026, 1, 5),
        expires_on=date(2026, 1, 4),
    )
    with pytest.raises(RefusedError, match="cannot expire"):
        process.record_protective_order(RECORDER, dana.pk, entry=entry)


def test_a_clerk_may_not_record_a_warrant(tim: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError, match=r"warrant\.record"):
        process.record_warrant(viewer_for(tim), dana.pk, entry=BENCH)
