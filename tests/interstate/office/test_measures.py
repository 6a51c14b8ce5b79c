"""The database's measures against a slow count of the same rows, one by one."""

from collections import Counter

import pytest

from interstate.models import CompactCase
from interstate.rules.measures import MEASURES, Outcome, outcome_of, quarter_of
from interstate.selectors.measures import behind, measure_rows, member_rows
from interstate.selectors.offices import OURS, WHOSE
from ots.access.viewer import viewer_for
from tests.interstate.office.conftest import TODAY

QUERIES_OF_THE_MEASURES = 1


def is_of(debt, whose, office):
    """Say for one row whose debt it is, seen from an office."""
    sides = {"sending": debt.case.sending_office_id, "receiving": debt.case.receiving_office_id}
    if debt.owed_by not in sides:
        return False
    debtor = sides.pop(debt.owed_by)
    (other,) = sides.values()
    return debtor == office if whose == OURS else other == office


def counted_slowly(debts, whose, office):
    """Count outcomes by measure, quarter and other member."""
    found = Counter()
    for debt in debts:
        measure = next((each for each in MEASURES.values() if debt.key in each.keys), None)
        if measure is None or debt.is_void or not is_of(debt, whose, office):
            continue
        case = debt.case
        other = case.receiving_id if case.sending_office_id == office else case.sending_id
        outcome = outcome_of(debt.due_on, debt.satisfied_on, TODAY)
        found[measure.slug, quarter_of(debt.due_on), other, outcome] += 1
    return found


def summed(slow, slug, quarter, outcome):
    return sum(
        count
        for (of, when, _, what), count in slow.items()
        if (of, when, what) == (slug, quarter, outcome)
    )


@pytest.mark.parametrize("whose", WHOSE)
def test_measures_by_quarter_are_what_a_slow_count_finds(debts, carla, asking, whose):
    slow = counted_slowly(debts, whose, carla.delegate.office_id)
    fast = measure_rows(viewer_for(carla), asking(carla, whose))
    told = {
        (row.measure.slug, cell.quarter, outcome): getattr(cell.tally, outcome.value)
        for row in fast
        for cell in row.cells
        for outcome in Outcome
    }
    assert told == {place: summed(slow, *place) for place in told}
    assert sum(told.values()) > 50


@pytest.mark.parametrize("whose", WHOSE)
def test_measures_by_member_are_what_a_slow_count_finds(debts, carla, asking, whose):
    slow = counted_slowly(debts, whose, carla.delegate.office_id)
    asked = asking(carla, whose)
    told = {
        (slug, asked.last, row.member.pk, outcome): getattr(row.cell.tally, outcome.value)
        for slug, measure in MEASURES.items()
        for row in member_rows(viewer_for(carla), asked, measure)
        for outcome in Outcome
    }
    assert {place: count for place, count in told.items() if count} == {
        place: count for place, count in slow.items() if place[1] == asked.last
    }


@pytest.mark.parametrize("outcome", Outcome)
def test_the_list_behind_a_figure_is_as_long_as_the_figure(debts, carla, asking, outcome):
    asked, viewer = asking(carla), viewer_for(carla)
    rows = {row.measure.slug: row.cells[-1].tally for row in measure_rows(viewer, asked)}
    lengths = {
        slug: behind(viewer, asked, measure, outcome=outcome).count()
        for slug, measure in MEASURES.items()
    }
    assert lengths == {slug: getattr(tally, outcome.value) for slug, tally in rows.items()}


def test_another_state_counts_its_own_cases_alone(debts, otto, asking):
    seen = {
        row.case_id
        for slug in MEASURES
        for whose in WHOSE
        for row in behind(viewer_for(otto), asking(otto, whose), MEASURES[slug])
    }
    theirs = {
        each.case_id for each in debts if "OH" in {each.case.sending_id, each.case.receiving_id}
    }
    assert seen and seen <= theirs


def test_another_state_counts_what_it_was_sent_something_of(debts, otto, asking):
    CompactCase.objects.filter(sending="MI", receiving="OH").update(state="DRAFT")
    rows = [
        row
        for measure in MEASURES.values()
        for row in behind(viewer_for(otto), asking(otto), measure)
    ]
    # Michigan sent nothing yet in its own case: only Ohio's own is Ohio's business.
    assert {row.case.sending_id for row in rows} == {"OH"}


def test_all_measures_take_one_query(debts, carla, asking, django_assert_num_queries):
    viewer, asked = viewer_for(carla), asking(carla)
    measure_rows(viewer, asked)
    with django_assert_num_queries(QUERIES_OF_THE_MEASURES):
        measure_rows(viewer, asked)


def test_the_member_with_the_lowest_share_comes_first(debts, carla, asking):
    for measure in MEASURES.values():
        rows = member_rows(viewer_for(carla), asking(carla), measure)
        shares = [
            row.cell.tally.on_time / row.cell.tally.counted
            for row in rows
            if row.cell.tally.counted
        ]
        assert shares == sorted(shares)
