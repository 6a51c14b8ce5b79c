"""One case as a page shows it: where it stands, what is owed, what happened, what may follow."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from interstate.models import Activity, CompactCase, CompactEvent, CompactObligation
from interstate.rules.case import Case
from interstate.rules.content import Form, form_of
from interstate.rules.machine import what_may_follow
from interstate.rules.routing import MODES
from interstate.rules.vocabulary import MET_BY, TOLD_OF_VICTIMS, EventType, Side, State
from interstate.selectors.court_cases import Named, may_be_named, named_for
from interstate.selectors.notices import NoticeShown, notices_among
from interstate.selectors.posts import seats_of, sides_of
from interstate.selectors.replaying import after_events, scenario_of
from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.permissions import Permission
from ots.access.scopes import in_scope

# Begun on a page of their own, or of the activity that they are about.
BEGUN_ELSEWHERE = (
    EventType.WITHDRAW_ACTIVITY,
    EventType.NOTICE_CORRECTED,
    EventType.CASE_FOLDED,
    EventType.CASE_UNFOLDED,
)


@dataclass(frozen=True, slots=True)
class Next:
    """Something that may be done next, or the rule by which it may not."""

    form: Form
    why_not: str
    is_written: bool
    # The soonest day by which the own side owes it.
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class CasePage:
    """A case as the viewer may see it."""

    case: object
    obligations: list[object]
    events: list[object]
    activities: list[object]
    notices: list[NoticeShown]
    own_side: Side | None
    court_cases: tuple[Named, ...]
    # Which may be named, while the viewer may name any.
    may_name: tuple[Named, ...]
    due: tuple[Next, ...]
    may_do: tuple[Next, ...]
    may_not: tuple[Next, ...]


def cases_of(reading: Reading, person_id: int) -> list[object]:
    """Return the person's cases, the newest first."""
    rows = in_scope(reading.viewer, CompactCase.objects.all(), person="person").filter(
        person=person_id
    )
    return [reading.masked(row) for row in rows.select_related("sending", "receiving")]


def case_in_scope(reading: Reading, person_id: int, case_id: int) -> CompactCase | None:
    """Return the case of the person, unless it is not the viewer's to see."""
    rows = in_scope(reading.viewer, CompactCase.objects.all(), person="person")
    return (
        rows.filter(person=person_id, pk=case_id)
        .select_related(
            "sending",
            "receiving",
            "sending_office",
            "receiving_office",
            "sending_user",
            "receiving_user",
        )
        .first()
    )


def case_page(reading: Reading, case: CompactCase, *, today: date) -> CasePage:
    """Return all that the page shows, with a constant number of queries."""
    events = list(case.events.select_related("recorded_by"))
    sides = sides_of(seats_of(reading.viewer), case)
    own = min(sides, key=lambda side: side != case.supervising, default=None)
    nexts = _nexts(reading, case, events, own, today) if own else ()
    open_to = tuple(each for each in nexts if not each.why_not)
    activities = case.activities.exclude(status="deleted").select_related("author", "assigned_to")
    # What the other state only prepares is its own.
    own_or_sent = Q(side__in=sides or _our_side(case)) | Q(sent_at__isnull=False)
    rows = list(activities.filter(own_or_sent))
    named = named_for(reading, case)
    return CasePage(
        case=reading.masked(case),
        obligations=[reading.masked(row) for row in _obligations(reading, case)],
        events=[reading.masked(row) for row in reversed(_told(reading, sides, events))],
        activities=[reading.masked(row) for row in rows],
        notices=notices_among(reading, rows),
        own_side=own,
        court_cases=named if isinstance(named, tuple) else (),
        may_name=_may_name(reading, case, sides),
        due=tuple(each for each in open_to if each.due_on),
        may_do=tuple(each for each in open_to if not each.due_on),
        may_not=tuple(each for each in nexts if each.why_not),
    )


def _may_name(reading: Reading, case: CompactCase, sides: frozenset[Side]) -> tuple[Named, ...]:
    """The sending state says for which court cases it transfers, until the case is over."""
    may_act = reading.viewer.may(Permission.COMPACT_ACT)
    if not may_act or Side.SENDING not in sides or State(case.state).is_over:
        return ()
    return may_be_named(reading.viewer, case.person_id)


def _obligations(reading: Reading, case: CompactCase) -> QuerySet[CompactObligation]:
    rows = in_scope(reading.viewer, case.obligations.all(), person="case__person")
    return rows.order_by("due_on", "pk")


def _told(
    reading: Reading, sides: frozenset[Side], events: list[CompactEvent]
) -> list[CompactEvent]:
    """All that happened; what victims were told and said is the sending state's own."""
    if Side.SENDING in sides or reading.sees_category(Category.VICTIM):
        return events
    return [row for row in events if row.type not in TOLD_OF_VICTIMS]


def _nexts(
    reading: Reading, case: CompactCase, events: list[CompactEvent], side: Side, today: date
) -> tuple[Next, ...]:
    scenario = scenario_of(case, as_of=today)
    stands = after_events(scenario, events)
    allowed = what_may_follow(stands, scenario, side, today)
    may_record = reading.viewer.may(Permission.COMPACT_RECORD)
    may_write = reading.viewer.may(Permission.COMPACT_ACT)
    due = _due(stands, side)
    return tuple(
        Next(form_of(kind), why_not, kind in MODES, due.get(kind))
        for kind, why_not in allowed.items()
        if kind not in BEGUN_ELSEWHERE and (may_write if kind in MODES else may_record)
    )


def _due(stands: Case, side: Side) -> dict[EventType, date]:
    """By which day the side owes what, the soonest of each kind."""
    found: dict[EventType, date] = {}
    for owed in stands.obligations:
        kind = MET_BY.get(owed.key)
        if kind and owed.is_open and owed.owed_by is side:
            found[kind] = min(owed.due_on, found.get(kind, owed.due_on))
    return found


def activity_in_scope(reading: Reading, case_id: int, activity_id: int) -> Activity | None:
    """Return an activity of the case, unless it is deleted or another state's draft."""
    rows = in_scope(reading.viewer, Activity.objects.all(), person="case__person")
    found = (
        rows.filter(case=case_id, pk=activity_id)
        .exclude(status="deleted")
        .select_related(
            "case__person",
            "case__sending",
            "case__sending_office",
            "author",
            "assigned_to",
            "answers",
            "corrects",
        )
        .first()
    )
    if found is None:
        return None
    sides = sides_of(seats_of(reading.viewer), found.case) or _our_side(found.case)
    is_theirs = Side(found.side) not in sides
    return None if is_theirs and found.event_id is None else found


def _our_side(case: CompactCase) -> frozenset[Side]:
    """The side of who reads a case without a post in it: only ours do."""
    return frozenset({Side.SENDING if case.sending.is_ours else Side.RECEIVING})
