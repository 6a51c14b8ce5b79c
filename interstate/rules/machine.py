"""Following a case through its events: what stands, what is owed, what the rules refused."""

from dataclasses import replace
from datetime import date, datetime, time

from interstate.rules import (
    closure,
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
from interstate.rules.case import Case, Event, Refusal, Replay, Scenario
from interstate.rules.rule_sets import RULE_SETS, rule_set_on
from interstate.rules.turn import EVENTS, RefusedError, Turn
from interstate.rules.vocabulary import EventType, Side

# Each module declares the events it takes.
MODULES = (
    closure,
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
    for event in sorted(scenario.events, key=lambda each: each.at):
        if event.day > scenario.as_of:
            continue
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
    """Every event that the side may bring that day with an empty text, or by which rule and for
    what reason it may not."""
    found: dict[EventType, str] = {}
    for type in EventType:
        event = replace(_calendar_event(scenario, day), type=type, by=by)
        after = step(case, event, scenario)
        found[type] = f"{after.rule}: {after.reason}" if isinstance(after, Refusal) else ""
    return found


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
