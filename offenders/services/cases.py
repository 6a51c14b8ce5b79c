"""Court cases: opening one, filing and amending charges, dispositions and court dates."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from offenders import choices
from offenders.models import Charge, ChargeParticulars, CourtCase, Disposition, Hearing
from offenders.services.facts import add_fact, check_fields, check_person, correct_fact
from offenders.services.refusals import Objection, refused_by
from offenders.services.submissions import once
from ots.access.closures import reading_everything
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record

DOCKET_TAKEN = {
    "case_once_in_its_court": Objection(
        "docket_number",
        "This person has a case with this docket number in this court already: choose it.",
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEntry:
    """A case as a court numbers it."""

    court_id: int
    docket_number: str
    filed_on: date | None = None
    status: str = choices.CaseStatus.UNKNOWN
    judge: str = ""

    def columns(self) -> dict[str, object]:
        """Return the values under the names of their columns."""
        return {
            "court_id": self.court_id,
            "docket_number": self.docket_number,
            "filed_on": self.filed_on,
            "status": self.status,
            "judge": self.judge,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """What a count alleges."""

    description: str
    offense_date: date | None = None
    offense_date_to: date | None = None
    statute_id: int | None = None
    offense_code: str = ""
    form: str = choices.OffenseRole.COMPLETED
    flags: tuple[str, ...] = ()

    def columns(self) -> dict[str, object]:
        """Return the values under the names of their columns; flags only where there are any."""
        columns: dict[str, object] = {
            "description": self.description,
            "offense_date": self.offense_date,
            "offense_date_to": self.offense_date_to,
            "statute_id": self.statute_id,
            "offense_code": self.offense_code,
            "form": self.form,
        }
        return {**columns, "flags": list(self.flags)} if self.flags else columns


def open_case(
    viewer: Viewer, person_id: int, *, entry: CaseEntry, token: UUID | None = None
) -> CourtCase:
    """Record a criminal case of a person; refused if the court has that docket for him already."""
    viewer.require(Permission.PERSON_RECORD)
    check_person(viewer, person_id)
    check_fields(viewer, CourtCase, entry.columns())
    event = Event.CASE_OPENED

    def write() -> CourtCase:
        with occasion(event.name, person_id=person_id), refused_by(DOCKET_TAKEN):
            case = CourtCase.objects.create(person_id=person_id, **entry.columns())
        record(event, actor=viewer.user, target=case, person_id=person_id)
        return case

    return once(token, event, CourtCase, write)


@transaction.atomic
def file_charge(viewer: Viewer, case: CourtCase, *, particulars: Particulars) -> Charge:
    """Record a further count of a case under the next free number."""
    viewer.require(Permission.PERSON_RECORD)
    check_person(viewer, case.person_id)
    event = Event.CHARGE_FILED
    CourtCase.objects.select_for_update().get(pk=case.pk)
    with reading_everything():
        highest = case.charges.aggregate(highest=Max("count_number"))["highest"] or 0
    with occasion(event.name, person_id=case.person_id):
        charge = Charge.objects.create(case=case, count_number=highest + 1)
    add_fact(
        viewer,
        ChargeParticulars,
        person_id=case.person_id,
        event=event,
        charge=charge,
        **particulars.columns(),
    )
    return charge


def amend_charge(
    viewer: Viewer, charge: Charge, *, particulars: Particulars, reason: str
) -> ChargeParticulars:
    """Record what an amended count alleges; what it alleged before stays in the history."""
    viewer.require(Permission.PERSON_RECORD)
    return correct_fact(
        viewer,
        charge.particulars.get(superseded_at=None),
        person_id=charge.case.person_id,
        reason=reason,
        event=Event.CHARGE_AMENDED,
        **particulars.columns(),
    )


def record_disposition(
    viewer: Viewer, charge: Charge, *, kind: str, disposed_on: date | None, reason: str = ""
) -> Disposition:
    """Record how a charge ended; a second disposition needs its reason and replaces the first."""
    viewer.require(Permission.PERSON_RECORD)
    event = Event.DISPOSITION_RECORDED
    person_id = charge.case.person_id
    earlier = charge.dispositions.filter(superseded_at=None).first()
    if earlier is None:
        return add_fact(
            viewer,
            Disposition,
            person_id=person_id,
            event=event,
            charge=charge,
            kind=kind,
            disposed_on=disposed_on,
        )
    return correct_fact(
        viewer,
        earlier,
        person_id=person_id,
        reason=reason,
        event=event,
        kind=kind,
        disposed_on=disposed_on,
    )


def schedule_hearing(
    viewer: Viewer, case: CourtCase, *, purpose: str, scheduled_at: datetime
) -> Hearing:
    """Record a court date."""
    viewer.require(Permission.PERSON_RECORD)
    return add_fact(
        viewer,
        Hearing,
        person_id=case.person_id,
        event=Event.HEARING_SCHEDULED,
        case=case,
        purpose=purpose,
        scheduled_at=scheduled_at,
    )
