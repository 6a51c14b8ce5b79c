"""Who a person is and how to reach the person: what stands and how it came to be."""

from dataclasses import dataclass

from offenders import choices
from offenders.models import (
    Address,
    Demographics,
    Employment,
    Identifier,
    PersonName,
    Phone,
    PhysicalDescription,
)
from offenders.selectors.facts import Facts, facts_of
from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.fields import Masked


@dataclass(frozen=True, slots=True)
class Identity:
    """Everything on the page of identity."""

    names: Facts
    identifiers: Facts
    demographics: Facts
    descriptions: Facts
    addresses: Facts
    phones: Facts
    jobs: Facts


def identity_of(reading: Reading, person_id: int) -> Identity:
    """Return the facts of identity and contact, each kind in one query."""
    return Identity(
        names=facts_of(reading, PersonName, person_id, shown_by="last_name"),
        identifiers=identifiers_of(reading, person_id),
        demographics=facts_of(reading, Demographics, person_id, shown_by="birth_date"),
        descriptions=facts_of(reading, PhysicalDescription, person_id, shown_by="marks"),
        addresses=addresses_of(reading, person_id),
        phones=facts_of(reading, Phone, person_id, shown_by="number", order=("-began_on",)),
        jobs=facts_of(reading, Employment, person_id, shown_by="employer", order=("-began_on",)),
    )


def identifiers_of(reading: Reading, person_id: int) -> Facts:
    """Return a person's official numbers; those that open bank accounts only where allowed."""
    found = facts_of(reading, Identifier, person_id, shown_by="value", order=("kind", "pk"))
    if reading.viewer.may_category(Category.SENSITIVE_IDENTIFIER):
        return found
    return Facts(
        open=found.open,
        standing=tuple(row for row in found.standing if not _is_sensitive(row)),
        corrected=tuple(row for row in found.corrected if not _is_sensitive(row)),
    )


def addresses_of(reading: Reading, person_id: int) -> Facts:
    """Return where a person lives, works or gets mail, newest first."""
    return facts_of(reading, Address, person_id, shown_by="street", order=("-began_on", "-pk"))


def _is_sensitive(number: Masked) -> bool:
    return number.kind in choices.SENSITIVE_KINDS
