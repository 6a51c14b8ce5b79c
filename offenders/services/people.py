"""Recording a person, and correcting the name and the facts of identity."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from offenders import choices
from offenders.models import Demographics, Identifier, Person, PersonName
from offenders.services.facts import add_fact, check_fields, replace_fact
from offenders.services.refusals import Objection, RefusedError, refused_by
from offenders.services.submissions import once
from ots.access.categories import Action, Category
from ots.access.fields import may_access
from ots.access.permissions import Permission
from ots.access.scopes import reaches
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record

SECOND_LEGAL_NAME = {
    "person_has_one_legal_name": Objection(
        "kind", "This person has a legal name: correct it, or choose another kind."
    )
}
SSN_IS_SHORT = {
    "identifier_ssn_has_nine_digits": Objection(
        "value", "A social security number has nine digits: enter it without hyphens."
    )
}


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


def record_person(
    viewer: Viewer, *, name: Name, identity: Identity, source: str = "", token: UUID | None = None
) -> Person:
    """Open a record for a person not known before; returns it with its number."""
    viewer.require(Permission.PERSON_RECORD)
    check_fields(viewer, Person, name.columns())
    event = Event.PERSON_RECORDED

    def write() -> Person:
        with occasion(event.name):
            person = Person.objects.create(**name.columns(), **identity.columns())
        with occasion(event.name, person_id=person.pk):
            _write_first_facts(viewer, person, name=name, identity=identity, source=source)
        record(event, actor=viewer.user, target=person, person_id=person.pk)
        return person

    return once(token, event, Person, write)


def _write_first_facts(
    viewer: Viewer, person: Person, *, name: Name, identity: Identity, source: str
) -> None:
    # Written without asking for reach: until there is an agent or a case nobody has it.
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


def correct_legal_name(  # noqa: PLR0913  one keyword a part of the correction
    viewer: Viewer,
    person_id: int,
    *,
    name: Name,
    reason: str,
    instead_of: int | None = None,
    token: UUID | None = None,
) -> PersonName:
    """Correct the legal name; the old one stays in the history and can still be searched.

    ``instead_of`` is the name that was read: if another stands by now, nothing is saved.
    """
    viewer.require(Permission.PERSON_RECORD)
    event = Event.NAME_CORRECTED

    def write() -> PersonName:
        old = _legal_name(person_id, instead_of)
        if all(getattr(old, column) == value for column, value in name.columns().items()):
            raise RefusedError(Objection("last_name", "That is the name recorded now."))
        new = replace_fact(
            viewer, old, person_id=person_id, reason=reason, event=event, **name.columns()
        )
        set_summary(person_id, event=event, **name.columns())
        record(event, actor=viewer.user, target=new, person_id=person_id)
        return new

    return once(token, event, PersonName, write)


def _legal_name(person_id: int, key: int | None) -> PersonName:
    names = PersonName.objects.filter(person_id=person_id, kind=choices.NameKind.LEGAL)
    return names.get(superseded_at=None) if key is None else names.get(pk=key)


def add_name(
    viewer: Viewer, person_id: int, *, kind: str, name: Name, token: UUID | None = None
) -> PersonName:
    """Record another name the person bears; refused if it is a second legal name."""
    viewer.require(Permission.PERSON_RECORD)
    event = Event.NAME_RECORDED

    def write() -> PersonName:
        with refused_by(SECOND_LEGAL_NAME):
            return add_fact(
                viewer, PersonName, person_id=person_id, event=event, kind=kind, **name.columns()
            )

    return once(token, event, PersonName, write)


def add_identifier(  # noqa: PLR0913  one keyword a column
    viewer: Viewer,
    person_id: int,
    *,
    kind: str,
    value: str,
    issuer: str = "",
    verification: str = choices.Verification.AGENCY,
    token: UUID | None = None,
) -> Identifier:
    """Record a number by which an agency knows the person; refused if it is somebody's."""
    viewer.require(Permission.PERSON_RECORD)
    _check_kind(viewer, kind)
    event = Event.IDENTIFIER_RECORDED
    number = {"kind": kind, "issuer": issuer, "value": value}

    def write() -> Identifier:
        taken = _objection_to_number(viewer, person_id, **number)
        with refused_by({"identifier_belongs_to_one_person": taken, **SSN_IS_SHORT}):
            return add_fact(
                viewer,
                Identifier,
                person_id=person_id,
                event=event,
                verification=verification,
                **number,
            )

    return once(token, event, Identifier, write)


def _check_kind(viewer: Viewer, kind: str) -> None:
    sensitive = viewer.may_category(Category.SENSITIVE_IDENTIFIER, Action.CHANGE)
    if kind in choices.SENSITIVE_KINDS and not sensitive:
        raise NotAllowedError(f"[{viewer}] may not record numbers of the kind [{kind}].")


def _objection_to_number(viewer: Viewer, person_id: int, **number: str) -> Objection:
    holder = Identifier.objects.filter(superseded_at=None, **number).first()
    if holder is None:
        return Objection("value", "This number was recorded a moment ago: look again.")
    if holder.person_id == person_id:
        return Objection("value", "This person has this number already.")
    if may_access(viewer, Identifier, "value") and reaches(viewer, holder.person_id):
        name = holder.person.full_name
        return Objection(
            "value",
            f"This number is recorded for {name}, No. {holder.person_id}. If they are one person,"
            " ask for the two records to be joined.",
        )
    # Whose it is may not be told; that it is taken must be, or the entry could not be refused.
    return Objection(
        "value",
        "This number is recorded for somebody else. Check it; if it is right, ask the records"
        " office to look at both records.",
    )


@transaction.atomic
def set_summary(person_id: int, *, event: Event = Event.FACT_RECORDED, **columns: object) -> None:
    """Set columns of the current summary (status, office, agent) after the facts changed."""
    person = Person.objects.select_for_update().get(pk=person_id)
    changed = [column for column, value in columns.items() if getattr(person, column) != value]
    if not changed:
        return
    for column in changed:
        setattr(person, column, columns[column])
    with occasion(event.name, person_id=person_id):
        person.save(update_fields=changed)
