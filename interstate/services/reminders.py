"""Reminding of what the compact asks: each thing once a day that its rules name, nothing phantom.

Reminders are put in the outbox with the row that says so; what is met before the outbox is emptied
is taken out again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from interstate.models import (
    Activity,
    CompactObligation,
    ReminderRule,
    ReminderWish,
    SentReminder,
)
from interstate.rules.limits import Unit
from interstate.rules.reminding import (
    Anchor,
    Offset,
    Owed,
    Recipient,
    Reminder,
    anchored_between,
    reminders_due,
)
from interstate.rules.routing import Status
from interstate.rules.vocabulary import Key
from interstate.selectors.recipients import Recipients
from interstate.services.closing_reminders import remind_ahead
from interstate.services.reminder_letters import Words, words_of_many, words_of_one
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.context import occasion
from ots.audit.events import Event as Trail
from ots.audit.services import Happening, record
from supervision.choices.message import Channel, MessageKind, MessageState
from supervision.models import OutgoingMessage
from supervision.models.dated import in_force_on
from supervision.services.outbox import Letter, put_in_outbox
from timecomp.engine.calendar import eastern_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Who is to be reminded of what, and why."""

    user: User
    owed: CompactObligation
    rule_id: int
    to: Recipient
    fell_on: date


@transaction.atomic
def remind(*, now: datetime | None = None) -> int:
    """Put what is due today in the outbox; sent twice, the second time changes nothing.

    Returns how many reminders there are.
    """
    moment = now or timezone.now()
    today = eastern_day(moment)
    withdraw_needless(SentReminder.objects.all(), today=today)
    rules = _rules(today)
    owed = {row.pk: row for row in _may_be_due(rules, today)}
    due = reminders_due(
        (_as_read(row) for row in owed.values()), rules, today=today, sent=_sent(owed)
    )
    made = _put(_tellings(due, owed, today), moment) + remind_ahead(rules, moment)
    if made:
        record(Trail.COMPACT_REMINDED, actor=None, details={"reminders": made})
    return made


def choose_digest(viewer: Viewer, *, is_digest: bool) -> None:
    """Keep how the viewer wants to be reminded: all at once each day, or each on its own."""
    viewer.require(Permission.COMPACT_VIEW)
    if viewer.user is None:
        raise NotAllowedError("Only a person chooses how to be reminded.")
    with occasion(Trail.COMPACT_REMINDERS_CHOSEN.name):
        kept, _ = ReminderWish.objects.update_or_create(
            user=viewer.user, defaults={"is_digest": is_digest}
        )
    record(Trail.COMPACT_REMINDERS_CHOSEN, actor=viewer.user, target=kept)


def needless_fall_away(happening: Happening) -> None:
    """Take out of the outbox what an event of a case has met or let fall."""
    case_id = getattr(happening.target, "case_id", None)
    of_case = SentReminder.objects.filter(obligation__case=case_id)
    withdraw_needless(of_case, today=eastern_day(timezone.now()))


def withdraw_needless(reminders: QuerySet[SentReminder], *, today: date) -> int:
    """Withdraw, or shorten, messages that still wait and tell of what is owed no more."""
    waiting = reminders.filter(message__state=MessageState.PLANNED)
    over = waiting.filter(~_still_owed("obligation__"))
    keys = set(over.values_list("message_id", flat=True))
    messages = OutgoingMessage.objects.select_for_update().filter(
        pk__in=keys, state=MessageState.PLANNED
    )
    return sum(_shorten(message, today) for message in messages)


def _shorten(message: OutgoingMessage, today: date) -> bool:
    still = CompactObligation.objects.filter(_still_owed(), reminders__message=message)
    rows = list(still.select_related("case"))
    if rows:
        words = words_of_many(rows, today=today)
        message.subject, message.body = words.subject, words.body
    else:
        message.state = MessageState.WITHDRAWN
    message.save(update_fields=["subject", "body", "state"])
    return True


def _still_owed(path: str = "") -> Q:
    return Q(**{f"{path}satisfied_on": None, f"{path}is_void": False})


def _rules(today: date) -> list[Offset]:
    # Locked, so that two runs at once go one after the other.
    rows = ReminderRule.objects.select_for_update().filter(in_force_on(today)).order_by("pk")
    return [
        Offset(
            id=row.pk,
            key=Key(row.key) if row.key else None,
            anchor=Anchor(row.anchor),
            days=row.days,
            unit=Unit(row.unit),
            to=Recipient(row.to),
            since=row.since,
            until=row.until,
        )
        for row in rows
    ]


def _may_be_due(rules: Iterable[Offset], today: date) -> QuerySet[CompactObligation]:
    window = Q(pk__in=[])
    for rule in rules:
        column = "due_on" if rule.anchor is Anchor.DUE else "started_on"
        lies = Q(**{f"{column}__range": anchored_between(rule, today)})
        window |= lies & Q(key=rule.key.value) if rule.key else lies
    withdrawing = Activity.objects.filter(
        event__case=OuterRef("case"),
        event__position=OuterRef("started_by"),
        status=Status.WITHDRAWING.value,
    )
    rows = CompactObligation.objects.filter(window, _still_owed(), owing_office__isnull=False)
    return rows.select_related("case").annotate(is_paused=Exists(withdrawing)).order_by("pk")


def _as_read(row: CompactObligation) -> Owed:
    return Owed(
        id=row.pk,
        key=Key(row.key),
        started_on=row.started_on,
        due_on=row.due_on,
        is_paused=bool(getattr(row, "is_paused", False)),
    )


def _tellings(
    due: list[Reminder], owed: Mapping[int, CompactObligation], today: date
) -> list[Telling]:
    """Whom each reminder reaches; nobody twice as agent and as office, or for one day."""
    recipients = Recipients((owed[each.owed] for each in due), on=today)
    rows = SentReminder.objects.filter(obligation__in=[each.owed for each in due]).order_by()
    told = {
        (key, user): day
        for key, user, day in rows.values_list("obligation_id", "user_id").annotate(Max("fell_on"))
    }
    found = {
        (each.owed, user.pk): Telling(
            user=user, owed=owed[each.owed], rule_id=each.rule, to=each.to, fell_on=each.falls_on
        )
        for each in reversed(due)
        for user in recipients.of(owed[each.owed], each.to)
        if each.falls_on > told.get((each.owed, user.pk), date.min)
    }
    return list(found.values())


def _sent(owed: Iterable[int]) -> dict[tuple[int, Recipient], date]:
    rows = SentReminder.objects.filter(obligation__in=list(owed)).order_by()
    last = rows.values_list("obligation_id", "to").annotate(last=Max("fell_on"))
    return {(key, Recipient(to)): day for key, to, day in last}


def _put(tellings: list[Telling], moment: datetime) -> int:
    users = {each.user.pk for each in tellings}
    digests = set(
        ReminderWish.objects.filter(user__in=users, is_digest=True).values_list(
            "user_id", flat=True
        )
    )
    bundles: defaultdict[tuple[str, str], list[Telling]] = defaultdict(list)
    for each in tellings:
        bundles[_about(each, each.user.pk in digests, moment), each.user.email].append(each)
    put_in_outbox(_letter(about, to, bundle, moment) for (about, to), bundle in bundles.items())
    abouts = [about for about, _ in bundles]
    found = OutgoingMessage.objects.filter(kind=MessageKind.COMPACT, about__in=abouts)
    messages = {(row.about, row.to): row for row in found}
    rows = [
        SentReminder(
            obligation=each.owed,
            rule_id=each.rule_id,
            to=each.to.value,
            user=each.user,
            fell_on=each.fell_on,
            due_on=each.owed.due_on,
            made_at=moment,
            message=messages[key],
        )
        for key, bundle in bundles.items()
        for each in bundle
    ]
    return len(SentReminder.objects.bulk_create(rows))


def _about(telling: Telling, is_digest: bool, moment: datetime) -> str:
    if is_digest:
        return f"compact digest {telling.user.pk} {moment:%Y-%m-%dT%H:%M:%S}"
    return f"compact {telling.owed.pk} {telling.fell_on} {telling.to}"


def _letter(about: str, to: str, bundle: list[Telling], moment: datetime) -> Letter:
    words = _words(bundle, eastern_day(moment))
    return Letter(
        kind=MessageKind.COMPACT,
        about=about,
        channel=Channel.EMAIL,
        to=to,
        subject=words.subject,
        body=words.body,
        event_at=moment,
        send_at=moment,
        user=bundle[0].user,
    )


def _words(bundle: list[Telling], today: date) -> Words:
    first = bundle[0]
    owed = {each.owed.pk: each.owed for each in bundle}
    if len(owed) == 1:
        return words_of_one(first.owed, first.to, today=today)
    return words_of_many(list(owed.values()), today=today)
