"""Calling to mind that a closure notice will be owed: before supervision ends, so before it is.

Nothing is owed yet, so that no obligation stands behind the message; what moves the end of
supervision takes a message back that still waits.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Final

from interstate.models import CompactCase, CompactObligation
from interstate.rules.limits import LIMITS
from interstate.rules.reminding import Offset, Owed, ahead_of_it, anchored_between, reminders_due
from interstate.rules.vocabulary import EventType, Key, Side
from interstate.selectors.ends import ends_between
from interstate.selectors.recipients import Recipients
from interstate.services.reminder_letters import words_ahead
from ots.access.models import User
from ots.audit.services import Happening
from supervision.choices.message import Channel, MessageKind, MessageState
from supervision.models import OutgoingMessage
from supervision.services.outbox import Letter, put_in_outbox
from timecomp.engine.calendar import FEDERAL, eastern_day

_MOVES_THE_END: Final = frozenset(
    {
        EventType.SUPERVISION_ENDED.value,
        EventType.TOLLING_SET.value,
        EventType.TOLLING_CLEARED.value,
    }
)


def remind_ahead(rules: Iterable[Offset], moment: datetime) -> int:
    """Put in the outbox what is to be said today of ends of supervision that come; once each."""
    today = eastern_day(moment)
    ahead = ahead_of_it(rules, Key.CCN_DUE)
    if not ahead:
        return 0
    foreseen = {row.case_id: row for row in _foreseen(ahead, today)}
    read = (
        Owed(id=key, key=Key.CCN_DUE, started_on=date.min, due_on=row.due_on)
        for key, row in foreseen.items()
    )
    due = reminders_due(read, ahead, today=today, sent={})
    recipients = Recipients((foreseen[each.owed] for each in due), on=today)
    letters = [
        _letter(foreseen[each.owed], user, each.falls_on, moment)
        for each in due
        for user in recipients.of(foreseen[each.owed], each.to)
    ]
    return put_in_outbox(_unsaid(letters))


def needless_fall_away_ahead(happening: Happening) -> None:
    """Take out of the outbox what an event has made untrue of the end that was to come."""
    said = happening.details
    if not (said.get("moved_the_case") or said.get("type") in _MOVES_THE_END):
        return
    case_id = getattr(happening.target, "case_id", None)
    waiting = OutgoingMessage.objects.filter(
        kind=MessageKind.COMPACT,
        about__startswith=f"compact end {case_id} ",
        state=MessageState.PLANNED,
    )
    for message in waiting.select_for_update():
        message.state = MessageState.WITHDRAWN
        message.save(update_fields=["state"])


def _unsaid(letters: list[Letter]) -> list[Letter]:
    said = OutgoingMessage.objects.filter(
        kind=MessageKind.COMPACT, about__in=[each.about for each in letters]
    )
    known = set(said.values_list("about", "to"))
    return [each for each in letters if (each.about, each.to) not in known]


def _foreseen(ahead: tuple[Offset, ...], today: date) -> Iterable[CompactObligation]:
    """What will be owed, by the cases whose end may be called to mind today; nothing is saved."""
    windows = [anchored_between(rule, today) for rule in ahead]
    limit = LIMITS[Key.CCN_DUE].on(today).amount
    # Two weekends and a holiday a week would be far more than any calendar has.
    slack = timedelta(days=2 * limit.count + 10)
    first, last = min(each[0] for each in windows), max(each[1] for each in windows)
    for case, ends_on in ends_between(max(first - slack, today), last):
        due_on = LIMITS[Key.CCN_DUE].on(ends_on).amount.after(ends_on, FEDERAL)
        yield _will_owe(case, ends_on, due_on)


def _will_owe(case: CompactCase, ends_on: date, due_on: date) -> CompactObligation:
    return CompactObligation(
        case=case,
        key=Key.CCN_DUE.value,
        owed_by=Side.RECEIVING.value,
        owing_office_id=case.receiving_office_id,
        started_on=ends_on,
        due_on=due_on,
    )


def _letter(owed: CompactObligation, user: User, falls_on: date, moment: datetime) -> Letter:
    words = words_ahead(owed, today=eastern_day(moment))
    return Letter(
        kind=MessageKind.COMPACT,
        about=f"compact end {owed.case_id} {falls_on} {owed.due_on}",
        channel=Channel.EMAIL,
        to=user.email,
        subject=words.subject,
        body=words.body,
        event_at=moment,
        send_at=moment,
        user=user,
    )
