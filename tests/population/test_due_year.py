"""A made-up year of what was due: in order, and like the rules would have it."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from ots.population.due_year import a_year
from supervision.rules.life import Standard
from supervision.rules.obligations import Matter, ObligationState, grace_until, state_on

AS_OF = date(2026, 11, 20)
MONTHLY = Standard(
    id=1,
    title="Contact: one in 30 days",
    case_type="any",
    level="medium",
    kind="contact",
    cadence="rolling",
    trigger="",
    count=1,
    per=30,
    unit="day",
    since=date(2026, 1, 1),
    until=None,
)
CALENDAR = Standard(
    id=2,
    title="Monthly report",
    case_type="any",
    level="limited",
    kind="report",
    cadence="fixed",
    trigger="",
    count=1,
    per=1,
    unit="month",
    since=date(2026, 1, 1),
    until=None,
)
seeds = st.integers(0, 10_000)
begun = st.dates(AS_OF - timedelta(days=365), AS_OF)


def year(seed: int, began_on: date, standard: Standard = MONTHLY):
    random = Random(seed)  # noqa: S311  nothing secret is drawn
    return list(a_year(random, [standard], began_on=began_on, as_of=AS_OF))


@given(seeds, begun)
def test_windows_follow_each_other(seed, began_on):
    rows = year(seed, began_on)
    assert all(one.due_on < other.due_on for one, other in zip(rows, rows[1:], strict=False))


@given(seeds, begun, st.sampled_from([MONTHLY, CALENDAR]))
def test_nothing_is_done_after_the_day_it_is_told_for(seed, began_on, standard):
    assert all((each.done_on or AS_OF) <= AS_OF for each in year(seed, began_on, standard))


@given(seeds, begun)
def test_one_window_at_most_is_live(seed, began_on):
    assert sum(each.closed_on is None for each in year(seed, began_on)) <= 1


@given(seeds, begun)
def test_what_is_closed_was_met_or_excused(seed, began_on):
    open_states = {ObligationState.DUE, ObligationState.OVERDUE, ObligationState.NOT_DUE}
    for each in year(seed, began_on):
        matter = Matter(
            due_on=each.due_on,
            grace_until=grace_until("contact", each.due_on),
            window_opens_on=each.opens_on,
            done_on=each.done_on,
            is_excused=each.excused,
            closed_on=each.closed_on,
        )
        assert each.closed_on is None or state_on(matter, AS_OF) not in open_states


def test_the_same_seed_tells_the_same_year():
    assert year(3, date(2026, 1, 5)) == year(3, date(2026, 1, 5))
