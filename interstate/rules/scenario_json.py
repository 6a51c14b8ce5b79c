"""Scenarios as JSON in, replays as JSON out; the form is fixed for those outside."""

from collections.abc import Mapping
from datetime import date

from interstate.rules.case import Datum, Event, Facts, Obligation, Replay, Scenario
from interstate.rules.vocabulary import EventType, Side
from timecomp.engine.calendar import (
    FEDERAL,
    NO_HOLIDAYS,
    Calendar,
    calendar_of,
    eastern_day,
    eastern_moment,
)
from timecomp.engine.json_fields import DocumentError, Fields

Json = dict[str, object]


def parse_scenarios(document: object) -> list[Scenario]:
    """The scenarios of a document, one or a list; raises ``DocumentError`` naming the place."""
    if isinstance(document, Mapping):
        return [_scenario(Fields("scenario", document))]
    return [_scenario(each) for each in Fields.objects("", document)]


def replay_to_json(replay: Replay) -> Json:
    """The answer to one scenario."""
    case = replay.case
    return {
        "id": replay.id,
        "state": case.state.value,
        "supervising": case.supervising.value,
        "rule_set": replay.rule_set,
        "refused": [
            {"index": each.index, "type": each.type.value, "rule": each.rule, "reason": each.reason}
            for each in replay.refused
        ],
        "warnings": [
            {"index": each.index, "rule": each.rule, "reason": each.reason}
            for each in case.warnings
        ],
        "obligations": [_obligation(each, replay.as_of) for each in case.obligations],
    }


def _scenario(given: Fields) -> Scenario:
    id = given.text("id")
    events = tuple(_event(n, each) for n, each in enumerate(given.parts("events")))
    last = max((each.day for each in events), default=None)
    as_of = given.optional_day("as_of") or last
    if as_of is None:
        raise DocumentError(f"{given.place}.as_of: is missing; give a date as YYYY-MM-DD.")
    return Scenario(
        id=id,
        sending=given.optional_text("sending") or "",
        receiving=given.optional_text("receiving") or "",
        calendar=_calendar(given),
        facts=_facts(given.part("facts") or Fields(f"{given.place}.facts", {})),
        events=events,
        as_of=as_of,
    )


def _calendar(given: Fields) -> Calendar:
    named = given.get("holidays")
    if named is None or named == "federal":
        return FEDERAL
    if named == "none":
        return NO_HOLIDAYS
    if not isinstance(named, list):
        raise given.wrong("holidays", 'is neither "federal", "none" nor a list of dates.')
    return calendar_of(_holiday(given, n, each) for n, each in enumerate(named))


def _holiday(given: Fields, place: int, value: object) -> date:
    day = Fields(f"{given.place}.holidays", {str(place): value})
    return day.day(str(place))


def _facts(given: Fields) -> Facts:
    pending = (
        given.flag("pending_felony_or_violent_charge"),
        given.flag("pending_charge"),
        given.flag("pending_charges"),
    )
    return Facts(
        supervision_ends_on=given.optional_day("supervision_ends_on"),
        is_indefinite=bool(given.flag("indefinite")),
        is_sex_offender=bool(given.flag("sex_offender")),
        has_victims=bool(given.flag("victim_sensitive")) or bool(given.flag("victims")),
        has_pending_charge=any(pending),
    )


def _event(index: int, given: Fields) -> Event:
    at = given.moment("at")
    try:
        moment = eastern_moment(at)
    except OverflowError:
        raise given.wrong("at", "is past the calendar; write a time of these years.") from None
    return Event(
        index=index,
        at=moment,
        day=eastern_day(at),
        type=given.choice("type", EventType),
        by=given.choice("by", Side),
        data=_data(given.part("data")),
    )


def _data(given: Fields | None) -> dict[str, Datum]:
    if given is None:
        return {}
    return {key: _datum(given, key) for key in given.given}


def _datum(given: Fields, key: str) -> Datum:
    """A word, number or flag; a word that reads as a day, under a name of a day, is one."""
    value = given.get(key)
    if key.endswith(("_on", "_date")) and value is not None:
        return given.day(key)
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, float):
        return int(value)
    # Lists and objects are the activity's own content; no rule of the clock reads them.
    return None


def _obligation(each: Obligation, as_of: date) -> Json:
    return {
        "key": each.key.value,
        "rule": each.rule,
        "owed_by": each.owed_by.value,
        "started_on": each.started_on.isoformat(),
        "due_on": each.due_on.isoformat(),
        "satisfied_on": each.satisfied_on and each.satisfied_on.isoformat(),
        "void": each.is_void,
        "late": each.is_late(as_of),
        "rule_set": each.rule_set,
        "standing": each.standing.value,
    }
