"""What a clerk sees of messages: those that wait, why, and whose they may be."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from interstate.models import CompactCase
from interstate.rules.content import form_of
from offenders.models import Person
from offenders.selectors.people import likely_duplicates
from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from ots.exchange.compact.cases import OVER, cases_between, named_case
from ots.exchange.compact.checking import Message, MessageError, read_message
from ots.exchange.compact.settling import require_clerk
from ots.exchange.identity import people_with
from ots.exchange.models import CompactIntake, CompactMessage, Reception
from timecomp.engine.calendar import eastern_day

WITHHELD = "Withheld"


@dataclass(frozen=True, slots=True)
class Said:
    """One line of what a message says, as the viewer may see it."""

    label: str
    value: object


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a message may be about, and the person's cases between the two states."""

    person: Masked
    cases: tuple[Masked, ...]
    has_number: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """A message that came, as a clerk reads it."""

    intake: Masked
    frame: tuple[Said, ...]
    content: tuple[Said, ...]
    documents: tuple[Said, ...]
    candidates: tuple[Candidate, ...]
    opens_a_case: bool


def came(viewer: Viewer, outcome: Reception) -> QuerySet[CompactIntake]:
    """Return the messages of an outcome without their bytes: what waits longest comes first."""
    require_clerk(viewer)
    rows = CompactIntake.objects.filter(outcome=outcome).defer("raw")
    order = ("received_at", "pk") if outcome == Reception.WAITING else ("-received_at", "-pk")
    return rows.select_related("sender", "settled_by").order_by(*order)


def not_delivered(viewer: Viewer) -> QuerySet[CompactMessage]:
    """Return our messages that did not get through or were refused, the oldest first."""
    require_clerk(viewer)
    failed = Q(tries__gt=0) | Q(refused_at__isnull=False)
    rows = CompactMessage.objects.filter(failed, delivered_at__isnull=True).defer("body")
    related = ("receiver", "activity", "event", "case", "case__person")
    return in_scope(viewer, rows.select_related(*related), person="case__person").order_by("pk")


def counts(viewer: Viewer) -> dict[str, int]:
    """Count what waits for a clerk, and what has not gone."""
    return {
        "waiting": came(viewer, Reception.WAITING).count(),
        "unsent": not_delivered(viewer).count(),
    }


def intake_for(viewer: Viewer, intake_id: int) -> CompactIntake | None:
    """Return a message that waits or was refused; what was taken is read in its case."""
    require_clerk(viewer)
    rows = CompactIntake.objects.exclude(outcome=Reception.TAKEN)
    return rows.select_related("sender", "settled_by").filter(pk=intake_id).first()


def looked_at(reading: Reading, intake: CompactIntake) -> Looked:
    """Return the message beside those whom it may be about."""
    masked = reading.masked(intake)
    try:
        message = read_message(bytes(intake.raw))
    except MessageError:
        return Looked(masked, (), (), (), (), opens_a_case=False)
    return Looked(
        masked,
        frame=_frame(reading, message),
        content=_content(reading, message),
        documents=_documents(reading, message),
        candidates=_candidates(reading, message),
        opens_a_case=message.sender == message.case.sending,
    )


def _frame(reading: Reading, message: Message) -> tuple[Said, ...]:
    named, said = message.person, message.case
    name = " ".join(filter(None, (named.first_name, named.middle_name, named.last_name)))
    numbers = ", ".join(f"{each.kind} {each.issuer} {each.value}" for each in named.numbers)
    lines = (
        (Category.IDENTITY, "Person", f"{name} {named.suffix}".strip()),
        (Category.IDENTITY, "Born", named.birth_date),
        (Category.IDENTIFIER, "Numbers", numbers),
        (Category.SUPERVISION, "Case number", said.number),
        (Category.SUPERVISION, "Supervision", said.supervision),
        (Category.SUPERVISION, "Happened", eastern_day(message.happened_at)),
    )
    return tuple(_line(reading, *each) for each in lines if each[-1])


def _content(reading: Reading, message: Message) -> tuple[Said, ...]:
    fields = {each.name: each for each in form_of(message.activity).fields}
    return tuple(
        _line(reading, Category(fields[name].category), fields[name].label, value)
        for name, value in message.content.items()
        if name in fields
    )


def _documents(reading: Reading, message: Message) -> tuple[Said, ...]:
    fields = {each.name: each for each in form_of(message.activity).fields}
    return tuple(
        _line(reading, Category(fields[file.label].category), fields[file.label].label, file.name)
        for file in message.files
        if file.label in fields
    )


def _line(reading: Reading, category: Category, label: str, value: object) -> Said:
    return Said(label, value if reading.sees_category(category) else WITHHELD)


def _candidates(reading: Reading, message: Message) -> tuple[Candidate, ...]:
    named = message.person
    known = named_case(message.case)
    keys = people_with(named.numbers) | ({known.person_id} if known else set())
    numbered = in_scope(reading.viewer, Person.objects.filter(pk__in=keys))
    found = {row.pk: reading.masked(row) for row in numbered}
    with_number = set(found)
    alike = likely_duplicates(
        reading,
        last_name=named.last_name,
        first_name=named.first_name,
        birth_date=named.birth_date if reading.sees(Person, "birth_date") else None,
    )
    found |= {int(str(each.person.pk)): each.person for each in alike}
    cases = _cases(reading, message, found)
    return tuple(
        Candidate(person, tuple(cases[key]), key in with_number) for key, person in found.items()
    )


def _cases(reading: Reading, message: Message, people: Iterable[int]) -> Mapping[int, list[Masked]]:
    found: dict[int, list[Masked]] = {key: [] for key in people}
    rows: QuerySet[CompactCase] = cases_between(message.case).filter(
        person__in=list(found), supervision=message.case.supervision
    )
    for row in in_scope(reading.viewer, rows.exclude(state__in=OVER), person="person"):
        found[row.person_id].append(reading.masked(row))
    return found
