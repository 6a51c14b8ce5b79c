"""Handing the messages of the outbox over: into a folder, or to the other state's address."""

import json
import os
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException, HTTPSConnection
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from interstate.rules.content import form_of
from interstate.rules.vocabulary import EventType
from ots.access.categories import Category
from ots.access.viewer import Viewer
from ots.audit.disclosures import Purpose, Release, disclose
from ots.audit.models import Medium
from ots.exchange.compact.peers import Peer
from ots.exchange.compact.writing import raw_of
from ots.exchange.models import CompactMessage

SECONDS: Final = 20
AUTHORITY: Final = "Interstate Compact for Adult Offender Supervision"
# Of the person and the case, in every message.
ALWAYS: Final = frozenset({Category.IDENTITY, Category.SUPERVISION, Category.LEGAL})


# The other side has read the message and will not take it as it is: sending it on is of no use.
REFUSING: Final = frozenset(
    {
        HTTPStatus.BAD_REQUEST,
        HTTPStatus.CONFLICT,
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
    }
)
LONGEST_TROUBLE: Final = 600
LONGEST_ANSWER: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Delivered:
    """How many messages went, and the trouble at which the next one stayed."""

    count: int
    trouble: str = ""


def deliver(viewer: Viewer, peer: Peer) -> Delivered:
    """Hand over what waits for the peer, the oldest first; stops at the first trouble.

    What the other side refuses holds up no other message: a clerk looks at it. A message goes at
    least once: who takes it knows it by its id.
    """
    count = 0
    for key in waiting_for(peer.code):
        trouble = _deliver(viewer, key, peer)
        if trouble:
            return Delivered(count, trouble)
        count += 1
    return Delivered(count)


def write_out(viewer: Viewer, code: str, folder: Path) -> int:
    """Write what waits for a member into the folder, as somebody carries it by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    return sum(_carried(viewer, key, folder) for key in waiting_for(code))


def waiting_for(code: str) -> list[int]:
    """Return the keys of the messages that wait for a member, the oldest first."""
    rows = CompactMessage.objects.filter(
        receiver=code, delivered_at__isnull=True, refused_at__isnull=True
    )
    return list(rows.order_by("pk").values_list("pk", flat=True))


def _deliver(viewer: Viewer, key: int, peer: Peer) -> str:
    try:
        with transaction.atomic():
            message = _locked(key)
            if message is not None:
                raw = raw_of(message)
                _note_handed_over(viewer, message, raw, refusal=_put(peer, message, raw))
    except (OSError, HTTPException) as error:
        trouble = (str(error) or type(error).__name__)[:LONGEST_TROUBLE]
        CompactMessage.objects.filter(pk=key).update(tries=F("tries") + 1, trouble=trouble)
        return trouble
    return ""


@transaction.atomic
def _carried(viewer: Viewer, key: int, folder: Path) -> bool:
    message = _locked(key)
    if message is None:
        return False
    raw = raw_of(message)
    _write(folder, message, raw)
    _note_handed_over(viewer, message, raw)
    return True


def _locked(key: int) -> CompactMessage | None:
    """The message for this transaction alone; none if another worker has it or it went."""
    rows = CompactMessage.objects.select_for_update(of=("self",), skip_locked=True)
    return rows.filter(pk=key, delivered_at__isnull=True).first()


def _note_handed_over(
    viewer: Viewer, message: CompactMessage, raw: bytes, *, refusal: str = ""
) -> None:
    """Record the disclosure, and that the message has gone, or why the other side refused it."""
    disclose(
        Release(
            recipient=f"Compact office of {message.receiver}",
            authority=AUTHORITY,
            purpose=Purpose.CRIMINAL_JUSTICE,
        ),
        actor=viewer.user,
        people=[message.case.person_id],
        categories=_categories(message),
        medium=Medium.MESSAGE,
        document=f"Compact message {message.message_id}",
        content=raw,
    )
    now = timezone.now()
    message.delivered_at, message.refused_at = (None, now) if refusal else (now, None)
    message.trouble = refusal[:LONGEST_TROUBLE]
    message.tries += 1
    message.save(update_fields=["delivered_at", "refused_at", "trouble", "tries"])


def _categories(message: CompactMessage) -> set[str]:
    labels = {each["label"] for each in message.body["attachments"]}
    told = labels | message.body["content"].keys()
    fields = form_of(EventType(message.body["activity"])).fields
    return {str(each) for each in ALWAYS} | {each.category for each in fields if each.name in told}


def _put(peer: Peer, message: CompactMessage, raw: bytes) -> str:
    """Hand the bytes over; returns why the other side refuses them, if it does."""
    if not peer.folder:
        return _post(peer, raw)
    _write(peer.folder / "out", message, raw)
    return ""


def _write(folder: Path, message: CompactMessage, raw: bytes) -> None:
    # Named so that they are read in their order; a reader never finds half of one.
    name = f"{message.pk:010d}-{message.message_id}.json"
    half = folder / f".{name}.half"
    with half.open("wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
    half.rename(folder / name)


def _post(peer: Peer, raw: bytes) -> str:
    parts = urlsplit(peer.address)
    headers = {"Content-Type": "application/json"}
    if token := peer.token():
        headers["Authorization"] = f"Bearer {token}"
    connection = HTTPSConnection(parts.hostname or "", parts.port, timeout=SECONDS)
    try:
        connection.request("POST", parts.path or "/", body=raw, headers=headers)
        answer = connection.getresponse()
        said = answer.read(LONGEST_ANSWER)
    finally:
        connection.close()
    if answer.status in REFUSING:
        return f"Refused ({answer.status}): {_detail(said) or answer.reason}"
    if not HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
        raise ConnectionError(f"The address answered {answer.status} {answer.reason}.")
    return ""


def _detail(said: bytes) -> str:
    """What a problem document (RFC 9457) says; nothing where the answer is none."""
    try:
        document = json.loads(said)
    except ValueError:
        return ""
    detail = document.get("detail") if isinstance(document, dict) else None
    return detail.replace("\x00", "") if isinstance(detail, str) else ""
