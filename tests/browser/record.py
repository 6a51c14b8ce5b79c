"""A made-up record as full as a real one, for looking at pages."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from offenders.models import CourtCase, EmergencyOpening, Person, PersonClosure, SealOrder
from offenders.models.restriction import ClosureKind, SealAction
from offenders.services.emergency import break_glass
from ots.access.models import Office, User
from ots.access.viewer import viewer_for
from ots.audit.models import AuditEntry
from supervision.services.obligations import open_obligation
from tests import factories
from tests.browser.assessed_record import assessed
from tests.browser.cast import cast_of
from tests.browser.compact_record import compact_values
from tests.browser.compared_record import compared_with_documents
from tests.browser.conditioned_record import conditioned
from tests.browser.contact_record import contacts_of
from tests.browser.full_record import Full, person_with_everything
from tests.browser.recommended_record import recommended
from tests.browser.reported_record import reported
from tests.browser.run_record import runs
from tests.browser.served_record import served
from tests.browser.violated_record import violated
from tests.factories.person import RECORDER
from timecomp.services.computing import compute_person

FAMILY_NAMES = ("Abbott", "Brooks", "Castillo", "Farah", "Haddad", "Kowalski", "Okafor")
GIVEN_NAMES = ("Alex", "Bailey", "Casey", "Devon", "Emery", "Finley", "Gray", "Harper")
CASELOAD = 60


@dataclass(frozen=True)
class Record:
    """Who is on stage, whom the pages are about, and what fills the parts of their addresses."""

    cast: dict[str, User]
    person: Person
    parts: dict[str, object]

    def values(self) -> dict[str, object]:
        """Return what fills the parts of the pages' addresses."""
        return self.parts


def whole_record() -> Record:
    """Record the cast, a full caseload and one person with everything."""
    office = factories.office("Lansing Parole")
    cast = cast_of(office)
    full = person_with_everything(cast, office)
    person = full.person
    _others(cast["olivia"], office)
    _closed_to_somebody_else(person, full.case)
    compute_person(RECORDER, person.pk, event="tests")
    opening = _opened(cast["oscar"], person)
    parts = {
        **runs(cast["tim"], people=CASELOAD),
        **assessed(cast["olivia"], person),
        **compared_with_documents(cast["quinn"], person),
        **compact_values(cast, person),
        **recommended(person, cast["olivia"]),
        **violated(person, cast["olivia"]),
        **contacts_of(person),
        **conditioned(cast, person),
        **served(person, office),
        **reported(cast["olivia"], person),
        # Last: what the others do settles what was due before.
        "obligation": _owed(person),
        "opening": opening.pk,
        "account": cast["olivia"].pk,
        **_parts_of(full),
    }
    return Record(cast=cast, person=person, parts=parts)


def _parts_of(full: Full) -> dict[str, object]:
    """Return what names the person and his facts, and what is the same in every record."""
    person = full.person
    return {
        "person": person.pk,
        "sentence": full.sentence.pk,
        "custody": person.custodyperiod_set.filter(ended_on__isnull=True).get().pk,
        "photograph": person.photograph_set.get().pk,
        "closure": person.personclosure_set.get().pk,
        "seal": person.sealorder_set.get().pk,
        "entry": AuditEntry.objects.latest("pk").pk,
        "consent": 1,
        "grant": 1,
        "cover": 1,
        "key": "A-calendar_minimum",
        "scenario": "ff_three_years",
        "question": "after-hours",
    }


def _opened(who: User, person: Person) -> EmergencyOpening:
    """Open another than the one whom tests open: the banner stands on no page of his."""
    other = Person.objects.exclude(pk=person.pk).earliest("pk")
    return break_glass(viewer_for(who), other.pk, reason="A threat by telephone")


def _closed_to_somebody_else(person: Person, case: CourtCase) -> None:
    """Close the person to one user who visits no page, and seal a case that no page names."""
    nora = factories.user("Nora", role="Parole agent")
    PersonClosure.objects.create(person=person, kind=ClosureKind.KNOWN, user=nora)
    SealOrder.objects.create(
        person=person,
        action=SealAction.SEAL,
        case=factories.court_case(person, court_=case.court),
        court=case.court,
        order_number="O-2025-7",
        ordered_on=date(2025, 5, 5),
        authority="780.621",
    )


def _owed(person: Person) -> int:
    """Have a report due soon, and one that was due and excused; returns the key of the first.

    What is due by the day rests while a warrant is out, as one is; what is due later does not.
    """
    today = timezone.localdate()
    for due_on in (today - timedelta(days=10), today + timedelta(days=3)):
        owed = open_obligation(person_id=person.pk, kind="report", due_on=due_on, source=person)
    excused = person.obligations.exclude(pk=owed.pk)
    excused.update(excuse="decision", excuse_reason="In hospital", closed_on=today)
    return owed.pk


def _others(agent: User, office: Office) -> None:
    for number in range(CASELOAD):
        factories.person(
            GIVEN_NAMES[number % len(GIVEN_NAMES)],
            last_name=FAMILY_NAMES[number % len(FAMILY_NAMES)],
            birth_date=date(1965 + number % 38, 1 + number % 12, 1 + number % 28),
            agent=agent,
            office=office,
        )
