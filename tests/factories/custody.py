"""Places and time in custody."""

from datetime import date

from offenders import choices
from offenders.models import CustodyPeriod, Facility, Person
from tests.factories.numbers import short_number

PRISON = "Carson City Correctional Facility"


def facility(name: str = PRISON) -> Facility:
    """Return the prison of that name."""
    made, _ = Facility.objects.get_or_create(
        name=name,
        defaults={"code": f"F{short_number()}", "kind": choices.FacilityKind.PRISON},
    )
    return made


def add_custody(
    person: Person,
    *,
    kind: str = choices.CustodyKind.PRISON,
    began_on: date = date(2020, 1, 15),
    ended_on: date | None = None,
    held_at: str = PRISON,
) -> CustodyPeriod:
    """Record a time in custody; still open unless it ended, nowhere if held at nothing."""
    return CustodyPeriod.objects.create(
        person=person,
        kind=kind,
        facility=facility(held_at) if held_at else None,
        began_on=began_on,
        ended_on=ended_on,
    )
