"""Treatment that federal law protects, and the consents to tell of it."""

from dataclasses import dataclass
from datetime import date

from offenders.models import Treatment, TreatmentConsent
from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.models import Agency
from ots.access.scopes import in_scope


@dataclass(frozen=True, slots=True)
class ConsentLine:
    """A consent and whether it counts today."""

    consent: object
    stands: bool


@dataclass(frozen=True, slots=True)
class TreatmentRecord:
    """Treatment where it may be shown, and the consents where they may."""

    is_open: bool
    treatments: list[object]
    consents_open: bool
    consents: tuple[ConsentLine, ...]


def treatment_of(reading: Reading, person_id: int, *, today: date) -> TreatmentRecord:
    """Return treatment only where the person's consent opens it to the viewer: two queries."""
    is_open = reading.viewer.may_category(Category.SUBSTANCE_USE)
    consents_open = reading.viewer.may_category(Category.CONSENT)
    return TreatmentRecord(
        is_open=is_open,
        treatments=_treatments(reading, person_id) if is_open else [],
        consents_open=consents_open,
        consents=_consents(reading, person_id, today) if consents_open else (),
    )


def agency_choices() -> list[tuple[int, str]]:
    """Return the agencies by name, as choices of a form."""
    return list(Agency.objects.values_list("pk", "name"))


def _treatments(reading: Reading, person_id: int) -> list[object]:
    rows = in_scope(reading.viewer, Treatment.objects.all(), person="person")
    rows = rows.filter(person_id=person_id, superseded_at=None)
    return [reading.masked(row) for row in rows]


def _consents(reading: Reading, person_id: int, today: date) -> tuple[ConsentLine, ...]:
    rows = in_scope(reading.viewer, TreatmentConsent.objects.all(), person="person")
    rows = rows.filter(person_id=person_id, superseded_at=None).select_related("recipient")
    return tuple(ConsentLine(reading.masked(row), _stands(row, today)) for row in rows)


def _stands(row: TreatmentConsent, today: date) -> bool:
    revoked = row.revoked_on is not None and row.revoked_on <= today
    return row.signed_on <= today < row.expires_on and not revoked
