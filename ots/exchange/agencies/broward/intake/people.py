"""A defendant becomes a person with a name, demographics and the study's number."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import DatabaseError

from offenders.choices import IdentifierKind, NameKind
from offenders.models import Demographics, Identifier, Person, PersonName
from ots.exchange.agencies.broward import mapping, schema
from ots.exchange.agencies.broward.intake.base import BrowardLoader
from ots.exchange.agencies.broward.schema import PersonRow
from ots.exchange.loading import Entry, Written, constraint_of
from ots.exchange.refusals import RowRefusedError


class PersonLoader(BrowardLoader[PersonRow]):
    """Loads the table of people."""

    table = schema.PEOPLE

    def check(self, cells: Mapping[str, str], today: date) -> PersonRow:
        """Check the columns."""
        return schema.person_row(cells, today)

    def parents(self, row: PersonRow) -> Mapping[str, str]:
        """Belong to no other row."""
        return {}

    def write(self, entries: Sequence[Entry[PersonRow]]) -> list[Written]:
        """Write the people and their facts."""
        people = Person.objects.bulk_create(_person(entry.row) for entry in entries)
        both = list(zip(entries, people, strict=True))
        PersonName.objects.bulk_create(_name(entry, person) for entry, person in both)
        Demographics.objects.bulk_create(_demographics(entry, person) for entry, person in both)
        Identifier.objects.bulk_create(_study_number(entry, person) for entry, person in both)
        return [Written(record_id=person.pk, person_id=person.pk) for person in people]

    def explain(self, error: DatabaseError, entry: Entry[PersonRow]) -> RowRefusedError:
        """Name the number that somebody else bears already."""
        if constraint_of(error) != "identifier_belongs_to_one_person":
            return super().explain(error, entry)
        number = mapping.study_number(entry.row)
        return RowRefusedError(
            "number of somebody else",
            f"person_key [{entry.key}]: number [{number}] of [{mapping.ISSUER}] stands on another "
            "person's record already",
        )


def _person(row: PersonRow) -> Person:
    return Person(
        last_name=row.last_name,
        first_name=row.first_name,
        suffix=row.suffix,
        birth_date=row.birth_date,
        sex=row.sex,
        race=row.race,
    )


def _name(entry: Entry[PersonRow], person: Person) -> PersonName:
    return PersonName(
        person=person,
        kind=NameKind.LEGAL,
        last_name=entry.row.last_name,
        first_name=entry.row.first_name,
        suffix=entry.row.suffix,
        source=entry.source,
    )


def _demographics(entry: Entry[PersonRow], person: Person) -> Demographics:
    return Demographics(
        person=person,
        birth_date=entry.row.birth_date,
        sex=entry.row.sex,
        race=entry.row.race,
        ethnicity=mapping.ethnicity(entry.row.race),
        source=entry.source,
    )


def _study_number(entry: Entry[PersonRow], person: Person) -> Identifier:
    return Identifier(
        person=person,
        kind=IdentifierKind.STUDY,
        issuer=mapping.ISSUER,
        value=mapping.study_number(entry.row),
        source=entry.source,
    )
