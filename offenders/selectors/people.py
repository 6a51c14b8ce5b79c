"""The person: what stands on top of every page of the record, and likely duplicates."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
from django.db.models import OuterRef, Subquery
from django.shortcuts import get_object_or_404

from offenders import choices
from offenders.models import Demographics, Identifier, Person, PersonName, Photograph
from offenders.selectors.orders import Caution, cautions_of
from offenders.selectors.reading import Reading
from offenders.selectors.search import FoundPerson, SearchCriteria, find_people
from ots.access.fields import Masked
from ots.access.permissions import Permission
from ots.access.scopes import in_scope

DUPLICATES_SHOWN = 10

_TONES = {
    choices.Status.ABSCONDED: "bad",
    choices.Status.ESCAPED: "bad",
    choices.Status.PRISON: "warn",
    choices.Status.JAIL: "warn",
}


@dataclass(frozen=True, slots=True)
class PersonHeader:
    """Whose record it is and what everyone must know first."""

    person: Masked
    age: int | None
    mdoc_number: str
    photograph_id: int | None
    status_tone: str
    office: str
    agent: str
    cautions: tuple[Caution, ...]
    # Whether the record opens, to which the name leads.
    leads_to_record: bool = True


def person_header(reading: Reading, person_id: int, *, today: date) -> PersonHeader:
    """Return what stands on top of every page about the person; 404 if not in reach."""
    people = in_scope(reading.viewer, Person.objects.select_related("office", "agent"))
    person = get_object_or_404(people, pk=person_id)
    beside = _beside_the_name(person_id)
    opens_record = reading.viewer.may(Permission.PERSON_VIEW)
    sees_face = opens_record and reading.sees(Photograph, "image")
    return PersonHeader(
        person=reading.masked(person),
        age=_age(reading, person, beside.died_on or today),
        mdoc_number=beside.mdoc_number if reading.sees(Identifier, "value") else "",
        photograph_id=beside.photograph_id if sees_face else None,
        status_tone=_status_tone(reading, person),
        office=str(person.office or "") if reading.sees(Person, "office") else "",
        agent=str(person.agent or "") if reading.sees(Person, "agent") else "",
        cautions=cautions_of(reading, person_id, today=today),
        leads_to_record=opens_record,
    )


@dataclass(frozen=True, slots=True)
class _BesideTheName:
    mdoc_number: str
    photograph_id: int | None
    died_on: date | None


def _beside_the_name(person_id: int) -> _BesideTheName:
    standing = {"person": OuterRef("pk"), "superseded_at": None}
    numbers = Identifier.objects.filter(kind=choices.IdentifierKind.MDOC, **standing)
    faces = Photograph.objects.filter(**standing)
    deaths = Demographics.objects.filter(died_on__isnull=False, **standing)
    found = Person.objects.filter(pk=person_id).values_list(
        Subquery(numbers.values("value")[:1]),
        Subquery(faces.values("pk")[:1]),
        Subquery(deaths.values("died_on")[:1]),
    )
    number, face, death = found.get()
    return _BesideTheName(number or "", face, death)


def name_parts(reading: Reading, person_id: int) -> dict[str, object]:
    """Return the legal name that stands, to fill in the form by which it is corrected."""
    names = in_scope(reading.viewer, PersonName.objects.all(), person="person")
    name = get_object_or_404(
        names, person_id=person_id, kind=choices.NameKind.LEGAL, superseded_at=None
    )
    parts = ("last_name", "first_name", "middle_name", "suffix")
    shown = {part: getattr(name, part) for part in parts if reading.sees(PersonName, part)}
    return {**shown, "instead_of": name.pk}


def likely_duplicates(
    reading: Reading, *, last_name: str, first_name: str, birth_date: date | None
) -> tuple[FoundPerson, ...]:
    """Return people in reach who may be the one about to be recorded, the likeliest first.

    Looks as the search does: names alike, borne before or as an alias, and birth dates written
    down wrongly count too. What was found goes to the trail as a search.
    """
    if not reading.viewer.may(Permission.PERSON_SEARCH):
        return ()
    name = f"{last_name}, {first_name}" if first_name else last_name
    criteria = SearchCriteria(name=name, born=birth_date)
    found = find_people(reading.viewer, criteria, seen=reading.seen)
    return tuple(found.page.object_list)[:DUPLICATES_SHOWN]


def _status_tone(reading: Reading, person: Person) -> str:
    # The colour alone would tell the status.
    if not reading.sees(Person, "status"):
        return "plain"
    return _TONES.get(choices.Status(person.status), "plain")


def _age(reading: Reading, person: Person, until: date) -> int | None:
    if person.birth_date is None or not reading.sees(Person, "birth_date"):
        return None
    return relativedelta(until, person.birth_date).years
