"""Reading a document: what was typed blind is compared with the record and kept."""

from collections.abc import Mapping
from typing import BinaryIO, Final
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from offenders.models import Charge
from ots.access.permissions import Permission
from ots.access.scopes import reaches
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from ots.core.uploads.intake import take_in
from ots.core.uploads.kinds import JPEG, PDF, PNG
from ots.quality.choices import FieldKey, Outcome
from ots.quality.comparing import Held, charge_of, compare, fields_of, held_values
from ots.quality.models import Comparison, Finding, Item, Weight
from timecomp.engine.calendar import FEDERAL

ANSWER_WITHIN: Final = 10
FIRST, SECOND = 1, 2
LARGEST_SCAN: Final = 20 * 1024 * 1024
DIFFERENT: Final = frozenset({Outcome.MISMATCH, Outcome.NOT_IN_SYSTEM, Outcome.NOT_IN_DOCUMENT})


class ReadingRefusedError(Exception):
    """The document is not read now, or not by this reviewer; the message says why."""


def reading_due(viewer: Viewer, item: Item) -> int | None:
    """Return which reading of the item waits for this viewer: the first, the second, or none."""
    readers = dict(item.comparisons.values_list("reading", "read_by"))
    if FIRST not in readers:
        return FIRST
    own = viewer.user.pk if viewer.user else None
    if item.is_read_twice and SECOND not in readers and readers[FIRST] != own:
        return SECOND
    return None


@transaction.atomic
def read_document(
    viewer: Viewer, item: Item, said: Mapping[str, str], *, scan: BinaryIO | None = None
) -> list[Comparison]:
    """Keep what the document says, compare it with the record, open a finding for each difference.

    The second reading opens none: it tells how often two readers read the same.
    """
    viewer.require(Permission.QUALITY_REVIEW)
    if item.person_id is None or not reaches(viewer, item.person_id):
        raise NotAllowedError(f"[{item}] is not in the reach of [{viewer}].")
    item = Item.objects.select_for_update(of=("self",)).get(pk=item.pk)
    reading = reading_due(viewer, item)
    if reading is None:
        raise ReadingRefusedError("The document was read: nobody changes what was typed.")
    if scan is not None:
        _keep_scan(item, scan)
    charge = charge_of(item)
    made = Comparison.objects.bulk_create(
        _compared(viewer, item, reading, key, said.get(key, ""), held)
        for key, held in _held(charge, item).items()
    )
    if reading == FIRST:
        open_findings(made)
    details: dict[str, int] = {
        "reading": reading,
        "different": sum(each.outcome in DIFFERENT for each in made),
    }
    record(
        Event.DOCUMENT_READ,
        actor=viewer.user,
        target=item,
        person_id=item.person_id,
        details={**details},
    )
    return made


def open_findings(compared: list[Comparison]) -> None:
    """Open a finding for each difference; the agency answers within ten business days."""
    due = FEDERAL.after_business_days(timezone.localdate(), ANSWER_WITHIN)
    Finding.objects.bulk_create(
        Finding(comparison=each, answer_due_on=due)
        for each in compared
        if each.outcome in DIFFERENT
    )


def severities() -> dict[str, int]:
    """Return what an error in each field weighs today."""
    today = timezone.localdate()
    rows = Weight.objects.filter(since__lte=today).exclude(until__lte=today).order_by("since")
    return dict(rows.values_list("field", "severity"))


def _held(charge: Charge, item: Item) -> dict[FieldKey, Held]:
    held = held_values(charge)
    return {key: held.get(key, Held("")) for key in fields_of(item.record_type)}


def _compared(  # noqa: PLR0913  one argument a column
    viewer: Viewer, item: Item, reading: int, key: FieldKey, said: str, held: Held
) -> Comparison:
    return Comparison(
        item=item,
        reading=reading,
        field=key,
        severity=severities().get(key, 1),
        said=said.strip(),
        held=held.value,
        outcome=compare(key, said, held.value),
        keyed_by_id=held.keyed_by,
        read_by=viewer.user,
        read_at=timezone.now(),
    )


def _keep_scan(item: Item, scan: BinaryIO) -> None:
    taken = take_in(scan, allowed=(PDF, JPEG, PNG), largest=LARGEST_SCAN)
    # The name says nothing about the person: names of files end up in logs.
    content = ContentFile(taken.content, name=f"{uuid4().hex}{taken.kind.extension}")
    item.scan.save(content.name or "", content)
