"""A walked case as rows of its tables."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from interstate.rules.case import Case, Obligation
from interstate.rules.content import event_data
from interstate.rules.machine import turns_on
from interstate.rules.routing import MODES, Desk, Move, Status
from interstate.rules.vocabulary import EventType, Side, State
from ots.population.compact.cast import Cast, OfficeCast, Parties
from ots.population.compact.walk import Happened, Walk, written
from ots.population.keys import Keys

CASE, EVENT = "interstate_compactcase", "interstate_compactevent"
ACTIVITY, STEP = "interstate_activity", "interstate_activitystep"
OBLIGATION = "interstate_compactobligation"
TABLES: Final = (CASE, EVENT, ACTIVITY, STEP, OBLIGATION)
ADDENDUM_READ = timedelta(days=5)
UNSENT_SHARE: Final = 0.05
HOUR: Final = timedelta(hours=1)
Row = dict[str, object]


@dataclass(slots=True)
class Batch:
    """Rows of some cases, table by table."""

    keys: Keys
    form_version: str
    rows: Mapping[str, list[Row]] = field(default_factory=lambda: {table: [] for table in TABLES})

    def add(self, table: str, **values: object) -> int:
        """Add a row under a new key."""
        key = self.keys.next(table)
        self.rows[table].append({"id": key, **values})
        return key


@dataclass(frozen=True, slots=True)
class Told:
    """A case that was walked, with all who take part."""

    number: str
    cast: Cast
    parties: Parties
    walk: Walk


def add_case(batch: Batch, told: Told) -> None:
    """Add the case with its events, activities, their ways and what is owed."""
    case = told.walk.ended()
    key = _add_case(batch, told, case)
    open_requests: dict[EventType, Row] = {}
    for each in told.walk.happened:
        event = _add_event(batch, told, key, each)
        if each.event.type in MODES:
            _add_activity(batch, told, key, _Sent(each, event), open_requests)
    if case.state is State.DRAFT or told.walk.random.random() < UNSENT_SHARE:
        _add_unsent(batch, told, key, case)
    for owed in case.obligations:
        _add_obligation(batch, told, key, owed)


def _add_case(batch: Batch, told: Told, case: Case) -> int:
    facts, parties = told.walk.scenario.facts, told.parties
    happened = told.walk.happened
    due = [each.due_on for each in case.obligations if each.is_open]
    return batch.add(
        CASE,
        person_id=parties.person,
        number=told.number,
        supervision=parties.supervision,
        sending_id=parties.sending.member,
        receiving_id=parties.receiving.member,
        sending_office_id=parties.sending.key,
        receiving_office_id=parties.receiving.key,
        opened_at=happened[0].event.at - HOUR if happened else told.walk.moment,
        opened_by_id=parties.sending_user,
        supervision_ends_on=facts.supervision_ends_on,
        is_indefinite=facts.is_indefinite,
        is_sex_offender=facts.is_sex_offender,
        has_victims=facts.has_victims,
        has_pending_charge=facts.has_pending_charge,
        sending_user_id=parties.sending_user,
        receiving_user_id=parties.receiving_user if happened else None,
        state=case.state.value,
        supervising=case.supervising.value,
        next_due_on=min(due, default=None),
        turns_on=turns_on(case),
        last_event_at=happened[-1].event.at if happened else None,
        arrived_on=case.arrived_on,
        closed_for=case.closed_for,
        is_tolled=case.is_tolled,
        events_counted=len(happened),
    )


def _add_event(batch: Batch, told: Told, case: int, each: Happened) -> int:
    event = each.event
    return batch.add(
        EVENT,
        case_id=case,
        position=event.index,
        happened_at=event.at,
        type=event.type.value,
        by=event.by.value,
        data=json.dumps(event_data(event.type, each.content)),
        recorded_at=event.at,
        recorded_by_id=told.parties.office(event.by).officers[0],
    )


@dataclass(frozen=True, slots=True)
class _Sent:
    happened: Happened
    event: int

    @property
    def at(self) -> datetime:
        return self.happened.event.at


def _add_activity(
    batch: Batch, told: Told, case: int, sent: _Sent, asked: dict[EventType, Row]
) -> None:
    event = sent.happened.event
    mode = MODES[event.type]
    answers = _answered(asked, event.type)
    author = told.parties.agent(event.by)
    key = batch.add(
        ACTIVITY,
        case_id=case,
        kind=event.type.value,
        side=event.by.value,
        status=_status(told, sent).value,
        content=json.dumps(sent.happened.content),
        content_version=batch.form_version,
        answers_id=answers and answers["id"],
        event_id=sent.event,
        created_at=sent.at - HOUR,
        changed_at=sent.at,
        version=1,
        author_id=author,
        sent_at=sent.at,
    )
    if mode.answered_by:
        asked[event.type] = batch.rows[ACTIVITY][-1]
    _add_way(batch, told, key, sent)
    if batch.rows[ACTIVITY][-1]["status"] == Status.RECEIVED.value:
        _give(batch, told, batch.rows[ACTIVITY][-1], sent)


def _answered(asked: dict[EventType, Row], kind: EventType) -> Row | None:
    """The open request that the kind answers; with its answer it is done with."""
    for request in [each for each in asked if kind in MODES[each].answered_by]:
        found = asked.pop(request)
        found["status"], found["assigned_to_id"] = Status.COMPLETED.value, None
        return found
    return None


def _status(told: Told, sent: _Sent) -> Status:
    event = sent.happened.event
    if not MODES[event.type].answered_by:
        return Status.COMPLETED
    old = event.day + ADDENDUM_READ < told.walk.scenario.as_of
    read = event.type is EventType.VIOLATION_ADDENDUM and old
    return Status.COMPLETED if read else Status.RECEIVED


def _give(batch: Batch, told: Told, row: Row, sent: _Sent) -> None:
    """The other office gives what it received on the day before yesterday or earlier."""
    event = sent.happened.event
    if (told.walk.scenario.as_of - event.day).days <= 2:  # noqa: PLR2004  # days
        return
    other = Side.RECEIVING if event.by is Side.SENDING else Side.SENDING
    agent = told.parties.agent(other)
    row["status"], row["assigned_to_id"] = Status.ASSIGNED.value, agent
    _add_step(
        batch,
        row["id"],
        (Move.ASSIGN, Desk.OTHER_OFFICE, Status.RECEIVED, Status.ASSIGNED),
        at=sent.at + HOUR,
        by=told.parties.office(other).officers[0],
        assignee=agent,
    )


def _add_way(batch: Batch, told: Told, key: int, sent: _Sent) -> None:
    event = sent.happened.event
    author, office = told.parties.agent(event.by), told.parties.office(event.by)
    if not MODES[event.type].is_managed:
        way = (Move.NOTIFY, Desk.AUTHOR, Status.DRAFT, Status.COMPLETED)
        _add_step(batch, key, way, at=sent.at, by=author)
        return
    reached = Status.RECEIVED if MODES[event.type].answered_by else Status.COMPLETED
    _add_submission(batch, told, key, office, author, sent.at)
    way = (Move.TRANSMIT, Desk.OFFICE, Status.WITH_OFFICE, reached)
    _add_step(batch, key, way, at=sent.at, by=office.officers[key % len(office.officers)])


def _add_submission(  # noqa: PLR0913  # each says who passed it on
    batch: Batch, told: Told, key: int, office: OfficeCast, author: int, at: datetime
) -> None:
    through = author in told.cast.reporting
    first = Status.WITH_SUPERVISOR if through else Status.WITH_OFFICE
    way = (Move.SUBMIT, Desk.AUTHOR, Status.DRAFT, first)
    reader = office.supervisor if through else None
    _add_step(batch, key, way, at=at - HOUR / 2, by=author, assignee=reader)
    if through:
        way = (Move.APPROVE, Desk.SUPERVISOR, first, Status.WITH_OFFICE)
        _add_step(batch, key, way, at=at - HOUR / 4, by=office.supervisor)


def _add_step(  # noqa: PLR0913  # each says what the step was
    batch: Batch,
    activity: object,
    way: tuple[Move, Desk, Status, Status],
    *,
    at: datetime,
    by: int,
    assignee: int | None = None,
) -> None:
    move, desk, came_from, went_to = way
    batch.add(
        STEP,
        activity_id=activity,
        move=move.value,
        desk=desk.value,
        came_from=came_from.value,
        went_to=went_to.value,
        made_at=at,
        made_by_id=by,
        assignee_id=assignee,
    )


def _add_unsent(batch: Batch, told: Told, case: int, stands: Case) -> None:
    """Something that its own state still writes, or that waits in its office."""
    walk, side = told.walk, stands.supervising
    is_new = stands.state is State.DRAFT
    kind = EventType.TRANSFER_REQUEST if is_new else EventType.PROGRESS_REPORT
    if not is_new and stands.state is not State.ACTIVE:
        return
    author, at = told.parties.agent(side), walk.moment + HOUR
    waits = walk.random.random() < 0.5  # noqa: PLR2004  # half of them
    key = batch.add(
        ACTIVITY,
        case_id=case,
        kind=kind.value,
        side=side.value,
        status=(Status.WITH_OFFICE if waits else Status.DRAFT).value,
        content=json.dumps(written(kind, {}, walk.moment.date(), {})),
        content_version=batch.form_version,
        created_at=at,
        changed_at=at,
        version=1,
        author_id=author,
        assigned_to_id=None if waits else author,
    )
    if waits:
        _add_submission(batch, told, key, told.parties.office(side), author, at)


def _add_obligation(batch: Batch, told: Told, case: int, owed: Obligation) -> None:
    other = owed.owed_by.other
    batch.add(
        OBLIGATION,
        case_id=case,
        key=owed.key.value,
        rule=owed.rule,
        rule_set=owed.rule_set,
        standing=owed.standing.value,
        owed_by=owed.owed_by.value,
        owing_office_id=told.parties.office(owed.owed_by).key if other else None,
        awaiting_office_id=told.parties.office(other).key if other else None,
        started_by=owed.started_by,
        started_on=owed.started_on,
        due_on=owed.due_on,
        satisfied_on=owed.satisfied_on,
        satisfied_by=owed.satisfied_by,
        is_void=owed.is_void,
    )
