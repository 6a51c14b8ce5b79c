"""What the record holds in each field that is compared, and how two values compare."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from offenders.models import Charge, ChargeParticulars, Disposition, SentenceTerms
from ots.quality.choices import FieldKey, Outcome, RecordType
from ots.quality.models import Item

# What a reviewer types where the document cannot be read.
UNREADABLE: Final = "?"
LIFE: Final = "life"
OF_EVERY_COUNT: Final = (
    FieldKey.LAST_NAME,
    FieldKey.BIRTH_DATE,
    FieldKey.OFFENSE,
    FieldKey.DISPOSITION,
    FieldKey.DISPOSED_ON,
)
OF_A_SENTENCE: Final = (
    FieldKey.SENTENCED_ON,
    FieldKey.MINIMUM,
    FieldKey.MAXIMUM,
    FieldKey.JAIL_CREDIT,
    FieldKey.JUDGE,
)


@dataclass(frozen=True, slots=True)
class Held:
    """A value of the record and who recorded it."""

    value: str
    keyed_by: int | None = None


def fields_of(record_type: str) -> tuple[FieldKey, ...]:
    """Return which fields are compared of a record of the type."""
    more = OF_A_SENTENCE if record_type == RecordType.SENTENCE else ()
    return (*OF_EVERY_COUNT, *more)


def charge_of(item: Item) -> Charge:
    """Return the count that the item compares; a document that was not found has none."""
    if item.charge_id is None:
        raise ValueError(f"[{item}] has no record to compare with: look the document up again.")
    return Charge.objects.select_related("case__person").get(pk=item.charge_id)


def held_values(charge: Charge) -> Mapping[FieldKey, Held]:
    """Return what the record holds of a count now."""
    case, person = charge.case, charge.case.person
    found = {
        FieldKey.LAST_NAME: Held(person.last_name),
        FieldKey.BIRTH_DATE: Held(_day(person.birth_date)),
        FieldKey.JUDGE: Held(case.judge),
    }
    particulars = ChargeParticulars.objects.filter(charge=charge, superseded_at=None).first()
    if particulars is not None:
        found[FieldKey.OFFENSE] = Held(particulars.offense_code, particulars.recorded_by_id)
    ended = Disposition.objects.filter(charge=charge, superseded_at=None).first()
    if ended is not None:
        found[FieldKey.DISPOSITION] = Held(ended.kind, ended.recorded_by_id)
        found[FieldKey.DISPOSED_ON] = Held(_day(ended.disposed_on), ended.recorded_by_id)
    terms = (
        SentenceTerms.objects.filter(sentence__charge=charge, superseded_at=None)
        .select_related("judgment")
        .first()
    )
    return {**found, **(_of_terms(terms) if terms is not None else {})}


def _of_terms(terms: SentenceTerms) -> dict[FieldKey, Held]:
    by = terms.recorded_by_id
    minimum = term(terms.minimum_years, terms.minimum_months, terms.minimum_days)
    maximum = term(terms.maximum_years, terms.maximum_months, terms.maximum_days)
    found = {
        FieldKey.SENTENCED_ON: Held(_day(terms.sentenced_on), by),
        FieldKey.MINIMUM: Held(
            LIFE if terms.is_life_maximum and minimum == "0-0-0" else minimum, by
        ),
        FieldKey.MAXIMUM: Held(LIFE if terms.is_life_maximum else maximum, by),
        FieldKey.JAIL_CREDIT: Held(str(terms.jail_credit_days), by),
    }
    if terms.judgment.judge:
        found[FieldKey.JUDGE] = Held(terms.judgment.judge, terms.judgment.recorded_by_id)
    return found


def term(years: int, months: int, days: int) -> str:
    """Return a term as it is typed: years, months, days."""
    return f"{years}-{months}-{days}"


def compare(field: str, said: str, held: str) -> Outcome:
    """Say how what the document says compares with what the record holds."""
    if said.strip() == UNREADABLE or not (said.strip() or held.strip()):
        return Outcome.NOT_COMPARABLE
    if not held.strip():
        return Outcome.NOT_IN_SYSTEM
    if not said.strip():
        return Outcome.NOT_IN_DOCUMENT
    return Outcome.MATCH if _plain(field, said) == _plain(field, held) else Outcome.MISMATCH


def _plain(field: str, value: str) -> str:
    if field in (FieldKey.DOCKET, FieldKey.OFFENSE):
        return re.sub(r"[^0-9a-z()]", "", value.lower().removeprefix("mcl"))
    return re.sub(r"[\s.,]+", " ", value.lower()).strip()


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
