"""The drawing of a case: what ran when, on a line that fits any width."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from tests.law import strategies
from timecomp.law.computation import compute
from timecomp.law.facts import (
    Case,
    CustodyKind,
    CustodySpan,
    Offense,
    Parole,
    ParoleViolation,
    Sentence,
    SentenceKind,
    Term,
    ViolationKind,
)
from timecomp.law.picture import MOST_TICKS, WHOLE_WIDTH, About, Kind, Lane, Picture, picture

SENTENCE = Sentence(
    id="A",
    offense=Offense(code="750.529", date=date(1990, 1, 1)),
    sentenced_on=date(1990, 7, 10),
    kind=SentenceKind.INDETERMINATE,
    minimum=Term(years=5),
    maximum=Term(years=15),
    jail_credit_days=40,
)
CASE = Case(id="x", as_of=date(2026, 1, 1), sentences=(SENTENCE,))


def drawn(case: Case) -> Picture:
    found = picture(case, compute(case))
    assert found is not None
    return found


def lane(case: Case, name: str) -> Lane:
    return next(each for each in drawn(case).lanes if each.name == name)


def test_the_minimum_ends_where_credit_begins_and_credit_ends_on_the_calendar() -> None:
    result = compute(CASE).sentences[0]
    served, credit = lane(CASE, "Sentence A, minimum").spans
    assert (served.first, served.last) == (result.start, result.net_minimum)
    assert (credit.first, credit.last) == (result.net_minimum, result.calendar_minimum)


def test_jail_credit_reaches_back_from_the_day_of_the_sentence() -> None:
    [span] = lane(CASE, "Sentence A, credit for jail").spans
    assert (span.first, span.last) == (date(1990, 5, 31), date(1990, 7, 10))


def test_each_chain_of_consecutive_sentences_has_its_own_start() -> None:
    after = replace(SENTENCE, id="B", jail_credit_days=0, consecutive_to=("A",))
    case = replace(CASE, sentences=(SENTENCE, after))
    for end in ("minimum", "maximum"):
        first, second = (lane(case, f"Sentence {id}, {end}").spans[0] for id in "AB")
        assert second.first == first.last


def test_life_has_no_end_and_reaches_the_edge() -> None:
    case = replace(
        CASE,
        sentences=(
            replace(SENTENCE, kind=SentenceKind.LIFE, maximum="life", minimum=None),
            replace(SENTENCE, id="B"),
        ),
    )
    [span] = lane(case, "Sentence A, maximum").spans
    assert (span.kind, span.last) == (Kind.LIFE, None)
    assert drawn(case).place(None) == WHOLE_WIDTH


def test_an_escape_is_time_that_does_not_count() -> None:
    away = CustodySpan(CustodyKind.ESCAPE, date(1991, 4, 1), date(1991, 6, 1))
    [span] = lane(replace(CASE, custody=(away,)), "Time away that does not count").spans
    assert (span.kind, span.first) == (Kind.DEAD_TIME, date(1991, 4, 1))


def test_a_violation_of_parole_stands_apart_from_custody() -> None:
    violation = ParoleViolation(ViolationKind.TECHNICAL, date(1996, 5, 1), date(1996, 6, 1))
    case = replace(CASE, parole=(Parole(date(1996, 1, 1), Term(years=2), (violation,)),))
    found = lane(case, "Violations of parole")
    assert (found.about, found.spans[0].first) == (About.SUPERVISION, date(1996, 5, 1))


def test_parole_ends_where_the_person_is_back_in_prison() -> None:
    back = CustodySpan(CustodyKind.PRISON, date(1997, 3, 1))
    case = replace(CASE, parole=(Parole(date(1996, 1, 1), Term(years=2)),), custody=(back,))
    [span] = lane(case, "Parole").spans
    assert (span.first, span.last) == (date(1996, 1, 1), date(1997, 3, 1))


@settings(max_examples=80)
@given(strategies.wild_cases())
def test_everything_lies_within_the_width(case: Case) -> None:
    found = picture(case, compute(case))
    if found is None:
        return
    days = [day for lane in found.lanes for span in lane.spans for day in (span.first, span.last)]
    assert all(0 <= found.place(day) <= WHOLE_WIDTH for day in days)
    assert len(found.ticks) <= MOST_TICKS + 1
