"""Writing the rows into the record, a batch at a time; one module a kind of record."""

from collections.abc import Sequence
from datetime import date

from offenders.models import Court, Facility
from ots.exchange.agencies.broward import mapping, schema
from ots.exchange.agencies.broward.intake.assessments import AssessmentLoader
from ots.exchange.agencies.broward.intake.cases import ArrestLoader, ChargeLoader
from ots.exchange.agencies.broward.intake.people import PersonLoader
from ots.exchange.agencies.broward.intake.stays import StayLoader
from ots.exchange.loading import AnyLoader


def loaders(today: date) -> Sequence[AnyLoader]:
    """Return how each of the six tables is loaded, in their order."""
    return (
        PersonLoader(today),
        ArrestLoader(today),
        ChargeLoader(today),
        StayLoader(today, table=schema.JAIL_STAYS, place=mapping.JAIL),
        StayLoader(today, table=schema.PRISON_STAYS, place=mapping.PRISON),
        AssessmentLoader(today),
    )


def prepare_places() -> None:
    """Record the county's courts, its jail and the state's prisons unless they are there."""
    for court in mapping.COURTS:
        Court.objects.get_or_create(
            code=court.code, defaults={"name": court.name, "kind": court.kind}
        )
    for place in mapping.PLACES:
        Facility.objects.get_or_create(
            code=place.code, defaults={"name": place.name, "kind": place.facility_kind}
        )
