"""The limits of a proceeding are those of a clock that is wound down hour by hour."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.person_facts import Kind
from supervision.rules.proceeding import Move
from supervision.rules.proceeding_clocks import Course, Event, Mark, clocks_at
from tests.supervision.rules.paper_rules import business_days_after

START = datetime(2026, 6, 29, 9, tzinfo=UTC)
HOUR, A_DAY = timedelta(hours=1), 24
# Hours, or business days; what starts the limit and what meets it; whose it is.
TABLE = {
    "supervisor_review": (None, Move.SUBMIT, Move.APPROVE, None),
    "swift_and_sure": (72, Move.SUBMIT, Move.HEAR, Kind.PROBATION),
    "arraignment": (A_DAY, Move.ARREST, Move.ARRAIGN, Kind.PROBATION),
    "hearing_in_custody": (14 * A_DAY, Move.ARRAIGN, Move.HEAR, Kind.PROBATION),
    "preliminary_hearing": (10 * A_DAY, Move.ARREST, Move.FIND_CAUSE, Kind.PAROLE),
    "fact_finding_hearing": (45 * A_DAY, Move.ARREST, Move.HEAR, Kind.PAROLE),
}
hours = st.integers(1, 60 * A_DAY)


def hours_of(key: str, begun: datetime) -> int:
    """How many hours the limit has; the supervisor has until the same hour of a business day."""
    limit = TABLE[key][0]
    if limit is not None:
        return limit
    due: date = business_days_after(begun.date(), 1)
    return (due - begun.date()).days * A_DAY


def at(hour: int) -> datetime:
    return START + hour * HOUR


def wound_down(limit: int, spans: list[tuple[int, int]], end: int) -> tuple[int, bool]:
    """The hour at which the limit runs out, and whether it has before the end."""
    left, hour = limit, 0
    while left and hour < end:
        left -= not any(since <= hour < until for since, until in spans)
        hour += 1
    return hour + left, left == 0 and hour < end


@given(
    key=st.sampled_from(sorted(TABLE)),
    edges=st.lists(hours, max_size=6, unique=True).map(sorted),
    met=st.none() | hours,
    now=hours,
)
def test_a_limit_runs_out_when_the_hours_that_count_are_used_up(
    key: str, edges: list[int], met: int | None, now: int
) -> None:
    _, starts, meets, kind = TABLE[key]
    past = [each for each in edges if each <= now]
    marks = [
        Mark(key, "ran_on" if n % 2 else "stood_still", at(each), "Competency")
        for n, each in enumerate(past)
    ]
    is_met = met is not None and met <= now
    events = (Event(starts, START), *((Event(meets, at(met or 0)),) if is_met else ()))
    course = Course(kind or Kind.PAROLE, events, tuple(marks), is_swift_and_sure=True)
    found = next(each for each in clocks_at(course, at(now)) if each.rule.key == key)

    ends = [*past[1::2], now + 1] if len(past) % 2 else past[1::2]
    spans = list(zip(past[::2], ends, strict=True))
    end = met if is_met and met is not None else now
    due, has_run_out = wound_down(hours_of(key, START), spans, end)
    assert found.due_at == at(due)
    if is_met:
        assert found.state.value == ("met late" if has_run_out else "met")
    elif has_run_out:
        assert found.state.value == "past due"
    elif len(past) % 2:
        assert found.state.value == "stands still"
    else:
        assert found.state.value in {"running", "soon due"}


def test_the_supervisor_has_until_the_next_business_day_past_independence_day() -> None:
    thursday = datetime.combine(date(2026, 7, 2), time(9), UTC)
    assert hours_of("supervisor_review", thursday) == 4 * A_DAY
    [clock] = clocks_at(Course(Kind.PAROLE, (Event(Move.SUBMIT, thursday),)), thursday)
    assert clock.due_at == thursday + timedelta(days=4)
