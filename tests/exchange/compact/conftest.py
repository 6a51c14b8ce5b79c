"""The compact's cast, and Ohio as a state with a system of its own."""

import json
from hashlib import sha256

import pytest
from django.conf import LazySettings

from interstate.models import Activity, Attachment
from interstate.rules.content import gaps
from interstate.rules.routing import Move
from interstate.rules.vocabulary import EventType
from interstate.services.activities import Asked, move_activity
from interstate.services.drafts import start_activity
from offenders.choices import IdentifierKind
from offenders.models import Person
from offenders.services.people import add_identifier
from ots.access.models import User
from ots.access.viewer import viewer_for
from ots.exchange.compact.writing import raw_of
from ots.exchange.models import CompactMessage
from tests.factories.compact import compact_case, complete, some_value
from tests.factories.person import RECORDER, small_photograph
from tests.interstate.conftest import carla, oprah, otto, sender

__all__ = ["carla", "oprah", "otto", "sender"]

PAPER = b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


@pytest.fixture
def ohio(settings: LazySettings, tmp_path) -> object:
    """Ohio's messages go by folder."""
    folder = tmp_path / "OH"
    (folder / "out").mkdir(parents=True)
    (folder / "in").mkdir()
    settings.COMPACT_PEERS = {"OH": str(folder)}
    return folder


@pytest.fixture
def known_dana(dana: Person) -> Person:
    """Dana, with a number that other states know."""
    add_identifier(RECORDER, dana.pk, kind=IdentifierKind.SID, issuer="MI", value="MI1234567X")
    return dana


@pytest.fixture
def case(sender, known_dana, ohio):
    """Dana's case for Ohio, which has a system of its own; nothing sent yet."""
    return compact_case(sender, known_dana)


@pytest.fixture
def request_sent(sender, carla, case):
    return send(sender, carla, case, EventType.TRANSFER_REQUEST, {"reason": "resident"})


def written(author: User, case, kind: EventType, content=None, answers=None) -> Activity:
    """Write a draft that lacks nothing, with documents that are documents."""
    draft = start_activity(viewer_for(author), case.pk, kind, content=content, answers=answers)
    labels = gaps(kind, draft.content, (), case.traits).missing
    for each in labels:
        if each.type.is_attached:
            is_picture = each.type.value == "picture"
            body = small_photograph() if is_picture else PAPER
            attach(draft, each.name, body, "image/jpeg" if is_picture else "application/pdf")
    return complete(draft)


def filled(kind: EventType) -> dict[str, object]:
    """All that an activity of the kind has to say, whatever it is."""
    content: dict[str, object] = {}
    while lacking := [
        each for each in gaps(kind, content, (), {}).missing if not each.type.is_attached
    ]:
        content |= {each.name: some_value(each) for each in lacking}
    return content


def attach(draft: Activity, label: str, content: bytes, media_type: str) -> None:
    Attachment.objects.create(
        activity=draft,
        label=label,
        name=f"{label}.bin",
        content_type=media_type,
        content=content,
        digest=sha256(content).hexdigest(),
    )


def send(author: User, office: User, case, kind: EventType, content=None, answers=None):
    """Write, submit and transmit through the author's compact office."""
    draft = written(author, case, kind, content, answers)
    move_activity(viewer_for(author), draft.pk, Asked(move=Move.SUBMIT))
    return move_activity(viewer_for(office), draft.pk, Asked(move=Move.TRANSMIT))


def last_message() -> bytes:
    """The newest message of the outbox, as it leaves."""
    return raw_of(CompactMessage.objects.latest("pk"))


def changed(raw: bytes, **more: object) -> bytes:
    """A message with other values; a dotted name reaches into it."""
    document = json.loads(raw)
    for name, value in more.items():
        *parts, last = name.split("__")
        place = document
        for part in parts:
            place = place[int(part)] if part.isdigit() else place[part]
        place[last] = value
    return json.dumps(document).encode()
