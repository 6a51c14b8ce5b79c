"""A specimen passing from hand to hand."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone

from offenders.services.facts import add_fact
from offenders.services.refusals import Objection, RefusedError
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.models import CustodyTransfer, Specimen
from supervision.services.drug_tests import drug_test_for


@dataclass(frozen=True, slots=True)
class TransferEntry:
    """From whom to whom, when, what for, and whether the seal held."""

    purpose: str
    released_by: str
    received_by: str
    passed_at: datetime
    is_seal_intact: bool


@transaction.atomic
def pass_specimen(
    viewer: Viewer, person_id: int, test_id: int, *, entry: TransferEntry
) -> CustodyTransfer:
    """Record that the specimen changed hands; whoever releases it is who received it last."""
    viewer.require(Permission.TEST_RECORD)
    test = drug_test_for(viewer, person_id, test_id)
    specimen = get_object_or_404(Specimen, test=test, superseded_at__isnull=True)
    rows = CustodyTransfer.objects.filter(specimen=specimen).select_for_update()
    last = list(rows.order_by("position"))[-1]
    if entry.passed_at < last.passed_at:
        raise RefusedError(Objection("passed_at", "That is before the last change of hands."))
    if entry.passed_at > timezone.now():
        raise RefusedError(Objection("passed_at", "That is still to come."))
    if entry.released_by.strip().casefold() != last.received_by.strip().casefold():
        message = f"[{last.received_by}] held it last: the chain must go on from there."
        raise RefusedError(Objection("released_by", message))
    return add_fact(
        viewer,
        CustodyTransfer,
        person_id=person_id,
        event=Event.SPECIMEN_PASSED,
        specimen=specimen,
        position=last.position + 1,
        purpose=entry.purpose,
        released_by=last.received_by,
        received_by=entry.received_by,
        passed_at=entry.passed_at,
        is_seal_intact=entry.is_seal_intact,
    )
