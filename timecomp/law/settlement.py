"""Clerks' decisions taken into the answer: questions they settled, dates they put in place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from timecomp.engine.standing import Standing
from timecomp.engine.trace import Touch, Tracer
from timecomp.law.clerk_decision import ClerkDecision, DecisionKind
from timecomp.law.results import (
    ComputationException,
    OffenderDates,
    OverriddenDate,
    Result,
    SentenceResult,
    SettledException,
)

REVIEW = "decision_to_review"
WITHOUT_OBJECT = "decision_without_object"
STEP = "clerks_decision"
TITLE = "Decision of a records clerk"
PROSE = (
    "A clerk decided on {decided_on}, on the authority of {authority}, that this date is {output}; "
    "computed was {system_value}."
)


@dataclass(frozen=True, slots=True)
class DecisionCited:
    """A decision as the trace cites it: no law, but a person's act with its number and day."""

    citation: str
    id: str = STEP
    title: str = TITLE
    standing: Standing = Standing.VERIFIED
    awaits: str = ""
    prose: str = PROSE


def with_decisions(result: Result, decisions: Iterable[ClerkDecision], *, trace: bool) -> Result:
    """The answer with the decisions in force taken in; no date changes but those they name."""
    in_force = [each for each in decisions if each.holds_on(result.as_of)]
    if not in_force:
        return result
    overrides = [each for each in in_force if each.kind is DecisionKind.OVERRIDE]
    return _settle(_override_all(result, overrides, trace=trace), in_force)


def _settle(result: Result, decisions: Iterable[ClerkDecision]) -> Result:
    by_question = {(each.rule, each.sentence, each.message): each for each in decisions}
    left, settled = [], []
    for found in result.exceptions:
        decision = by_question.get((found.rule, found.sentence, found.message))
        if decision is None:
            left.append(found)
        else:
            settled.append(SettledException(found.rule, found.sentence, found.message, decision.id))
    return replace(result, exceptions=tuple(left), settled=tuple(settled))


def _override_all(result: Result, decisions: list[ClerkDecision], *, trace: bool) -> Result:
    if not decisions:
        return result
    recorder = Tracer() if trace else Touch()
    sentences = {each.id: each for each in result.sentences}
    offender, kept, questions = result.offender, [], []
    for decision in decisions:
        target = offender if decision.sentence is None else sentences.get(decision.sentence)
        if target is None or decision.date_name is None:
            questions.append(_without_object(decision))
            continue
        kept.append(_overridden(decision, target))
        questions += _to_review(kept[-1], decision)
        change = {decision.date_name: _applied(recorder, kept[-1], decision)}
        if isinstance(target, SentenceResult):
            sentences[target.id] = replace(target, **change)  # type: ignore[arg-type]  # a date
        else:
            offender = replace(offender, **change)  # type: ignore[arg-type]  # a date
    return replace(
        result,
        offender=offender,
        sentences=tuple(sentences.values()),
        exceptions=(*result.exceptions, *questions),
        overrides=tuple(kept),
        trace=(*result.trace, *(recorder.steps if isinstance(recorder, Tracer) else ())),
        used=result.used | recorder.used,
    )


def _overridden(decision: ClerkDecision, target: OffenderDates | SentenceResult) -> OverriddenDate:
    name = str(decision.date_name)
    return OverriddenDate(
        decision.id, decision.sentence, name, getattr(target, name), decision.value, decision.until
    )


def _applied(
    recorder: Tracer | Touch, overridden: OverriddenDate, decision: ClerkDecision
) -> date | None:
    recorder.about(overridden.sentence, overridden.date_name)
    inputs: Mapping[str, object] = {
        "decided_on": decision.decided_on,
        "authority": decision.authority or "the clerk's own reading of the record",
        "system_value": overridden.system_value,
        "value": decision.value,
    }
    cited = DecisionCited(f"Decision {decision.id} of {decision.decided_on.isoformat()}")
    return recorder.run(cited, _decided, inputs)


def _decided(*, value: date | None, **_: object) -> date | None:
    return value


def _to_review(overridden: OverriddenDate, decision: ClerkDecision) -> list[ComputationException]:
    """A decision made over one computed date is looked at again once another is computed."""
    if overridden.system_value == decision.system_value:
        return []
    message = (
        f"Decision {decision.id} put {_day(decision.value)} as the {_words(overridden.date_name)} "
        f"when {_day(decision.system_value)} was computed; now {_day(overridden.system_value)} is. "
        "The decision still holds: confirm it by a new one, or withdraw it."
    )
    return [ComputationException(REVIEW, decision.sentence, message)]


def _without_object(decision: ClerkDecision) -> ComputationException:
    message = (
        f"Decision {decision.id} names a date of sentence {decision.sentence}, which was not "
        "computed. It changed nothing: withdraw it, or record what the sentence lacks."
    )
    return ComputationException(WITHOUT_OBJECT, decision.sentence, message)


def _day(day: date | None) -> str:
    return "no date" if day is None else day.isoformat()


def _words(name: str) -> str:
    return name.replace("_", " ")
