"""The person: what stands on top of every page of the record, and likely duplicates."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta
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


def person_header(reading: Reading, person_id: int, *, today: date) -> PersonHeader:
    """Return what stands on top of every page about the person; 404 if not in reach."""
    people = in_scope(reading.viewer, Person.objects.select_related("office", "agent"))
    person = get_object_or_404(people, pk=person_id)
    return PersonHeader(
        person=reading.masked(person),
        age=_age(reading, person, today),
        mdoc_number=_mdoc_number(reading, person_id),
        photograph_id=_photograph(reading, person_id),
        status_tone=_status_tone(reading, person),
        office=str(person.office or "") if reading.sees(Person, "office") else "",
        agent=str(person.agent or "") if reading.sees(Person, "agent") else "",
        cautions=cautions_of(reading, person_id, today=today),
    )


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


def _age(reading: Reading, person: Person, today: date) -> int | None:
    if not reading.sees(Person, "birth_date") or person.birth_date is None:
        return None
    died = Demographics.objects.filter(
        person=person, superseded_at=None, died_on__isnull=False
    ).values_list("died_on", flat=True)
    until = died.first() or today
    return relativedelta(until, person.birth_date).years


def _mdoc_number(reading: Reading, person_id: int) -> str:
    if not reading.sees(Identifier, "value"):
        return ""
    numbers = Identifier.objects.filter(
        person_id=person_id, kind=choices.IdentifierKind.MDOC, superseded_at=None
    )
    return numbers.values_list("value", flat=True).first() or ""


def _photograph(reading: Reading, person_id: int) -> int | None:
    if not reading.sees(Photograph, "image"):
        return None
    photographs = Photograph.objects.filter(person_id=person_id, superseded_at=None)
    return photographs.values_list("pk", flat=True).first()
