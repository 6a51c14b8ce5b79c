"""Following a case through its events: what stands, what is owed, what the rules refused."""

from dataclasses import replace
from datetime import date, datetime, time

from interstate.rules import (
    closure,
    corrections,
    folding,
    instructions,
    movement,
    reports,
    retaking,
    returns,
    transfer,
    victims,
    violations,
    withdrawals,
)
from interstate.rules.case import Case, Datum, Event, Refusal, Replay, Scenario
from interstate.rules.content import form_of
from interstate.rules.corrections import as_corrected
from interstate.rules.rule_sets import RULE_SETS, rule_set_on
from interstate.rules.turn import EVENTS, RefusedError, Turn
from interstate.rules.vocabulary import EventType, Side

# Each module declares the events it takes.
MODULES = (
    closure,
    corrections,
    folding,
    instructions,
    movement,
    reports,
    retaking,
    returns,
    transfer,
    victims,
    violations,
    withdrawals,
)


def replay(scenario: Scenario) -> Replay:
    """The case after every event up to the day it is looked at; a refused event changes nothing."""
    case = opening(scenario)
    refused: list[Refusal] = []
    for event in as_corrected(each for each in scenario.events if each.day <= scenario.as_of):
        after = step(case, event, scenario)
        if isinstance(after, Refusal):
            refused.append(after)
        else:
            case = after
    return Replay(
        id=scenario.id,
        as_of=scenario.as_of,
        rule_set=_rule_set(scenario.as_of),
        case=advance(case, scenario, scenario.as_of),
        refused=tuple(refused),
    )


def opening(scenario: Scenario) -> Case:
    """A new case with what is known of the sentence."""
    return Case(
        ends_on=scenario.facts.supervision_ends_on,
        is_indefinite=scenario.facts.is_indefinite,
        has_pending_charge=scenario.facts.has_pending_charge,
    )


def step(case: Case, event: Event, scenario: Scenario) -> Case | Refusal:
    """The case after the event, or the rule by which the event is refused."""
    now = advance(case, scenario, event.day)
    turn = Turn(now, event, scenario)
    try:
        EVENTS.take(turn)
    except RefusedError as error:
        return Refusal(event.index, event.type, error.rule, error.reason)
    return turn.result()


def advance(case: Case, scenario: Scenario, day: date) -> Case:
    """What the calendar alone does: an end of supervision comes, a notice counts as received."""
    if case.state.is_over and not case.obligations:
        return case
    turn = Turn(case, _calendar_event(scenario, day), scenario)
    closure.end_on_the_calendar(turn, day)
    victims.presume_on_the_calendar(turn, day)
    return turn.result()


def turns_on(case: Case) -> date | None:
    """The first day on which `advance` changes the case if nothing else happens to it."""
    days = (closure.end_that_waits(case), victims.next_presumption(case))
    return min((each for each in days if each is not None), default=None)


def what_may_follow(case: Case, scenario: Scenario, by: Side, day: date) -> dict[EventType, str]:
    """Every event that the side may bring that day with some choice of its form, or by which rule
    and for what reason it may not."""
    return {
        type: _why_not(case, scenario, replace(_calendar_event(scenario, day), type=type, by=by))
        for type in EventType
    }


def _why_not(case: Case, scenario: Scenario, event: Event) -> str:
    """Nothing where the event is taken with an empty text, or with one of its form's choices."""
    refused = ""
    for data in ({}, *_choices(event.type)):
        after = step(case, replace(event, data=data), scenario)
        if not isinstance(after, Refusal):
            return ""
        refused = refused or f"{after.rule}: {after.reason}"
    return refused


def _choices(type: EventType) -> list[dict[str, Datum]]:
    asked = (each for each in form_of(type).fields if each.required and not each.only_if)
    return [{each.name: option} for each in asked for option in each.options]


def _calendar_event(scenario: Scenario, day: date) -> Event:
    return Event(
        index=-1,
        at=datetime.combine(day, time()),
        day=day,
        type=EventType.SUPERVISION_ENDED,
        by=Side.SENDING,
        data={},
    )


def _rule_set(day: date) -> str:
    return rule_set_on(max(day, RULE_SETS[0].since)).id
