"""A message's JSON from what stands in the record."""

import json
from base64 import b64encode
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from interstate.models import Activity, Attachment, CompactCase, CompactEvent
from interstate.rules.content import form_of
from interstate.rules.vocabulary import EventType
from interstate.selectors.court_cases import named_in
from offenders.choices import IdentifierKind
from offenders.models import Identifier
from ots.exchange.compact.checking import SEND, SEND_BACK
from ots.exchange.models import CompactIntake, CompactMessage

Json = dict[str, object]

FORMAT = "compact-message/1"
# Numbers that another state needs to know the person by; never one that opens bank accounts.
TOLD = (IdentifierKind.SID, IdentifierKind.FBI_UCN, IdentifierKind.COMPACT)


@dataclass(frozen=True, slots=True)
class Route:
    """From which member to which."""

    sender: str
    receiver: str


def body_of_activity(activity: Activity, route: Route, move: str, *, reason: str = "") -> Json:
    """Return the message of an activity, without what its attachments hold."""
    sent_at = activity.sent_at or timezone.now()
    is_back = move == SEND_BACK
    return {
        **_envelope(activity.case, route),
        **_what(move, activity.kind, activity.side, at=sent_at),
        "answers": _text(message_of(activity.answers)),
        "corrects": _text(message_of(activity.corrects)),
        "about": _text(message_of(activity)),
        "content": {} if is_back else dict(activity.content),
        "attachments": [] if is_back else [_attachment(each) for each in _files(activity)],
        **({"reason": reason} if is_back else {}),
    }


def body_of_event(event: CompactEvent, route: Route) -> Json:
    """Return the message of what was recorded of a case and is no activity."""
    kind = EventType(event.type)
    said = {each.name for each in form_of(kind).fields if not each.type.is_attached}
    withdrawn = Activity.objects.filter(
        case=event.case_id, event__position=event.data.get("index", -1)
    ).first()
    is_withdrawal = kind is EventType.WITHDRAW_ACTIVITY
    return {
        **_envelope(event.case, route),
        **_what(SEND, event.type, event.by, at=event.happened_at),
        "about": _text(message_of(withdrawn)) if is_withdrawal else None,
        "content": {name: value for name, value in event.data.items() if name in said},
        "attachments": [],
    }


def message_of(activity: Activity | None) -> UUID | None:
    """Return the message by which an activity went or came; none where it did neither."""
    if activity is None:
        return None
    came = CompactIntake.objects.filter(activity=activity, message_id__isnull=False)
    went = CompactMessage.objects.filter(activity=activity)
    first = came.order_by("pk").values_list("message_id", flat=True).first()
    return first or went.order_by("pk").values_list("message_id", flat=True).first()


def raw_of(message: CompactMessage) -> bytes:
    """Return the message as it leaves, its attachments in it."""
    files = [{**each, "content": _content(message, each)} for each in message.body["attachments"]]
    whole = {**message.body, "message_id": str(message.message_id), "attachments": files}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _envelope(case: CompactCase, route: Route) -> Json:
    return {
        "format": FORMAT,
        "sender": route.sender,
        "receiver": route.receiver,
        "sent_at": timezone.now().isoformat(),
        "case": _case(case),
        "person": _person(case, route.sender),
    }


def _what(move: str, kind: str, side: str, *, at: datetime) -> Json:
    return {"move": move, "activity": kind, "side": side, "happened_at": at.isoformat()}


def _case(case: CompactCase) -> Json:
    ends_on = case.supervision_ends_on
    return {
        "number": case.quoted_number,
        "sending": case.sending_id,
        "receiving": case.receiving_id,
        "supervision": case.supervision,
        "supervision_ends_on": ends_on.isoformat() if ends_on else None,
        "is_indefinite": case.is_indefinite,
        "is_sex_offender": case.is_sex_offender,
        "has_victims": case.has_victims,
        "has_pending_charge": case.has_pending_charge,
        **({"court_cases": told} if (told := _court_cases(case)) else {}),
    }


def _court_cases(case: CompactCase) -> list[Json]:
    """The court cases behind the transfer; none that a court or the law closed."""
    return [
        {
            "court": each.court,
            "docket_number": each.docket_number,
            "offenses": list(each.offenses),
        }
        for each in named_in(case)
    ]


def _person(case: CompactCase, sender: str) -> Json:
    person = case.person
    rows = Identifier.objects.filter(person=person, superseded_at__isnull=True, kind__in=TOLD)
    born = person.birth_date
    return {
        "last_name": person.last_name,
        "first_name": person.first_name,
        "middle_name": person.middle_name,
        "suffix": person.suffix,
        "birth_date": born.isoformat() if born else None,
        "numbers": [_number(each, sender) for each in rows.order_by("kind", "pk")[:20]],
    }


def _number(row: Identifier, sender: str) -> Json:
    # The own state's number stands here without its issuer.
    issuer = row.issuer or (sender if row.kind == IdentifierKind.SID else "")
    return {"kind": row.kind, "issuer": issuer, "value": row.value}


def _files(activity: Activity) -> QuerySet[Attachment]:
    return activity.attachments.order_by("pk").defer("content")


def _attachment(row: Attachment) -> Json:
    return {
        "label": row.label,
        "name": row.name,
        "media_type": row.content_type,
        "digest": row.digest,
    }


def _content(message: CompactMessage, each: Json) -> str:
    rows = Attachment.objects.filter(
        activity=message.activity_id, label=each["label"], digest=each["digest"]
    )
    return b64encode(rows.select_related("same_as").get().stored).decode()


def _text(key: UUID | None) -> str | None:
    return str(key) if key else None
