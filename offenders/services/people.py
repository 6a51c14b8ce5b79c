"""Recording a person, and correcting the name and the facts of identity."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from offenders import choices
from offenders.models import Demographics, Identifier, Person, PersonName
from offenders.services.facts import add_fact, correct_fact
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name."""

    last_name: str
    first_name: str = ""
    middle_name: str = ""
    suffix: str = ""

    def columns(self) -> dict[str, str]:
        """Return the parts under the names of their columns."""
        return {
            "last_name": self.last_name,
            "first_name": self.first_name,
            "middle_name": self.middle_name,
            "suffix": self.suffix,
        }


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of a person at first."""

    birth_date: date | None = None
    sex: str = choices.Sex.UNKNOWN
    race: str = choices.Race.UNKNOWN
    ethnicity: str = choices.Ethnicity.UNKNOWN

    def columns(self) -> dict[str, object]:
        """Return the facts that both the summary and the history hold."""
        return {"birth_date": self.birth_date, "sex": self.sex, "race": self.race}


@transaction.atomic
def record_person(viewer: Viewer, *, name: Name, identity: Identity, source: str = "") -> Person:
    """Open a record for a person not known before; returns it with its number."""
    viewer.require(Permission.PERSON_RECORD)
    with occasion(Event.PERSON_RECORDED.name):
        person = Person.objects.create(**name.columns(), **identity.columns())
        PersonName.objects.create(
            person=person,
            kind=choices.NameKind.LEGAL,
            recorded_by=viewer.user,
            source=source,
            **name.columns(),
        )
        Demographics.objects.create(
            person=person,
            recorded_by=viewer.user,
            source=source,
            ethnicity=identity.ethnicity,
            **identity.columns(),
        )
        record(Event.PERSON_RECORDED, actor=viewer.user, target=person, person_id=person.pk)
    return person


@transaction.atomic
def correct_legal_name(viewer: Viewer, person: Person, *, name: Name, reason: str) -> PersonName:
    """Correct the legal name; the old one stays in the history and can still be searched."""
    viewer.require(Permission.PERSON_RECORD)
    old = PersonName.objects.get(
        person=person, kind=choices.NameKind.LEGAL, superseded_at__isnull=True
    )
    new = correct_fact(
        viewer,
        old,
        person_id=person.pk,
        reason=reason,
        event=Event.NAME_CORRECTED,
        **name.columns(),
    )
    with occasion(Event.NAME_CORRECTED.name, person_id=person.pk):
        _copy(person, **name.columns())
    return new


@transaction.atomic
def add_name(viewer: Viewer, person: Person, *, kind: str, name: Name) -> PersonName:
    """Record another name the person bears."""
    viewer.require(Permission.PERSON_RECORD)
    return add_fact(
        viewer,
        PersonName,
        person_id=person.pk,
        event=Event.NAME_RECORDED,
        kind=kind,
        **name.columns(),
    )


@transaction.atomic
def add_identifier(
    viewer: Viewer, person: Person, *, kind: str, value: str, issuer: str = ""
) -> Identifier:
    """Record a number by which an agency knows the person."""
    viewer.require(Permission.PERSON_RECORD)
    return add_fact(
        viewer,
        Identifier,
        person_id=person.pk,
        event=Event.IDENTIFIER_RECORDED,
        kind=kind,
        issuer=issuer,
        value=value,
    )


@transaction.atomic
def set_summary(person_id: int, **columns: object) -> None:
    """Set columns of the current summary (status, office, agent) after the facts changed."""
    person = Person.objects.select_for_update().get(pk=person_id)
    with occasion(Event.FACT_RECORDED.name, person_id=person_id):
        _copy(person, **columns)


def _copy(person: Person, **columns: object) -> None:
    for column, value in columns.items():
        setattr(person, column, value)
    person.save(update_fields=list(columns))
