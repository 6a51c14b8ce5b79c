"""What the record answers to the items of an instrument, and where it keeps silent."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supervision.rules.instruments.catalogue import INSTRUMENTS
from supervision.rules.instruments.scoring import score
from supervision.rules.prefill.answering import Answer, age_on
from supervision.rules.prefill.record import Confinement, Count, Kind, RecordFacts, Source, Span
from supervision.rules.prefill.tables import TABLES, prefilled
from timecomp.engine.parameters import Value, amended
from timecomp.engine.standing import Standing

TODAY = date(2026, 6, 1)
PERSON = Source(Kind.PERSON, 1, None)


def source(kind: Kind, key: int, on: date) -> Source:
    return Source(kind, key, on)


def count(
    key: int,
    *,
    case: int,
    offense_on: date,
    convicted_on: date | None = None,
    is_felony: bool | None = True,
    is_violent: bool | None = False,
    mcl: str = "750.356",
) -> Count:
    return Count(
        source=source(Kind.CONVICTION if convicted_on else Kind.CHARGE, key, offense_on),
        case=case,
        offense_on=offense_on,
        convicted_on=convicted_on,
        is_pending=convicted_on is None,
        is_felony=is_felony,
        is_violent=is_violent,
        group="property",
        mcl=mcl,
    )


NOW = count(9, case=3, offense_on=date(2025, 11, 3), convicted_on=date(2026, 2, 1))
FACTS = RecordFacts(
    as_of=TODAY,
    person=PERSON,
    birth_date=date(1990, 5, 20),
    sex="M",
    arrests=(source(Kind.ARREST, 5, date(2025, 11, 4)),),
    counts=(NOW,),
)


def psa(facts: RecordFacts) -> dict[str, Answer]:
    return prefilled(INSTRUMENTS["psa"], facts)


def test_the_age_is_that_on_the_day_of_the_newest_arrest() -> None:
    assert psa(FACTS)["age_at_arrest"].value == 35


def test_an_answer_says_why() -> None:
    assert psa(FACTS)["age_at_arrest"].why == "Born May 20, 1990; arrested Nov 04, 2025."


def test_a_conviction_before_the_offense_is_prior() -> None:
    earlier = count(2, case=1, offense_on=date(2019, 1, 1), convicted_on=date(2019, 5, 1))
    found = psa(replace(FACTS, counts=(NOW, earlier)))["prior_felony"]
    assert (found.value, found.sources) == (True, (earlier.source,))


def test_another_count_of_the_same_case_is_not_prior() -> None:
    same = count(8, case=3, offense_on=date(2025, 11, 3), convicted_on=date(2026, 2, 1))
    assert psa(replace(FACTS, counts=(NOW, same)))["prior_felony"].value is False


def test_a_conviction_after_the_offense_is_not_prior_but_was_a_pending_charge() -> None:
    later = count(7, case=2, offense_on=date(2025, 6, 1), convicted_on=date(2025, 12, 1))
    found = psa(replace(FACTS, counts=(NOW, later)))
    assert (found["prior_felony"].value, found["pending_charge"].value) == (False, True)


def test_a_statute_that_does_not_tell_leaves_the_item_open() -> None:
    dim = count(
        2, case=1, offense_on=date(2019, 1, 1), convicted_on=date(2019, 5, 1), is_felony=None
    )
    assert "prior_felony" not in psa(replace(FACTS, counts=(NOW, dim)))


def test_without_an_offense_on_record_nothing_is_said_of_what_came_before() -> None:
    found = psa(replace(FACTS, counts=()))
    assert not {"prior_felony", "prior_violent", "pending_charge", "current_violent"} & found.keys()


def test_what_the_reader_may_not_see_is_left_open_rather_than_none() -> None:
    assert "fta_past_2_years" not in psa(replace(FACTS, unknown=frozenset({Kind.WARRANT})))


@pytest.mark.parametrize(
    ("missed_on", "recent", "older"),
    [(date(2024, 6, 1), 1, False), (date(2024, 5, 31), 0, True)],
)
def test_a_missed_court_date_is_recent_for_two_years(
    missed_on: date, recent: int, older: bool
) -> None:
    found = psa(replace(FACTS, missed_hearings=(source(Kind.HEARING, 4, missed_on),)))
    assert (found["fta_past_2_years"].value, found["fta_older"].value) == (recent, older)


def test_a_bench_warrant_is_told_and_not_counted() -> None:
    warrants = (source(Kind.WARRANT, 6, date(2025, 1, 1)),)
    found = psa(replace(FACTS, bench_warrants=warrants))["fta_past_2_years"]
    assert found.value == 0
    assert "1 bench warrant besides" in found.why


@pytest.mark.parametrize(("days", "counts"), [(13, False), (14, True), (None, True)])
def test_a_prior_sentence_counts_from_fourteen_days(days: int | None, counts: bool) -> None:
    sentence = Confinement(source(Kind.SENTENCE, 3, date(2019, 5, 1)), 1, date(2019, 5, 1), days)
    found = psa(replace(FACTS, confinements=(sentence,)))["prior_incarceration"]
    assert found.value is counts


def test_half_a_year_of_work_is_half_the_year() -> None:
    job = Span(source(Kind.EMPLOYMENT, 1, TODAY), TODAY - timedelta(days=183), None)
    found = prefilled(INSTRUMENTS["wisconsin"], replace(FACTS, jobs=(job,)))
    assert found["employed_percent"].value == 50


def test_without_a_job_on_record_nobody_is_called_unemployed() -> None:
    assert "unemployed" not in prefilled(INSTRUMENTS["vprai_r"], FACTS)


def test_an_ended_job_is_no_job() -> None:
    over = Span(source(Kind.EMPLOYMENT, 1, TODAY), date(2025, 1, 1), date(2025, 9, 1))
    found = prefilled(INSTRUMENTS["vprai_r"], replace(FACTS, jobs=(over,)))
    assert found["unemployed"].value is True


def test_every_item_that_is_filled_in_belongs_to_its_instrument() -> None:
    unknown = [
        (key, name)
        for key, table in TABLES.items()
        for name in table
        if INSTRUMENTS[key].item(name) is None
    ]
    assert unknown == []


DAYS = st.dates(date(2000, 1, 1), date(2026, 5, 31))
COUNTS = st.builds(
    lambda key, case, on, wait, felony, violent, mcl: count(
        key,
        case=case,
        offense_on=on,
        convicted_on=None if wait is None else on + timedelta(days=wait),
        is_felony=felony,
        is_violent=violent,
        mcl=mcl,
    ),
    st.integers(1, 99),
    st.integers(1, 4),
    DAYS,
    st.none() | st.integers(0, 900),
    st.none() | st.booleans(),
    st.none() | st.booleans(),
    st.sampled_from(["750.356", "750.529", "333.7403", ""]),
)
SPANS = st.builds(
    lambda on, days, why: Span(
        source(Kind.SUPERVISION, 1, on),
        on,
        None if days is None else on + timedelta(days=days),
        why,
    ),
    DAYS,
    st.none() | st.integers(0, 2000),
    st.sampled_from(["", "Completed", "Revoked", "Parole revoked, technical violation"]),
)
RECORDS = st.builds(
    RecordFacts,
    as_of=st.just(TODAY),
    person=st.just(PERSON),
    birth_date=st.none() | st.dates(date(1940, 1, 1), date(2008, 1, 1)),
    sex=st.sampled_from(["M", "F", "U"]),
    counts=st.lists(COUNTS, max_size=6).map(tuple),
    supervision=st.lists(SPANS, max_size=3).map(tuple),
    jobs=st.lists(SPANS, max_size=3).map(tuple),
    homes=st.lists(SPANS, max_size=3).map(tuple),
    unknown=st.frozensets(st.sampled_from(list(Kind)), max_size=3),
)


@given(RECORDS, st.sampled_from(sorted(TABLES)))
def test_whatever_the_record_holds_its_answers_can_be_scored(facts: RecordFacts, key: str) -> None:
    found = prefilled(INSTRUMENTS[key], facts)
    scored = score(INSTRUMENTS[key], {name: each.value for name, each in found.items()})
    assert not set(scored.missing) & found.keys()


@given(RECORDS, st.sampled_from(sorted(TABLES)))
def test_the_same_record_gives_the_same_answers(facts: RecordFacts, key: str) -> None:
    assert prefilled(INSTRUMENTS[key], facts) == prefilled(INSTRUMENTS[key], facts)


@given(st.dates(date(1940, 1, 1), date(2000, 12, 31)), st.integers(0, 9000))
def test_an_age_never_falls_as_days_pass(born: date, days: int) -> None:
    day = date(2001, 1, 1) + timedelta(days=days)
    assert age_on(born, day) <= age_on(born, day + timedelta(days=1))


def test_the_sections_an_item_counts_are_named_and_change_from_a_day_on() -> None:
    stolen = count(2, case=1, offense_on=date(2019, 1, 1), convicted_on=date(2019, 5, 1))
    facts = replace(FACTS, counts=(NOW, stolen))
    before = prefilled(INSTRUMENTS["wisconsin"], facts)["theft_conviction"]
    assert before.value is True
    assert "Counts MCL 750.110" in before.why
    assert "(inferred, to be confirmed)" in before.why
    other: list[Value[object]] = [Value(None, ("750.110",), "Memorandum", Standing.VERIFIED)]
    with amended({"supervision.sections_theft": other}):
        after = prefilled(INSTRUMENTS["wisconsin"], facts)["theft_conviction"]
    assert (after.value, after.why) == (
        False,
        "0 theft or robbery convictions on record. Counts MCL 750.110.",
    )
