"""A week of contacts, appointments and home visits of the demonstration's parole agent."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from offenders.models import Person
from offenders.selectors.reading import Reading
from ots.access.models import User
from ots.access.viewer import Viewer, viewer_for
from supervision.choices.contact import ContactStatus, Place
from supervision.choices.safety import Caution, Hazard, VisitPolicy
from supervision.selectors.safety import homes_of
from supervision.services.appointments import Plan, make_appointment
from supervision.services.contacts import Entry, record_contact
from supervision.services.safety import SafetyReview, review_safety

AGENT = "olivia"
PEOPLE = 8
DAYS_BACK = (35, 21, 7)
MINUTES_APART = 45
FIRST_HOUR = 9
REVIEWS = (
    SafetyReview(policy=VisitPolicy.PAIR, hazards=(Hazard.DOGS, Hazard.STAIRS)),
    SafetyReview(
        policy=VisitPolicy.POLICE,
        cautions=(Caution.ASSAULT,),
        hazards=(Hazard.WEAPONS,),
        advice="Side door; the bell does not work.",
    ),
    SafetyReview(),
)


def fill_calendar(_viewer: Viewer) -> int:
    """Record contacts and plan visits for people who have none; returns for how many."""
    agent = User.objects.filter(username=AGENT).first()
    if agent is None:
        return 0
    viewer = viewer_for(agent)
    people = Person.objects.filter(agent=agent, contact_set=None, appointment_set=None)
    chosen = list(people.order_by("pk").values_list("pk", flat=True)[:PEOPLE])
    homes = homes_of(Reading(viewer), chosen)
    for place, person_id in enumerate(chosen):
        home = homes.get(person_id)
        _tell(viewer, person_id, place)
        _plan(viewer, person_id, place, home.pk if home is not None else None)
    return len(chosen)


def _tell(viewer: Viewer, person_id: int, place: int) -> None:
    for days in DAYS_BACK:
        is_missed = days == DAYS_BACK[-1] and place % 3 == 1
        entry = Entry(
            started_at=timezone.now() - timedelta(days=days, hours=place),
            status=ContactStatus.MISSED if is_missed else ContactStatus.COMPLETED,
            outcome="UAAB" if is_missed else "ATTC",
            barrier="TRANSPORT" if is_missed else "",
            place=Place.HOME if place % 2 and not is_missed else Place.OFFICE,
            minutes=0 if is_missed else 30,
            note="" if is_missed else "Working, same address. Asked about the bus pass.",
        )
        record_contact(viewer, person_id, entry)


def _plan(viewer: Viewer, person_id: int, place: int, address_id: int | None) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    first = timezone.make_aware(datetime.combine(tomorrow, time(FIRST_HOUR)))
    at_home = place % 2 == 1
    plan = Plan(
        starts_at=first + timedelta(minutes=MINUTES_APART * place),
        place=Place.HOME if at_home else Place.OFFICE,
        address_id=address_id if at_home else None,
    )
    make_appointment(viewer, person_id, plan)
    if at_home:
        review = REVIEWS[place // 2 % len(REVIEWS)]
        review_safety(viewer, person_id, review, address_id=address_id)
