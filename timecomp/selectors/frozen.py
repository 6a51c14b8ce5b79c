"""Cases and results as stored text: one canonical form, so that equal means equal digests.

The facts are a case file (see ``timecomp.law.case_json``) with what is at its default left out,
beside the gaps of the record. Written out by hand because it runs for everybody every night.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from operator import attrgetter

from timecomp.law.case_decisions import decision
from timecomp.law.case_fields import Fields
from timecomp.law.case_json import parse_cases, to_plain
from timecomp.law.facts import (
    Case,
    CreditAward,
    CustodySpan,
    Forfeiture,
    Misconduct,
    Offense,
    Options,
    Parole,
    Restoration,
    Sentence,
    Term,
)
from timecomp.law.results import CreditDays, Credits, OffenderDates, Result, SentenceResult
from timecomp.selectors.cases import Gap, RecordedCase

# Raise it when the form of the facts changes; every stored computation keeps its own.
FACTS_VERSION = 1
DIGEST_BYTES = 16

OFFENDER_DATES = ("earliest_release_date", "maximum_discharge_date", "parole_discharge_date")
# Parts that are rare stand in the form of a case file, whatever the law comes to know.
_COMMON_FACTS = {
    "id",
    "as_of",
    "person",
    "sentences",
    "custody",
    "misconduct",
    "credit_awards",
    "forfeitures",
    "restorations",
    "parole",
    "options",
}
_RARE_FACTS = tuple(each.name for each in fields(Case) if each.name not in _COMMON_FACTS)
_COMMON_RESULTS = {"id", "as_of", "offender", "sentences", "exceptions", "trace", "used"}
_RARE_RESULTS = tuple(each.name for each in fields(Result) if each.name not in _COMMON_RESULTS)
_USUAL_OPTIONS = Options()
_NO_DATES = {"id", "regime", "credits", "disciplinary_time_days"}
# Whatever dates the law gives a sentence are stored, those it learns to give later too.
SENTENCE_DATES = tuple(each.name for each in fields(SentenceResult) if each.name not in _NO_DATES)

_MAYBE_OF_SENTENCE = (
    "minimum",
    "maximum",
    "jail_credit_days",
    "habitual",
    "consecutive_to",
    "consecutive_authority",
    "convicted_on",
    "judge_approval_on",
    "vacated_on",
    "replaces",
    "surrendered_on",
)
_maybe_of_sentence = attrgetter(*_MAYBE_OF_SENTENCE)
_sentence_dates = attrgetter(*SENTENCE_DATES)
_TO_TEXT = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode
_QUOTE = json.encoder.encode_basestring

Json = dict[str, object]


def freeze_facts(recorded: RecordedCase) -> str:
    """Return the facts as they are stored; the day as of which they are read stands apart."""
    case = recorded.case
    facts: Json = {
        "id": case.id,
        "person": _kept(birth_date=_day(case.person.birth_date)),
        "sentences": [_sentence(each) for each in case.sentences],
        **_kept(
            custody=[_custody(each) for each in case.custody],
            misconduct=[_misconduct(each) for each in case.misconduct],
            credit_awards=[_award(each) for each in case.credit_awards],
            forfeitures=[_forfeiture(each) for each in case.forfeitures],
            restorations=[_restoration(each) for each in case.restorations],
            parole=[_parole(each) for each in case.parole],
            **_rare(case, _RARE_FACTS),
            options=None if case.options == _USUAL_OPTIONS else to_plain(case.options),
            gaps=[{"sentence": gap.sentence, "message": gap.message} for gap in recorded.gaps],
        ),
    }
    return _TO_TEXT(facts)


def thaw_facts(facts: Mapping[str, object], *, person_id: int, as_of: date) -> RecordedCase:
    """Return stored facts as the case they were."""
    gaps = facts.get("gaps", [])
    sentences = facts["sentences"]
    if not isinstance(gaps, list) or not isinstance(sentences, list):
        raise TypeError(f"The stored facts of person [{person_id}] are not in form 1.")
    decisions = tuple(map(decision, Fields.objects("decisions", facts.get("decisions", []))))
    case = Case(id=str(person_id), sentences=(), as_of=as_of, decisions=decisions)
    if sentences:
        [case] = parse_cases({**facts, "as_of": as_of.isoformat()})
    return RecordedCase(person_id, case, tuple(Gap(g["sentence"], g["message"]) for g in gaps))


def freeze_result(result: Result) -> str:
    """Return the result as it is stored: no steps, no day it is asked on, no empty dates."""
    exceptions = [
        {"rule": each.rule, "sentence": each.sentence, "message": each.message}
        for each in result.exceptions
    ]
    rare = _kept(**_rare(result, _RARE_RESULTS))
    return (
        f'{{"offender":{_offender(result.offender)},'
        f'"sentences":[{",".join(map(_sentence_result, result.sentences))}],'
        f'"exceptions":{_TO_TEXT(exceptions) if exceptions else "[]"}'
        f"{f',{_TO_TEXT(rare)[1:-1]}' if rare else ''}}}"
    )


def digest(text: str) -> str:
    """Return the fingerprint by which stored texts are compared."""
    return hashlib.blake2b(text.encode(), digest_size=DIGEST_BYTES).hexdigest()


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _rare(source: Case | Result, names: tuple[str, ...]) -> Json:
    return {name: to_plain(value) for name in names if (value := getattr(source, name))}


def _kept(**values: object) -> Json:
    return {name: value for name, value in values.items() if value}


def _term(term: object) -> object:
    if isinstance(term, Term):
        return {"years": term.years, "months": term.months, "days": term.days}
    return term


def _sentence(sentence: Sentence) -> Json:
    frozen: Json = {
        "id": sentence.id,
        "offense": _offense(sentence.offense),
        "sentenced_on": sentence.sentenced_on.isoformat(),
        "kind": sentence.kind,
    }
    for name, value in zip(_MAYBE_OF_SENTENCE, _maybe_of_sentence(sentence), strict=True):
        if value:
            frozen[name] = _plain(value)
    return frozen


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return _term(value)


def _offense(offense: Offense) -> Json:
    frozen: Json = {"code": offense.code, "date": offense.date.isoformat()}
    if offense.date_to:
        frozen["date_to"] = offense.date_to.isoformat()
    if offense.attempt:
        frozen["attempt"] = True
    if offense.flags:
        frozen["flags"] = sorted(offense.flags)
    return frozen


def _custody(span: CustodySpan) -> Json:
    frozen: Json = {"kind": span.kind, "from": span.from_.isoformat()}
    if span.to:
        frozen["to"] = span.to.isoformat()
    if span.sentence:
        frozen["sentence"] = span.sentence
    return frozen


def _misconduct(ticket: Misconduct) -> Json:
    return {
        "violated_on": _day(ticket.violated_on),
        "found_guilty_on": _day(ticket.found_guilty_on),
        "class": ticket.class_,
        "disciplinary_time_days": ticket.disciplinary_time_days,
    }


def _award(award: CreditAward) -> Json:
    return {
        "sentence": award.sentence,
        "kind": award.kind.value,
        "days": award.days,
        "awarded_on": _day(award.awarded_on),
        "applies_to": award.applies_to.value,
    }


def _forfeiture(order: Forfeiture) -> Json:
    return {
        "sentence": order.sentence,
        "days": order.days,
        "ordered_on": _day(order.ordered_on),
        "authority": order.authority.value,
    }


def _restoration(order: Restoration) -> Json:
    return {"sentence": order.sentence, "days": order.days, "ordered_on": _day(order.ordered_on)}


def _parole(parole: Parole) -> Json:
    return {
        "released_on": _day(parole.released_on),
        "term": _term(parole.term),
        "violations": [
            {
                "kind": each.kind.value,
                "declared_on": _day(each.declared_on),
                "available_on": _day(each.available_on),
                "detainer_on": _day(each.detainer_on),
            }
            for each in parole.violations
        ],
    }


# Results are written as text at once: as values first, they take half as long again.
def _offender(dates: OffenderDates) -> str:
    return (
        f'{{"earliest_release_date":{_quoted_day(dates.earliest_release_date)},'
        f'"maximum_discharge_date":{_quoted_day(dates.maximum_discharge_date)},'
        f'"parole_discharge_date":{_quoted_day(dates.parole_discharge_date)},'
        f'"controlling_minimum":{_quoted(dates.controlling_minimum)},'
        f'"controlling_maximum":{_quoted(dates.controlling_maximum)}}}'
    )


def _sentence_result(result: SentenceResult) -> str:
    # A date that the law learns to give is a difference only to whom it gives it.
    dates = [
        f'"{name}":"{day.isoformat()}",'
        for name, day in zip(SENTENCE_DATES, _sentence_dates(result), strict=True)
        if day is not None
    ]
    return (
        f'{{"id":{_quoted(result.id)},"regime":{_quoted(result.regime)},{"".join(dates)}'
        f'"credits":{_credits(result.credits)},'
        f'"disciplinary_time_days":{result.disciplinary_time_days}}}'
    )


def _credits(credits: Credits) -> str:
    return (
        f'{{"regular_good_time":{_days(credits.regular_good_time)},'
        f'"special_good_time":{_days(credits.special_good_time)},'
        f'"disciplinary_credit":{_days(credits.disciplinary_credit)},'
        f'"special_disciplinary_credit":{_days(credits.special_disciplinary_credit)},'
        f'"forfeited":{credits.forfeited},"restored":{credits.restored}}}'
    )


def _days(days: CreditDays) -> str:
    return f'{{"minimum":{days.minimum},"maximum":{days.maximum}}}'


def _quoted(text: str | None) -> str:
    return "null" if text is None else _QUOTE(text)


def _quoted_day(day: date | None) -> str:
    return "null" if day is None else f'"{day.isoformat()}"'
