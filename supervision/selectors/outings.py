"""Who is out on visits, and which alarms nobody has taken up."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from guardian.shortcuts import get_objects_for_user

from offenders.models import Person
from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.models import Office, User
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from supervision.models import DuressWord, EscalationEntry, Outing

MOST_SHOWN = 30


@dataclass(frozen=True, slots=True)
class OutingShown:
    """One outing as those who look after the agent see it."""

    outing: Masked
    agent: User
    people: list[Masked]
    is_late: bool
    alarms: list[Masked]


def current_outing(viewer: Viewer) -> Outing | None:
    """Return the viewer's own outing; none once the word for danger was given.

    Whoever stands by sees the page of somebody who is back.
    """
    return Outing.objects.filter(agent=viewer.user, back_at=None, was_duress=False).first()


def has_word(viewer: Viewer) -> bool:
    """Say whether the viewer has agreed on a word for danger."""
    return DuressWord.objects.filter(user=viewer.user).exists()


def outings_seen_by(reading: Reading, *, now: datetime) -> list[OutingShown]:
    """Return who is out of the offices the viewer supervises, the latest first."""
    rows = _supervised(reading.viewer).filter(back_at=None).select_related("agent__office")
    listed = list(rows.prefetch_related("alarms__seen_by").order_by("due_back_at")[:MOST_SHOWN])
    people = _people(reading, listed)
    return [
        OutingShown(
            outing=reading.masked(row),
            agent=row.agent,
            people=people.get(row.pk, []),
            is_late=row.was_duress or row.due_back_at < now,
            alarms=[reading.masked(alarm) for alarm in row.alarms.all()],
        )
        for row in listed
    ]


def supervised_outing(viewer: Viewer, outing_id: int) -> Outing:
    """Return an outing of an agent of the viewer's offices; 404 otherwise."""
    return get_object_or_404(_supervised(viewer), pk=outing_id)


def escalation_list(viewer: Viewer) -> list[EscalationEntry]:
    """Return whom the viewer's office calls, in order."""
    user = viewer.user
    if user is None or user.office_id is None:
        return []
    return list(EscalationEntry.objects.filter(office_id=user.office_id, is_active=True))


def _supervised(viewer: Viewer) -> QuerySet[Outing]:
    if viewer.user is None:
        return Outing.objects.none()
    offices = get_objects_for_user(viewer.user, "supervise_office", klass=Office)
    return Outing.objects.filter(Q(agent__office__in=offices.values("pk")) & ~Q(agent=viewer.user))


def _people(reading: Reading, outings: list[Outing]) -> dict[int, list[Masked]]:
    links = Outing.people.through.objects.filter(outing__in=outings)
    pairs = list(links.values_list("outing_id", "person_id"))
    known = in_scope(reading.viewer, Person.objects.all()).in_bulk(
        [person_id for _, person_id in pairs]
    )
    found: dict[int, list[Masked]] = {}
    for outing_id, person_id in pairs:
        if person_id in known:
            found.setdefault(outing_id, []).append(reading.masked(known[person_id]))
    return found
