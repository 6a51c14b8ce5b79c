"""Assessments in and scores out; people in and suggestions out: the forms fixed for outsiders."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from supervision.rules.caps import caps_of
from supervision.rules.clocks import Clock, clocks_of
from supervision.rules.escalation import escalation_of
from supervision.rules.instruments.form import Instrument, Item
from supervision.rules.instruments.scoring import AnswerError, Part, Scored, score
from supervision.rules.obligations import obligations_of
from supervision.rules.person_facts import PersonFacts
from supervision.rules.standing import word_for
from supervision.rules.suggestions import Suggestion, suggestions_for
from timecomp.engine.json_fields import DocumentError, Fields

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The answers of one assessment, scored."""

    id: str
    as_of: date | None
    scored: Scored


def parse_assessments(instrument: Instrument, document: object) -> list[Assessment]:
    """Score the assessments of a document; raises ``DocumentError`` naming item and value."""
    if isinstance(document, Mapping):
        return [_assessment(instrument, Fields("assessment", document))]
    return [_assessment(instrument, each) for each in Fields.objects("", document)]


def assessment_to_json(given: Assessment) -> Json:
    """The scores of one assessment with their parts."""
    scored = given.scored
    instrument = scored.instrument
    return {
        "id": given.id,
        "instrument": instrument.key,
        "version": instrument.version,
        "standing": word_for(instrument.standing),
        "scores": scored.scores,
        "scaled": scored.scaled,
        "flags": scored.flags,
        "level": scored.level,
        "missing": list(scored.missing),
        "parts": [_part(each) for each in scored.parts],
        "provisional": scored.is_provisional,
        "lowest": scored.lowest,
        "highest": scored.highest,
    }


def instrument_to_json(instrument: Instrument) -> Json:
    """An instrument with its items."""
    return {
        "instrument": instrument.key,
        "title": instrument.title,
        "version": instrument.version,
        "source": instrument.source,
        "standing": word_for(instrument.standing),
        "awaits": instrument.awaits,
        "items": [_item(each) for each in instrument.items],
    }


def suggestions_to_json(facts: PersonFacts) -> Json:
    """What the rules say of one person on the day asked about."""
    return {
        "id": facts.id,
        "suggestions": [_suggestion(each) for each in suggestions_for(facts)],
        "caps": _caps(facts),
        "escalation": _escalation(facts),
        "clocks": [_clock(each) for each in clocks_of(facts)],
        "obligations": [
            {"kind": each.kind, "due_on": each.due_on.isoformat(), "state": each.state.value}
            for each in obligations_of(facts)
        ],
    }


def _suggestion(given: Suggestion) -> Json:
    return {
        "rule": given.rule,
        "action": given.action,
        "facts": list(given.facts),
        "due_on": given.due_on.isoformat(),
        "version": given.version,
    }


def _caps(facts: PersonFacts) -> Json:
    caps = caps_of(facts)
    return {
        "technical_violation_number": caps.technical_violation_number,
        "jail_days": caps.jail_days,
        "citation": caps.citation,
        "reason": caps.reason,
    }


def _escalation(facts: PersonFacts) -> Json:
    escalation = escalation_of(facts)
    return {
        "index": escalation.index,
        "band": escalation.band,
        "trend": escalation.trend,
        "terms": [
            {
                "code": each.code,
                "on": each.on.isoformat(),
                "severity": each.severity,
                "weight": each.weight,
                "age_days": each.age_days,
                "certainty": each.certainty,
                "points": each.points,
            }
            for each in escalation.terms
        ],
    }


def _clock(given: Clock) -> Json:
    return {
        "key": given.key,
        "started_on": given.started_on.isoformat(),
        "due_on": given.due_on.isoformat(),
        "actor": given.actor,
        "citation": given.citation,
        "standing": word_for(given.standing),
    }


def _assessment(instrument: Instrument, given: Fields) -> Assessment:
    id = given.text("id")
    items = given.get("items")
    if not isinstance(items, Mapping):
        raise given.wrong("items", "is no object of items and answers.")
    try:
        return Assessment(id, given.optional_day("as_of"), score(instrument, items))
    except AnswerError as error:
        raise DocumentError(f"{given.place}.items.{error}") from None


def _part(part: Part) -> Json:
    return {"item": part.item, "scale": part.scale, "value": part.value, "points": part.points}


def _item(item: Item) -> Json:
    return {
        "name": item.name,
        "label": item.label,
        "type": item.type.value,
        "allowed": list(item.choices) if item.choices else _range(item),
        "source": item.source,
        "standing": word_for(item.standing),
    }


def _range(item: Item) -> object:
    if item.type.value == "yes_no":
        return [False, True]
    return {"least": item.least, "most": item.most}
