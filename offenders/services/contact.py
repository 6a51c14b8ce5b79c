"""Where a person lives, how to call, where the person works: over time."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from offenders import choices
from offenders.models import Address, Employment, Phone
from offenders.services.facts import add_fact, replace_fact, write_fact
from offenders.services.refusals import Objection, refused_by
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record

# A person has one of these at a time: a new one ends the one before.
ONE_AT_A_TIME = frozenset({choices.AddressKind.HOME, choices.AddressKind.MAILING})
ENDS_BEFORE_IT_BEGINS = Objection("ended_on", "The last day cannot come before the first.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressEntry:
    """An address from a day; ``ended_on`` is the first day no longer there."""

    kind: str
    street: str
    city: str
    began_on: date
    unit: str = ""
    state: str = "MI"
    postal_code: str = ""
    ended_on: date | None = None

    def columns(self) -> dict[str, object]:
        """Return the values under the names of their columns."""
        return {name: getattr(self, name) for name in self.__slots__}


def add_address(
    viewer: Viewer, person_id: int, *, entry: AddressEntry, token: UUID | None = None
) -> Address:
    """Record an address; a new home or mailing address ends the one before on its first day."""
    viewer.require(Permission.CONTACT_RECORD)
    event = Event.CONTACT_RECORDED

    def write() -> Address:
        if entry.kind in ONE_AT_A_TIME and entry.ended_on is None:
            _end_earlier(viewer, person_id, entry)
        with refused_by({"address_ends_after_it_begins": ENDS_BEFORE_IT_BEGINS}):
            address = write_fact(
                viewer, Address, person_id=person_id, event=event, **entry.columns()
            )
        record(event, actor=viewer.user, target=address, person_id=person_id)
        return address

    return once(token, event, Address, write)


def add_phone(  # noqa: PLR0913  one keyword a column
    viewer: Viewer,
    person_id: int,
    *,
    kind: str,
    number: str,
    began_on: date,
    token: UUID | None = None,
) -> Phone:
    """Record a telephone number."""
    viewer.require(Permission.CONTACT_RECORD)
    event = Event.CONTACT_RECORDED
    values = {"kind": kind, "number": number, "began_on": began_on}
    return once(
        token,
        event,
        Phone,
        lambda: add_fact(viewer, Phone, person_id=person_id, event=event, **values),
    )


def add_job(  # noqa: PLR0913  one keyword a column
    viewer: Viewer,
    person_id: int,
    *,
    employer: str,
    began_on: date,
    occupation: str = "",
    hours_a_week: int | None = None,
    token: UUID | None = None,
) -> Employment:
    """Record a job held."""
    viewer.require(Permission.CONTACT_RECORD)
    event = Event.CONTACT_RECORDED
    values = {
        "employer": employer,
        "occupation": occupation,
        "hours_a_week": hours_a_week,
        "began_on": began_on,
    }
    return once(
        token,
        event,
        Employment,
        lambda: add_fact(viewer, Employment, person_id=person_id, event=event, **values),
    )


def _end_earlier(viewer: Viewer, person_id: int, entry: AddressEntry) -> None:
    earlier = Address.objects.filter(
        person_id=person_id, kind=entry.kind, superseded_at=None, ended_on=None
    )
    for address in earlier.filter(began_on__lte=entry.began_on):
        replace_fact(
            viewer,
            address,
            person_id=person_id,
            reason="Moved",
            event=Event.CONTACT_RECORDED,
            ended_on=entry.began_on,
        )
