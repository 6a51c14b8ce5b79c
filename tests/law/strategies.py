"""Cases of every shape, for properties that must hold of all of them."""

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
    Restoration,
    Sentence,
    SentenceKind,
    Term,
)

CODES = ("750.529", "750.84", "750.249", "750.317", "333.7403(2)(a)(iii)", "750.82")
days = st.dates(min_value=date(1975, 1, 1), max_value=date(2024, 12, 31))
counts_of_months = st.sampled_from(list(MonthCount))


@st.composite
def sentences(draw: st.DrawFn, *, id: str = "A") -> Sentence:
    """An indeterminate sentence some time after its offense."""
    offended = draw(days)
    minimum = draw(st.integers(12, 300))
    maximum = draw(st.integers(minimum, 600))
    return Sentence(
        id=id,
        offense=Offense(code=draw(st.sampled_from(CODES)), date=offended),
        sentenced_on=offended + timedelta(days=draw(st.integers(30, 900))),
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
        misconduct=tuple(draw(st.lists(_misconduct(first), max_size=3))),
        credit_awards=tuple(draw(st.lists(_award(first), max_size=2))),
        forfeitures=tuple(draw(st.lists(_forfeiture(first), max_size=2))),
        restorations=tuple(draw(st.lists(_restoration(first), max_size=2))),
        custody=tuple(draw(st.lists(_escape(first), max_size=1))),
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


def _misconduct(sentence: Sentence) -> st.SearchStrategy[Misconduct]:
    return _day_in(sentence).map(
        lambda day: Misconduct(
            violated_on=day,
            class_="I",
            found_guilty_on=day + timedelta(days=9),
            disciplinary_time_days=30,
        )
    )


def _award(sentence: Sentence) -> st.SearchStrategy[CreditAward]:
    return st.builds(
        CreditAward,
        sentence=st.just(sentence.id),
        kind=st.sampled_from(list(AwardKind)),
        days=st.integers(0, 200),
        awarded_on=_day_in(sentence),
        applies_to=st.sampled_from(list(AppliesTo)),
    )


def _forfeiture(sentence: Sentence) -> st.SearchStrategy[Forfeiture]:
    return st.builds(
        Forfeiture,
        sentence=st.just(sentence.id),
        days=st.integers(0, 300),
        ordered_on=_day_in(sentence),
    )


def _restoration(sentence: Sentence) -> st.SearchStrategy[Restoration]:
    return st.builds(
        Restoration,
        sentence=st.just(sentence.id),
        days=st.integers(0, 300),
        ordered_on=_day_in(sentence),
    )


@st.composite
def _escape(draw: st.DrawFn, sentence: Sentence) -> CustodySpan:
    left = draw(_day_in(sentence))
    back = left + timedelta(days=draw(st.integers(1, 400)))
    return CustodySpan(kind=CustodyKind.ESCAPE, from_=left, to=back)
