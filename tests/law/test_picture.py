"""The drawing of a case: what ran when, on a line that fits any width."""

from dataclasses import replace
from datetime import date

from hypothesis import given

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


def test_a_life_sentence_alone_leaves_room_to_the_right() -> None:
    life = replace(SENTENCE, kind=SentenceKind.LIFE, maximum="life", minimum=None)
    found = drawn(replace(CASE, sentences=(life,)))
    assert found.place(found.marks[0].day) < WHOLE_WIDTH


def test_a_case_in_which_nothing_has_a_date_is_not_drawn() -> None:
    gone = replace(SENTENCE, vacated_on=date(1991, 1, 1))
    case = replace(CASE, sentences=(gone,))
    assert picture(case, compute(case)) is None


def test_a_sentence_that_is_not_dated_has_no_lane_and_the_next_has() -> None:
    gone = replace(SENTENCE, id="Z", vacated_on=date(1991, 1, 1))
    names = [each.name for each in drawn(replace(CASE, sentences=(gone, SENTENCE))).lanes]
    assert not any("Z" in name for name in names)
    assert "Sentence A, minimum" in names


def test_what_follows_a_life_sentence_has_no_start_and_no_lane() -> None:
    life = replace(SENTENCE, kind=SentenceKind.LIFE, maximum="life", minimum=None)
    after = replace(SENTENCE, id="B", consecutive_to=("A",), consecutive_authority="768.7a(1)")
    names = [each.name for each in drawn(replace(CASE, sentences=(life, after))).lanes]
    assert not any("Sentence B" in name for name in names)


def test_first_of_january_marks_the_years_on_the_line() -> None:
    found = drawn(CASE)
    assert all((day.month, day.day) == (1, 1) for day in found.ticks)
    assert found.first <= found.ticks[0] <= found.ticks[-1] <= found.last


def test_a_parole_with_no_end_known_reaches_the_day_asked_on() -> None:
    paroled = Parole(date(2025, 1, 1))
    case = replace(CASE, parole=(paroled,))
    [span] = lane(case, "Parole").spans
    assert (span.first, span.last) == (date(2025, 1, 1), date(2026, 1, 1))


def test_a_parole_after_the_day_asked_on_is_not_drawn() -> None:
    case = replace(CASE, parole=(Parole(date(2027, 1, 1)),))
    assert "Parole" not in [each.name for each in drawn(case).lanes]


def test_a_sentence_without_credits_ends_where_the_calendar_says() -> None:
    late = replace(
        SENTENCE, offense=Offense("750.529", date(2010, 1, 1)), sentenced_on=date(2010, 7, 10)
    )
    [span] = lane(replace(CASE, sentences=(late,)), "Sentence A, minimum").spans
    assert span.last == date(2015, 5, 31)


@given(strategies.wild_cases())
def test_everything_lies_within_the_width(case: Case) -> None:
    found = picture(case, compute(case))
    if found is None:
        return
    days = [day for lane in found.lanes for span in lane.spans for day in (span.first, span.last)]
    assert all(0 <= found.place(day) <= WHOLE_WIDTH for day in days)
    assert len(found.ticks) <= MOST_TICKS + 1
