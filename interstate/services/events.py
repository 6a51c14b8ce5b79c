"""Taking an event into a case: the rules decide, and what they answer is kept."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from interstate.models import CompactCase, CompactEvent, CompactObligation
from interstate.rules.case import Case, Event, Obligation, Refusal, Scenario, Warning
from interstate.rules.corrections import as_corrected
from interstate.rules.machine import advance, opening, step, turns_on
from interstate.rules.vocabulary import EventType, Side
from interstate.selectors.replaying import after_events, datum, event_of, scenario_of
from ots.access.models import User
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event as Trail
from ots.audit.services import record
from timecomp.engine.calendar import eastern_day, eastern_moment

# The columns of a case that an event changes.
SHOWN: Final = (
    *("state", "supervising", "next_due_on", "turns_on", "arrived_on", "closed_for"),
    *("is_tolled", "events_counted", "last_event_at"),
)


class RefusedByRuleError(Exception):
    """The compact's rules do not allow it now; nothing was changed."""

    def __init__(self, rule: str, reason: str) -> None:
        """Keep the rule's number and why."""
        super().__init__(f"Rule {rule}: {reason}.")
        self.rule = rule
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An event as it is brought: what, by which side, when, and what the rules read of it."""

    type: EventType
    by: Side
    at: datetime
    data: dict[str, object] = field(default_factory=dict)
    source: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """An event that was taken, and what somebody should look at."""

    event: CompactEvent
    warnings: tuple[Warning, ...]


def lock_case(case_id: int) -> CompactCase:
    """Return the case for this transaction alone; events of one case are taken one by one."""
    return CompactCase.objects.select_for_update(of=("self",)).get(pk=case_id)


def lock_case_of(activity_id: int) -> CompactCase:
    """Return the case of an activity for this transaction alone."""
    return CompactCase.objects.select_for_update(of=("self",)).get(activities=activity_id)


@transaction.atomic
def take_event(viewer: Viewer, case_id: int, report: Report) -> Taken:
    """Take the event, or raise ``RefusedByRuleError`` and change nothing.

    A message that was taken before (same ``source``) is not taken twice: its event is returned.
    An event of an earlier day finds its place in the history, if all that followed still holds.
    """
    return take_into(viewer, lock_case(case_id), report)


def take_into(viewer: Viewer, case: CompactCase, report: Report) -> Taken:
    """Take the event as `take_event` does into a case that the caller has locked.

    Call it in a transaction that ends with a refusal: nothing of it is kept then.
    """
    if report.source and (known := case.events.filter(source=report.source).first()):
        return Taken(known, ())
    today = eastern_day(timezone.now())
    scenario = scenario_of(case, as_of=today)
    others = [event_of(row) for row in case.events.all()]
    stands, warnings = fold(others, _event(case, report), scenario)
    kept = _keep(viewer.user, case, report)
    before = (case.state, case.supervising)
    keep_standing(case, advance(stands, scenario, today))
    record(
        Trail.COMPACT_EVENT_TAKEN,
        actor=viewer.user,
        target=kept,
        person_id=case.person_id,
        details={
            "type": report.type.value,
            "by": report.by.value,
            "moved_the_case": before != (case.state, case.supervising),
        },
    )
    return Taken(kept, warnings)


def fold(known: list[Event], new: Event, scenario: Scenario) -> tuple[Case, tuple[Warning, ...]]:
    """Return where a case stands once the event is among its events, and the event's warnings.

    Raises ``RefusedByRuleError`` if it, or what followed it, is not allowed so.
    """
    stands = opening(scenario)
    warnings: tuple[Warning, ...] = ()
    for event in as_corrected((*known, new)):
        after = step(stands, event, scenario)
        if isinstance(after, Refusal):
            raise RefusedByRuleError(after.rule, _told(after, new))
        if event is new:
            warnings = after.warnings[len(stands.warnings) :]
        stands = after
    return stands, warnings


def _told(refusal: Refusal, new: Event) -> str:
    if refusal.index == new.index:
        return refusal.reason
    what = refusal.type.value.replace("_", " ")
    return f"a later {what} would not have been allowed: {refusal.reason}"


def _event(case: CompactCase, report: Report) -> Event:
    return Event(
        index=case.events_counted,
        at=eastern_moment(report.at),
        day=eastern_day(report.at),
        type=report.type,
        by=report.by,
        data={key: datum(key, value) for key, value in report.data.items()},
    )


def _keep(user: User | None, case: CompactCase, report: Report) -> CompactEvent:
    with occasion(Trail.COMPACT_EVENT_TAKEN.name, person_id=case.person_id):
        kept = CompactEvent.objects.create(
            case=case,
            position=case.events_counted,
            happened_at=report.at,
            type=report.type.value,
            by=report.by.value,
            data=report.data,
            recorded_by=user,
            source=report.source,
        )
    case.events_counted += 1
    case.last_event_at = max(report.at, case.last_event_at or report.at)
    return kept


def keep_standing(case: CompactCase, stands: Case) -> None:
    """Keep what lists show of the rules' answer, and the obligations as they are now."""
    show_standing(case, stands)
    with occasion(Trail.COMPACT_EVENT_TAKEN.name, person_id=case.person_id):
        case.save(update_fields=SHOWN)
        _keep_owed(case, stands)


def show_standing(case: CompactCase, stands: Case) -> None:
    """Write into the row, which is not saved yet, what lists show of the rules' answer."""
    due = [each.due_on for each in stands.obligations if each.is_open]
    case.state = stands.state.value
    case.supervising = stands.supervising.value
    case.next_due_on = min(due, default=None)
    case.turns_on = turns_on(stands)
    case.arrived_on = stands.arrived_on
    case.closed_for = stands.closed_for
    case.is_tolled = stands.is_tolled


def _keep_owed(case: CompactCase, stands: Case) -> None:
    """Keep what is owed as the history reads now; what was owed as it read before falls away."""
    # What fell away and is owed again from the same start is one row: the last word on it holds.
    owed = {start_of(each): each for each in stands.obligations}
    kept = {start_of(row): row for row in case.obligations.all()}
    CompactObligation.objects.bulk_create(
        (
            owed_row(case, each)
            for start, each in owed.items()
            if start not in kept or outcome_of(kept[start]) != outcome_of(each)
        ),
        update_conflicts=True,
        unique_fields=["case", "key", "started_by", "started_on", "owed_by"],
        update_fields=[
            *("due_on", "satisfied_on", "satisfied_by", "is_void"),
            *("owing_office", "awaiting_office"),
        ],
    )
    gone = [row.pk for start, row in kept.items() if start not in owed and not row.is_void]
    if gone:
        case.obligations.filter(pk__in=gone).update(is_void=True)


def outcome_of(
    owed: Obligation | CompactObligation,
) -> tuple[date, date | None, int | None, bool]:
    """Return what may change of something owed."""
    return owed.due_on, owed.satisfied_on, owed.satisfied_by, owed.is_void


def start_of(owed: Obligation | CompactObligation) -> tuple[str, int, date, str]:
    """Return by what something owed is one row of its case."""
    return owed.key, owed.started_by, owed.started_on, owed.owed_by


def owed_row(case: CompactCase, owed: Obligation) -> CompactObligation:
    """Return the row, not saved yet, of something owed in a case."""
    return CompactObligation(
        case=case,
        key=owed.key.value,
        rule=owed.rule,
        rule_set=owed.rule_set,
        standing=owed.standing.value,
        owed_by=owed.owed_by.value,
        owing_office_id=_office(case, owed.owed_by),
        awaiting_office_id=_office(case, owed.owed_by.other),
        started_by=owed.started_by,
        started_on=owed.started_on,
        due_on=owed.due_on,
        satisfied_on=owed.satisfied_on,
        satisfied_by=owed.satisfied_by,
        is_void=owed.is_void,
    )


def _office(case: CompactCase, side: Side | None) -> int | None:
    if side is Side.SENDING:
        return case.sending_office_id
    return case.receiving_office_id if side is Side.RECEIVING else None


@transaction.atomic
def follow_the_calendar(case_id: int, day: date) -> bool:
    """Keep what the calendar alone changes in a case by a day; say whether anything did."""
    case = lock_case(case_id)
    scenario = scenario_of(case, as_of=day)
    before = (case.state, case.next_due_on)
    stands = advance(after_events(scenario, case.events.all()), scenario, day)
    keep_standing(case, stands)
    return before != (case.state, case.next_due_on)
