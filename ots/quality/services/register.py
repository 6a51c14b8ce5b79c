"""From the court's register to the record: is what the court has in the system at all?"""

from dataclasses import dataclass
from typing import Final

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from offenders.models import Charge, Court, SentenceTerms
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from ots.quality.choices import Direction, FieldKey, Outcome, RecordType
from ots.quality.comparing import compare
from ots.quality.models import Comparison, Item
from ots.quality.services.reading import FIRST, open_findings, severities

THERE: Final = "The court has it"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a court's register."""

    court: Court
    docket_number: str
    count_number: int = 1


@transaction.atomic
def look_up(viewer: Viewer, entry: Entry) -> Item:
    """Look for the record of a document; where there is none that is a finding."""
    viewer.require(Permission.QUALITY_REVIEW)
    charge = find_charge(viewer, entry.court, entry.docket_number, entry.count_number)
    item = Item.objects.create(
        direction=Direction.DOCUMENT,
        county_id=entry.court.county_id,
        court=entry.court,
        docket_number=entry.docket_number.strip(),
        count_number=entry.count_number,
        charge=charge,
        person=charge.case.person if charge else None,
        record_type=_type_of(charge),
        entered_by=viewer.user,
    )
    if charge is None:
        _missing(viewer, item)
    record(
        Event.DOCUMENT_LOOKED_UP,
        actor=viewer.user,
        target=item,
        person_id=item.person_id,
        details={"found": charge is not None},
    )
    return item


def find_charge(viewer: Viewer, court: Court, docket: str, count: int) -> Charge | None:
    """Return the count of that docket number in the court, however the number is written."""
    charges: QuerySet[Charge] = in_scope(viewer, Charge.objects.all(), person="case__person")
    year = docket.strip()[:2]
    near = charges.filter(case__court=court, case__docket_number__contains=year)
    asked = near.filter(count_number=count).select_related("case__person")
    same = (
        each
        for each in asked
        if compare(FieldKey.DOCKET, docket, each.case.docket_number) is Outcome.MATCH
    )
    return next(same, None)


def _type_of(charge: Charge | None) -> RecordType:
    terms = SentenceTerms.objects.filter(sentence__charge=charge, superseded_at=None)
    is_sentenced = charge is not None and terms.exists()
    return RecordType.SENTENCE if is_sentenced else RecordType.DISPOSITION


def _missing(viewer: Viewer, item: Item) -> None:
    made = Comparison.objects.create(
        item=item,
        reading=FIRST,
        field=FieldKey.RECORD,
        severity=severities().get(FieldKey.RECORD, 1),
        said=THERE,
        outcome=Outcome.NOT_IN_SYSTEM,
        read_by=viewer.user,
        read_at=timezone.now(),
    )
    open_findings([made])
