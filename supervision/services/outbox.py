"""The outbox: messages are written once, and sent once by the channel they go by."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.core.mail import EmailMessage
from django.db import transaction

from ots.access.models import User
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.message import Channel, Language, MessageState
from supervision.models import OutgoingMessage

MOST_TRIES: Final = 5
A_BATCH: Final = 500
FIRST_PAUSE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Letter:
    """What is said to whom, when, by what."""

    kind: str
    about: str
    channel: str
    to: str
    body: str
    event_at: datetime
    send_at: datetime
    subject: str = ""
    language: str = Language.ENGLISH
    hours_before: int = 0
    person_id: int | None = None
    user: User | None = None


Deliver = Callable[[OutgoingMessage], MessageState]


def by_email(message: OutgoingMessage) -> MessageState:
    """Send by the mail server of the installation; raises ``OSError`` where it does not answer."""
    EmailMessage(message.subject, message.body, to=[message.to]).send()
    return MessageState.SENT


def by_gateway(_message: OutgoingMessage) -> MessageState:
    """Leave a text message to the gateway, which fetches what waits for it."""
    return MessageState.HANDED_OVER


CHANNELS: Final[Mapping[str, Deliver]] = {Channel.EMAIL: by_email, Channel.SMS: by_gateway}


def put_in_outbox(letters: Iterable[Letter]) -> int:
    """Write the letters that do not lie in the outbox yet."""
    rows = [
        OutgoingMessage(
            kind=each.kind,
            about=each.about,
            hours_before=each.hours_before,
            person_id=each.person_id,
            user=each.user,
            channel=each.channel,
            to=each.to,
            language=each.language,
            subject=each.subject,
            body=each.body,
            event_at=each.event_at,
            send_at=each.send_at,
        )
        for each in letters
    ]
    return len(OutgoingMessage.objects.bulk_create(rows, ignore_conflicts=True))


def send_due(now: datetime) -> int:
    """Send what is due; each message in a transaction of its own. Returns how many went."""
    due = OutgoingMessage.objects.filter(state=MessageState.PLANNED, send_at__lte=now)
    keys = list(due.order_by("send_at", "pk").values_list("pk", flat=True)[:A_BATCH])
    sent = sum(_send(key, now) for key in keys)
    if sent:
        record(Event.MESSAGES_SENT, actor=None, details={"messages": sent})
    return sent


@transaction.atomic
def _send(key: int, now: datetime) -> bool:
    # Another worker may have it, or may have sent it.
    waiting = OutgoingMessage.objects.select_for_update(skip_locked=True)
    message = waiting.filter(pk=key, state=MessageState.PLANNED).first()
    if message is None:
        return False
    try:
        message.state = CHANNELS[message.channel](message)
    except OSError as error:
        _postpone(message, error, now)
        return False
    message.sent_at, message.error = now, ""
    message.save(update_fields=["state", "sent_at", "error"])
    return True


def _postpone(message: OutgoingMessage, error: OSError, now: datetime) -> None:
    message.tries += 1
    message.error = type(error).__name__
    if message.tries >= MOST_TRIES:
        message.state = MessageState.FAILED
    else:
        message.send_at = now + FIRST_PAUSE * 2**message.tries
    message.save(update_fields=["state", "tries", "error", "send_at"])
