"""Conditions that are amended, rest, bind again and end: what stood before stays readable."""

from datetime import date

import pytest

from offenders.selectors.reading import Reading
from offenders.services.refusals import RefusedError
from ots.access.viewer import system_viewer, viewer_for
from supervision.choices.condition import EndedAs, Imposer
from supervision.models import (
    ConditionNotice,
    ConditionTerms,
)
from supervision.selectors.conditions import conditions_of
from supervision.services.conditions.ending import (
    Change,
    end_condition,
    end_expired,
    resume_condition,
    suspend_condition,
)
from supervision.services.conditions.imposing import amend_condition
from supervision.services.conditions.notice import Notice, record_notice
from tests.factories.supervision_conditions import ORDERED, entry, impose, on_parole

WEEKLY = {"times": 1, "per": 1, "unit": "week"}
TESTS = {"how_often": WEEKLY, "scheme": "on fixed days"}
TODAY = date(2026, 2, 10)


def fields_of(refusal):
    return [each.field for each in refusal.value.objections]


def test_an_amendment_of_a_court_ends_the_old_text_the_day_it_binds(olivia, dana):
    old = impose(olivia, dana, "SUB-03", answers=TESTS)
    later = date(2026, 2, 1)
    order = entry(answers={**TESTS, "panel": "5"}, ordered_on=later, ordered_for=later)
    amend_condition(viewer_for(olivia), old.condition, order)
    spans = ConditionTerms.objects.filter(superseded_at=None).order_by("effective_on")
    assert list(spans.values_list("effective_on", "ended_on", "ended_as")) == [
        (ORDERED, later, EndedAs.AMENDED),
        (later, None, ""),
    ]


def amended_parole(olivia, dana):
    on_parole(dana)
    board = {"imposed_by": Imposer.BOARD, "order_number": ""}
    first = impose(
        olivia,
        dana,
        "SUB-03",
        answers=TESTS,
        **board,
        ordered_on=date(2025, 5, 1),
        ordered_for=date(2025, 6, 1),
    )
    order = entry(answers={**TESTS, "panel": "9"}, **board)
    return first, amend_condition(viewer_for(olivia), first.condition, order)


def test_an_amended_parole_order_waits_for_notice(olivia, dana):
    first, amended = amended_parole(olivia, dana)
    first.refresh_from_db()
    assert (amended.effective_on, first.superseded_at) == (None, None)


def test_an_amended_parole_order_binds_with_notice(olivia, dana):
    first, _ = amended_parole(olivia, dana)
    noticed = date(2026, 1, 20)
    record_notice(viewer_for(olivia), [first.condition], Notice(given_on=noticed, manner="signed"))
    (now,) = conditions_of(Reading(viewer_for(olivia)), dana.pk, today=TODAY).active
    assert (now.terms.effective_on, now.terms.details["panel"]) == (noticed, "9")


def test_no_notice_is_older_than_its_order(olivia, dana):
    first, _ = amended_parole(olivia, dana)
    with pytest.raises(RefusedError) as refusal:
        record_notice(
            viewer_for(olivia), [first.condition], Notice(given_on=date(2026, 1, 4), manner="told")
        )
    assert fields_of(refusal) == ["given_on"]


def test_a_refused_notice_leaves_nothing_behind(olivia, dana):
    first, _ = amended_parole(olivia, dana)
    with pytest.raises(RefusedError):
        record_notice(
            viewer_for(olivia), [first.condition], Notice(given_on=date(2026, 1, 4), manner="told")
        )
    assert not ConditionNotice.objects.exists()


def test_a_second_amendment_waits_until_the_first_is_settled(olivia, dana):
    first, _ = amended_parole(olivia, dana)
    with pytest.raises(RefusedError, match="waits for notice"):
        amend_condition(viewer_for(olivia), first.condition, entry(answers=TESTS))


def test_an_amendment_cannot_reach_behind_what_stands(olivia, dana):
    terms = impose(olivia, dana, "SUB-01")
    early = date(2025, 12, 1)
    with pytest.raises(RefusedError) as refusal:
        amend_condition(
            viewer_for(olivia), terms.condition, entry(ordered_on=early, ordered_for=early)
        )
    assert fields_of(refusal) == ["ordered_for"]


# Rest and end


def test_a_suspended_condition_binds_again_as_it_read(olivia, dana):
    terms = impose(olivia, dana, "SUB-03", answers=TESTS)
    viewer = viewer_for(olivia)
    suspend_condition(viewer, terms.condition, Change(on=date(2026, 1, 20), reason="Hospital"))
    resume_condition(viewer, terms.condition, Change(on=date(2026, 2, 1), reason="Back home"))
    (now,) = conditions_of(Reading(viewer), dana.pk, today=TODAY).active
    assert (now.terms.effective_on, now.terms.details) == (date(2026, 2, 1), TESTS)


def test_what_does_not_rest_cannot_bind_again(olivia, dana):
    terms = impose(olivia, dana, "SUB-01")
    with pytest.raises(RefusedError, match="not suspended"):
        resume_condition(
            viewer_for(olivia), terms.condition, Change(on=date(2026, 2, 1), reason="x")
        )


def test_an_ended_condition_is_over(olivia, dana):
    terms = impose(olivia, dana, "SUB-01")
    change = Change(on=date(2026, 2, 1), reason="Order of February 1")
    end_condition(viewer_for(olivia), terms.condition, change, ended_as=EndedAs.REMOVED)
    found = conditions_of(Reading(viewer_for(olivia)), dana.pk, today=TODAY)
    assert (len(found.active), [each.terms.ended_as for each in found.over]) == (0, ["removed"])


def test_what_is_over_cannot_end_again(olivia, dana):
    terms = impose(olivia, dana, "SUB-01")
    change = Change(on=date(2026, 2, 1), reason="Order of February 1")
    viewer = viewer_for(olivia)
    end_condition(viewer, terms.condition, change, ended_as=EndedAs.REMOVED)
    with pytest.raises(RefusedError, match="over already"):
        end_condition(viewer, terms.condition, change, ended_as=EndedAs.REMOVED)


def test_an_order_that_ran_out_ends_its_condition_in_the_night(olivia, dana):
    impose(olivia, dana, "SUB-01", expires_on=date(2026, 2, 1))
    assert end_expired(system_viewer("night"), today=date(2026, 2, 1)) == 1
    assert ConditionTerms.objects.get(superseded_at=None).ended_as == EndedAs.EXPIRED


def test_an_order_that_still_runs_is_left_alone_in_the_night(olivia, dana):
    impose(olivia, dana, "SUB-01", expires_on=date(2026, 2, 1))
    assert end_expired(system_viewer("night"), today=date(2026, 1, 31)) == 0


# What becomes due
