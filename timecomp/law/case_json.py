"""Cases from JSON and cases and results to JSON, in the form that `timecomp evaluate` reads and
prints."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import singledispatch

from timecomp.engine.trace import ParameterRead, Step
from timecomp.law.case_decisions import decision
from timecomp.law.case_fields import CaseFileError, Fields
from timecomp.law.facts import (
    AppliesTo,
    AwardKind,
    Case,
    CreditAward,
    CustodyKind,
    CustodySpan,
    ForfeitAuthority,
    Forfeiture,
    JailDayCount,
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
    ViolationKind,
)
from timecomp.law.results import Result, SentenceResult

__all__ = ["JSON_NAMES", "CaseFileError", "case_to_json", "parse_cases", "result_to_json"]

HABITUAL_LEVELS = (0, 2, 3, 4)
# What Python cannot name as a case file does.
JSON_NAMES = {"from_": "from", "class_": "class"}


def parse_cases(document: object) -> list[Case]:
    """The cases of a case file, one or many; a wrong field is named with its place."""
    if isinstance(document, Mapping):
        return [_case(Fields("[0]", document))]
    return [_case(each) for each in Fields.objects("", document)]


def case_to_json(case: Case) -> dict[str, object]:
    """The case as a case file holds it."""
    plain = to_plain(case)
    if not isinstance(plain, dict):
        raise TypeError(f"[{case!r}] is no case.")
    return plain


def result_to_json(result: Result) -> dict[str, object]:
    """The result as `timecomp evaluate` prints it."""
    return {
        "id": result.id,
        "as_of": to_plain(result.as_of),
        "offender": to_plain(result.offender),
        "sentences": [_sentence_result(each) for each in result.sentences],
        "exceptions": to_plain(result.exceptions),
        "trace": [_step(step, within) for top in result.trace for step, within in top.walk()],
        "deadlines": to_plain(result.deadlines),
        "settled": to_plain(result.settled),
        "overrides": to_plain(result.overrides),
    }


@singledispatch
def to_plain(value: object) -> object:
    """Any fact or answer as JSON can hold it: dates as ISO, terms and records as objects."""
    if not is_dataclass(value):
        return value
    held = {JSON_NAMES.get(f.name, f.name): getattr(value, f.name) for f in fields(value)}
    return {key: to_plain(each) for key, each in held.items()}


@to_plain.register
def _enum(value: Enum) -> object:
    return value.value


@to_plain.register
def _date(value: date) -> object:
    return value.isoformat()


@to_plain.register
def _mapping(value: Mapping) -> object:  # type: ignore[type-arg]  # dispatch takes no arguments
    return {str(key): to_plain(held) for key, held in value.items()}


@to_plain.register
def _words(value: frozenset) -> object:  # type: ignore[type-arg]  # dispatch takes no arguments
    return sorted(value)


@to_plain.register(tuple)
@to_plain.register(list)
def _list(value: Sequence[object]) -> object:
    return [to_plain(held) for held in value]


def _case(given: Fields) -> Case:
    sentences = tuple(_sentence(each) for each in given.required_items("sentences"))
    case = Case(
        id=given.text("id"),
        as_of=given.optional_day("as_of"),
        person=Person(birth_date=given.group("person").optional_day("birth_date")),
        sentences=sentences,
        custody=tuple(_custody(each) for each in given.parts("custody")),
        misconduct=tuple(_misconduct(each) for each in given.parts("misconduct")),
        credit_awards=tuple(_award(each) for each in given.parts("credit_awards")),
        forfeitures=tuple(_forfeiture(each) for each in given.parts("forfeitures")),
        restorations=tuple(_restoration(each) for each in given.parts("restorations")),
        parole=tuple(_parole(each) for each in given.parts("parole")),
        orders=tuple(_order(each) for each in given.parts("orders")),
        decisions=tuple(decision(each) for each in given.parts("decisions")),
        options=_options(given.group("options")),
    )
    _check_references(given, sentences)
    return case


def _sentence(given: Fields) -> Sentence:
    return Sentence(
        id=given.text("id"),
        offense=_offense(given.required_group("offense")),
        convicted_on=given.optional_day("convicted_on"),
        sentenced_on=given.day("sentenced_on"),
        kind=given.choice("kind", SentenceKind),
        minimum=given.optional_term("minimum"),
        maximum="life" if given.get("maximum") == "life" else given.optional_term("maximum"),
        jail_credit_days=given.count("jail_credit_days"),
        habitual=given.one_of("habitual", HABITUAL_LEVELS, default=0),
        consecutive_to=tuple(given.words("consecutive_to")),
        consecutive_authority=given.optional_text("consecutive_authority"),
        judge_approval_on=given.optional_day("judge_approval_on"),
        vacated_on=given.optional_day("vacated_on"),
        replaces=given.optional_text("replaces"),
        surrendered_on=given.optional_day("surrendered_on"),
    )


def _offense(given: Fields) -> Offense:
    offense = Offense(
        code=given.offence_code("code"),
        date=given.day("date"),
        date_to=given.optional_day("date_to"),
        attempt=given.flag("attempt"),
        flags=frozenset(given.words("flags")),
    )
    if offense.date_to is not None and offense.date_to < offense.date:
        raise given.wrong("date_to", "is before the offense date; give the last day of the range.")
    return offense


def _custody(given: Fields) -> CustodySpan:
    span = CustodySpan(
        kind=given.choice("kind", CustodyKind),
        from_=given.day("from"),
        to=given.optional_day("to"),
        sentence=given.optional_text("sentence"),
    )
    if span.to is not None and span.to < span.from_:
        raise given.wrong("to", "is before the day the stay began; give its last day.")
    return span


def _misconduct(given: Fields) -> Misconduct:
    return Misconduct(
        violated_on=given.day("violated_on"),
        found_guilty_on=given.optional_day("found_guilty_on"),
        class_=given.text("class"),
        disciplinary_time_days=given.optional_count("disciplinary_time_days"),
    )


def _award(given: Fields) -> CreditAward:
    return CreditAward(
        sentence=given.text("sentence"),
        kind=given.choice("kind", AwardKind),
        days=given.whole_number("days"),
        awarded_on=given.day("awarded_on"),
        applies_to=given.choice("applies_to", AppliesTo, default=AppliesTo.BOTH),
    )


def _forfeiture(given: Fields) -> Forfeiture:
    return Forfeiture(
        sentence=given.text("sentence"),
        days=given.count("days"),
        ordered_on=given.day("ordered_on"),
        authority=given.choice("authority", ForfeitAuthority, default=ForfeitAuthority.WARDEN),
    )


def _restoration(given: Fields) -> Restoration:
    return Restoration(
        sentence=given.text("sentence"),
        days=given.count("days"),
        ordered_on=given.day("ordered_on"),
    )


def _parole(given: Fields) -> Parole:
    return Parole(
        released_on=given.day("released_on"),
        term=given.optional_term("term"),
        violations=tuple(_violation(each) for each in given.parts("violations")),
    )


def _violation(given: Fields) -> ParoleViolation:
    violation = ParoleViolation(
        kind=given.choice("kind", ViolationKind),
        declared_on=given.day("declared_on"),
        available_on=given.optional_day("available_on"),
        detainer_on=given.optional_day("detainer_on"),
    )
    if violation.available_on is not None and violation.available_on < violation.declared_on:
        raise given.wrong(
            "available_on", "is before the violation was declared; correct one of the two."
        )
    return violation


def _order(given: Fields) -> Order:
    return Order(
        kind=given.choice("kind", OrderKind),
        made_on=given.day("made_on"),
        sentence=given.optional_text("sentence"),
        day=given.optional_day("day"),
        days=given.optional_count("days"),
        term=given.optional_term("term"),
        flags=frozenset(given.words("flags")),
    )


def _options(given: Fields) -> Options:
    return Options(
        disciplinary_credit_months=given.choice(
            "disciplinary_credit_months", MonthCount, default=MonthCount.TOUCH
        ),
        jail_days=given.choice("jail_days", JailDayCount, default=JailDayCount.INCLUSIVE),
    )


def _check_references(given: Fields, sentences: tuple[Sentence, ...]) -> None:
    ids = [sentence.id for sentence in sentences]
    known = set(ids)
    for place, sentence in zip(given.required_items("sentences"), sentences, strict=True):
        if ids.count(sentence.id) > 1:
            raise place.wrong("id", "is used by two sentences; each needs its own.")
        place.refuse_unknown("consecutive_to", sentence.consecutive_to, known - {sentence.id})
        place.refuse_unknown("replaces", [sentence.replaces], known - {sentence.id} | {None})
    for key in ("custody", "credit_awards", "forfeitures", "restorations", "orders"):
        for each in given.parts(key):
            each.refuse_unknown("sentence", [each.optional_text("sentence")], known | {None})


def _sentence_result(result: SentenceResult) -> dict[str, object]:
    return {f.name: to_plain(getattr(result, f.name)) for f in fields(SentenceResult)}


def _step(step: Step, within: str | None) -> dict[str, object]:
    return {
        "rule": step.rule.id,
        "citation": step.rule.citation,
        "sentence": step.sentence,
        "inputs": to_plain(step.inputs),
        "output": to_plain(step.output),
        "standing": step.rule.standing.value,
        "parameters": [_parameter(read) for read in step.parameters],
        "within": within,
    }


def _parameter(read: ParameterRead) -> dict[str, object]:
    return {
        "parameter": read.parameter,
        "amount": to_plain(read.amount),
        "unit": read.unit,
        "citation": read.citation,
    }
