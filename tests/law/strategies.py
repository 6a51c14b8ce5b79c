"""Cases of every shape, for properties that must hold of all of them."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from timecomp.law.facts import (
    AppliesTo,
    AwardKind,
    Case,
    CreditAward,
    CustodyKind,
    CustodySpan,
    Forfeiture,
    Misconduct,
    MonthCount,
    Offense,
    Options,
    Order,
    OrderKind,
    Parole,
    ParoleViolation,
    Person,
    Restoration,
    Sentence,
    SentenceKind,
    Term,
    ViolationKind,
)

CODES = ("750.529", "750.84", "750.249", "750.317", "333.7403(2)(a)(iii)", "750.82")
OLD_POSSESSION = ("333.7403(2)(a)(iii)",)
FLAGS = (
    *("life_or_any_term", "without_parole", "victim_under_13", "repeat_drug_offender"),
    *("other_serious_crime", "no_other_serious_crime", "cooperated", "second_drug_crime"),
    *("near_school", "recruited_minor", "second_sexual_conduct", "youthful_trainee", "dwelling"),
)
days = st.dates(min_value=date(1975, 1, 1), max_value=date(2024, 12, 31))
counts_of_months = st.sampled_from(list(MonthCount))


@st.composite
def sentences(
    draw: st.DrawFn,
    *,
    id: str = "A",
    codes: Sequence[str] = CODES,
    offended: st.SearchStrategy[date] = days,
) -> Sentence:
    """An indeterminate sentence some time after its offense."""
    day = draw(offended)
    minimum = draw(st.integers(12, 300))
    maximum = draw(st.integers(minimum, 600))
    return Sentence(
        id=id,
        offense=Offense(code=draw(st.sampled_from(codes)), date=day),
        sentenced_on=day + timedelta(days=draw(st.integers(30, 900))),
        kind=SentenceKind.INDETERMINATE,
        minimum=Term(years=minimum // 12, months=minimum % 12),
        maximum=Term(years=maximum // 12, months=maximum % 12),
        jail_credit_days=draw(st.integers(0, 30)),
    )


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """One or two sentences, together or one after the other, with what happened while they ran."""
    first = draw(sentences())
    second = draw(st.none() | sentences(id="B"))
    both = (first,) if second is None else (first, second)
    if second is not None and draw(st.booleans()):
        both = (first, _after(second))
    return Case(
        id="drawn",
        sentences=both,
        misconduct=tuple(draw(st.lists(misconduct(first), max_size=3))),
        credit_awards=tuple(draw(st.lists(awards(first), max_size=2))),
        forfeitures=tuple(draw(st.lists(forfeitures(first), max_size=2))),
        restorations=tuple(draw(st.lists(restorations(first), max_size=2))),
        custody=tuple(draw(st.lists(escapes(first), max_size=1))),
        options=Options(disciplinary_credit_months=draw(counts_of_months)),
    )


def _after(sentence: Sentence) -> Sentence:
    return Sentence(
        id=sentence.id,
        offense=sentence.offense,
        sentenced_on=sentence.sentenced_on,
        kind=sentence.kind,
        minimum=sentence.minimum,
        maximum=sentence.maximum,
        consecutive_to=("A",),
        consecutive_authority="768.7a(1)",
    )


def _day_in(sentence: Sentence) -> st.SearchStrategy[date]:
    return st.integers(1, 5000).map(lambda n: sentence.sentenced_on + timedelta(days=n))


def misconduct(sentence: Sentence) -> st.SearchStrategy[Misconduct]:
    """A major misconduct found proven while the sentence ran."""
    return _day_in(sentence).map(
        lambda day: Misconduct(
            violated_on=day,
            class_="I",
            found_guilty_on=day + timedelta(days=9),
            disciplinary_time_days=30,
        )
    )


def awards(sentence: Sentence) -> st.SearchStrategy[CreditAward]:
    """Special credit awarded on the sentence."""
    return st.builds(
        CreditAward,
        sentence=st.just(sentence.id),
        kind=st.sampled_from(list(AwardKind)),
        days=st.integers(0, 200),
        awarded_on=_day_in(sentence),
        applies_to=st.sampled_from(list(AppliesTo)),
    )


def forfeitures(sentence: Sentence) -> st.SearchStrategy[Forfeiture]:
    """Credit of the sentence taken away."""
    return st.builds(
        Forfeiture,
        sentence=st.just(sentence.id),
        days=st.integers(0, 300),
        ordered_on=_day_in(sentence),
    )


def restorations(sentence: Sentence) -> st.SearchStrategy[Restoration]:
    """Credit of the sentence given back."""
    return st.builds(
        Restoration,
        sentence=st.just(sentence.id),
        days=st.integers(0, 300),
        ordered_on=_day_in(sentence),
    )


@st.composite
def escapes(draw: st.DrawFn, sentence: Sentence) -> CustodySpan:
    """An escape while the sentence ran."""
    left = draw(_day_in(sentence))
    back = left + timedelta(days=draw(st.integers(1, 400)))
    return CustodySpan(kind=CustodyKind.ESCAPE, from_=left, to=back)


@st.composite
def wild_cases(draw: st.DrawFn) -> Case:
    """Well-formed cases that make little sense: any kind, any order, any ties."""
    ids = ["A", "B", "C"][: draw(st.integers(1, 3))]
    return Case(
        id="wild",
        as_of=draw(st.none() | days),
        person=Person(birth_date=draw(st.none() | days)),
        sentences=tuple(draw(_wild_sentence(id, ids)) for id in ids),
        custody=tuple(draw(st.lists(_wild_custody(ids), max_size=4))),
        misconduct=tuple(draw(st.lists(_wild_misconduct, max_size=2))),
        credit_awards=tuple(draw(st.lists(_wild_award(ids), max_size=2))),
        forfeitures=tuple(draw(st.lists(_wild_forfeiture(ids), max_size=2))),
        parole=tuple(draw(st.lists(_wild_parole, max_size=2))),
        orders=tuple(draw(st.lists(_wild_order(ids), max_size=3))),
    )


_any_term = st.builds(
    Term, years=st.integers(0, 999), months=st.integers(0, 30), days=st.integers(0, 60)
)
_any_code = st.sampled_from(
    (*CODES, "750.316", "750.227b", "750.999", "333.7401(2)(a)(i)", "333.7401(2)(a)(iv)")
)
_any_offense = st.builds(
    Offense,
    code=_any_code,
    date=days,
    date_to=st.none(),
    attempt=st.booleans(),
    flags=st.frozensets(st.sampled_from(FLAGS), max_size=3),
)
_wild_misconduct = st.builds(
    Misconduct,
    violated_on=days,
    class_=st.sampled_from(["I", "II", "X"]),
    found_guilty_on=st.none() | days,
    disciplinary_time_days=st.none() | st.integers(0, 90),
)
_wild_parole = st.builds(
    Parole,
    released_on=days,
    term=st.none() | _any_term,
    violations=st.lists(
        st.builds(
            ParoleViolation,
            kind=st.sampled_from(list(ViolationKind)),
            declared_on=days,
            available_on=st.just(date(2025, 1, 1)) | st.none(),
            detainer_on=st.none() | days,
        ),
        max_size=2,
    ).map(tuple),
)


def _wild_order(ids: list[str]) -> st.SearchStrategy[Order]:
    return st.builds(
        Order,
        kind=st.sampled_from(list(OrderKind)),
        made_on=days,
        sentence=st.none() | st.sampled_from(ids),
        day=st.none() | days,
        days=st.none() | st.integers(0, 400),
        term=st.none() | _any_term,
        flags=st.frozensets(st.sampled_from(["completed", "awaits_treatment"])),
    )


def _wild_sentence(id: str, ids: list[str]) -> st.SearchStrategy[Sentence]:
    others = [other for other in ids if other != id]
    tied = st.sampled_from(others) if others else st.nothing()
    return st.builds(
        Sentence,
        id=st.just(id),
        offense=_any_offense,
        sentenced_on=days,
        kind=st.sampled_from(list(SentenceKind)),
        minimum=st.none() | _any_term,
        maximum=st.none() | st.just("life") | _any_term,
        jail_credit_days=st.integers(0, 4000),
        habitual=st.sampled_from([0, 2, 3, 4]),
        consecutive_to=st.lists(tied, max_size=len(others), unique=True).map(tuple),
        consecutive_authority=st.none() | st.sampled_from(["768.7a(2)", "768.7b", "nonsense"]),
        judge_approval_on=st.none() | days,
        vacated_on=st.none() | days,
        replaces=st.none() | tied,
        surrendered_on=st.none() | days,
    )


@st.composite
def _wild_custody(draw: st.DrawFn, ids: list[str]) -> CustodySpan:
    start = draw(days)
    return CustodySpan(
        kind=draw(st.sampled_from(list(CustodyKind))),
        from_=start,
        to=draw(st.none() | st.integers(0, 2000).map(lambda n: start + timedelta(days=n))),
        sentence=draw(st.none() | st.sampled_from(ids)),
    )


def _wild_award(ids: list[str]) -> st.SearchStrategy[CreditAward]:
    return st.builds(
        CreditAward,
        sentence=st.sampled_from(ids),
        kind=st.sampled_from(list(AwardKind)),
        days=st.integers(-300, 3000),
        awarded_on=days,
        applies_to=st.sampled_from(list(AppliesTo)),
    )


def _wild_forfeiture(ids: list[str]) -> st.SearchStrategy[Forfeiture]:
    return st.builds(
        Forfeiture, sentence=st.sampled_from(ids), days=st.integers(0, 3000), ordered_on=days
    )
