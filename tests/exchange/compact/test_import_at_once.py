"""Many cases loaded at once stand as they stand when their events are taken one by one."""

from pathlib import Path

import pytest
from django.db import transaction

from interstate.models import Activity, ActivityStep, CompactCase, CompactEvent, CompactObligation
from ots.exchange.agencies.icots.schema import ACTIVITIES, CASES
from ots.exchange.management.commands import import_compact
from supervision.models import StandardsPause
from tests.exchange.compact.export import CASE, STORY, activity, as_csv, run

FROM_OHIO = {**CASE, "case_number": "10002", "sending_state": "OH", "receiving_state": "MI"}
EVENTS = {
    "10001": (
        *STORY,
        # Of an earlier day than what stands before it.
        ("A5", "PR", "OH", "2026-06-30T10:00", {}),
        ("A6", "NOA", "OH", "2026-06-25T15:00", {}),
        ("A7", "OVR", "OH", "2026-07-22T10:00", {}),
        ("A8", "RVR", "MI", "2026-07-29T10:00", {"action": "warrant"}),
        ("A9", "CCN", "OH", "2026-08-20T10:00", {"reason": "death"}),
        ("A10", "CCN-Reply", "MI", "2026-08-25T10:00", {"decision": "agree"}),
    ),
    "10002": (
        ("B1", "TREQ", "OH", "2026-05-06T09:00", {"reason": "resident", "complete": "yes"}),
        ("B2", "withdraw_activity", "OH", "2026-05-07T09:00", {"withdraws": "B1"}),
        ("B3", "withdraw_activity", "OH", "2026-05-07T10:00", {"withdraws": "A1"}),
        ("B4", "TREQ", "OH", "2026-05-08T09:00", {"reason": "resident", "complete": "yes"}),
        ("B5", "NOA", "MI", "2026-05-09T09:00", {}),
        ("B6", "TREP", "MI", "2026-06-10T09:00", {"decision": "reject"}),
    ),
}


def rows():
    found = [
        {**activity(*each), "case_number": number}
        for number, story in EVENTS.items()
        for each in story
    ]
    return sorted(found, key=lambda each: each["transmitted_at"])


def loaded(folder: Path, given, *options: str) -> str:
    cases = as_csv(folder / "cases.csv", CASES, [CASE, FROM_OHIO])
    said = run(cases, as_csv(folder / "activities.csv", ACTIVITIES, given), *options)
    return said[said.index("file ") :]


def values(model, *but: str):
    """Every column of every row, keys and moments of writing apart, named by the case."""
    unlike = {"id", "case", "activity", "event", "answers", "recorded_at", *but}
    return [each.name for each in model._meta.concrete_fields if each.name not in unlike]


def standing():
    of_case = ("case__external_id", "position")
    return [
        list(CompactCase.objects.order_by("external_id").values(*values(CompactCase, "opened_at"))),
        list(CompactEvent.objects.order_by(*of_case).values(*of_case, *values(CompactEvent))),
        list(
            Activity.objects.order_by("event__source").values(
                "event__source", "answers__event__source", *values(Activity, *MOMENTS)
            )
        ),
        list(
            ActivityStep.objects.order_by("activity__event__source", "went_to").values(
                "activity__event__source", *values(ActivityStep, *MOMENTS)
            )
        ),
        sorted(
            CompactObligation.objects.values_list("case__external_id", *values(CompactObligation)),
            key=str,
        ),
        list(StandardsPause.objects.order_by("pk").values("began_on", "ended_on", "kind")),
    ]


MOMENTS = ("created_at", "changed_at", "made_at", "added_at")


@pytest.fixture
def both(known_dana, tmp_path):
    """What stands after each way, and what each said; the first is undone."""
    with transaction.atomic():
        said = loaded(tmp_path, rows(), "--one-by-one")
        one_by_one = standing()
        transaction.set_rollback(True)
    return (one_by_one, said), tmp_path


def test_every_row_is_the_same(both):
    (one_by_one, said), folder = both
    assert (loaded(folder, rows()), standing()) == (said, one_by_one)
    assert len(one_by_one[1]) > 8


def test_small_batches_end_as_one_large_one(both, monkeypatch):
    (one_by_one, _), folder = both
    monkeypatch.setattr(import_compact, "BATCH_ROWS", 2)
    loaded(folder, rows())
    assert standing() == one_by_one


def test_what_comes_late_finds_its_place(known_dana, tmp_path):
    loaded(tmp_path, [each for each in rows() if each["activity_number"] != "A5"])
    before = [each["state"] for each in standing()[0]]
    loaded(tmp_path, rows())
    assert [each["state"] for each in standing()[0]] == before
    assert CompactEvent.objects.filter(source__endswith=" A5").count() == 1
