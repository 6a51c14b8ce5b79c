"""What is known of the person's work and home, and how surely."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import models

from offenders.models import Address, Employment
from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from supervision.choices.verification import COUNTS_AS_WORK, CheckResult
from supervision.models import EmploymentCheck, ResidenceCheck
from supervision.rules.residence import is_stable

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Verification:
    """The newest checks of work and home, and since when the home has not changed."""

    employment: list[Masked]
    residence: list[Masked]
    is_employment_open: bool
    is_residence_open: bool
    home_since: date | None
    is_stable: bool


@dataclass(frozen=True, slots=True)
class Occupied:
    """What the newest check says of a person's work."""

    occupation: str
    checked_on: date
    is_confirmed: bool

    @property
    def counts(self) -> bool:
        """Say whether it counts as being employed."""
        return self.is_confirmed and self.occupation in COUNTS_AS_WORK


def verification_of(reading: Reading, person_id: int, *, on: date) -> Verification:
    """Return the checks of a person: three queries."""
    home = _home(person_id, on) if reading.sees(Address, "began_on") else None
    since = home.began_on if home else None
    return Verification(
        employment=_checks(reading, EmploymentCheck.objects.select_related("job"), person_id),
        residence=_checks(reading, ResidenceCheck.objects.select_related("address"), person_id),
        is_employment_open=reading.sees(EmploymentCheck, "occupation"),
        is_residence_open=reading.sees(ResidenceCheck, "kind"),
        home_since=since,
        is_stable=is_stable(since, on),
    )


def occupied_of_many(person_ids: Iterable[int], *, on: date) -> dict[int, Occupied]:
    """Return what the newest check says of the work of each of many people: one query."""
    rows = (
        EmploymentCheck.objects.filter(
            person_id__in=list(person_ids), superseded_at=None, checked_on__lte=on
        )
        .order_by("person_id", "-checked_on", "-pk")
        .distinct("person_id")
    )
    return {
        each.person_id: Occupied(
            each.occupation, each.checked_on, each.result == CheckResult.CONFIRMED
        )
        for each in rows
    }


def job_choices(person_id: int) -> list[tuple[int, str]]:
    """Return the person's jobs, as choices of a form."""
    rows = Employment.objects.filter(person_id=person_id, superseded_at=None)
    return list(rows.values_list("pk", "employer"))


def address_choices(person_id: int) -> list[tuple[int, str]]:
    """Return the person's addresses, as choices of a form."""
    rows = Address.objects.filter(person_id=person_id, superseded_at=None)
    return [(each.pk, f"{each.street} {each.unit}, {each.city}") for each in rows]


def _checks(
    reading: Reading,
    rows: "models.QuerySet[EmploymentCheck] | models.QuerySet[ResidenceCheck]",
    person_id: int,
) -> list[Masked]:
    found = in_scope(reading.viewer, rows, person="person")
    return [
        reading.masked(each)
        for each in found.filter(person_id=person_id, superseded_at=None)[:SHOWN]
    ]


def _home(person_id: int, on: date) -> Address | None:
    rows = Address.objects.filter(
        person_id=person_id, superseded_at=None, kind="home", began_on__lte=on, ended_on=None
    )
    return rows.order_by("-began_on").first()
