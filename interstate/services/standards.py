"""Standards of contact rest while another state supervises, and run again when it is over."""

from collections.abc import Collection
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from interstate.models import CompactCase, CompactEvent
from interstate.rules.vocabulary import OVER, Side
from ots.access.viewer import system_viewer
from ots.audit.events import Event
from ots.audit.services import Happening, subscribe
from supervision.choices.obligation import PauseKind
from supervision.services.obligations import begin_pause, end_pause
from supervision.services.obligations.absences import Absence, absences_from
from timecomp.engine.calendar import eastern_day

AGAIN_HERE = "No other state supervises any more"


def listen_to_cases() -> None:
    """Have what is due here follow who supervises."""
    subscribe(Event.COMPACT_EVENT_TAKEN, standards_follow)
    absences_from(supervised_elsewhere)


def standards_follow(happening: Happening) -> None:
    """Let the standards rest from the day another state has one of ours, and end that again.

    Who supervises is asked after an event that moved its case alone: most, as a report, move none.
    """
    event, person_id = happening.target, happening.person_id
    if not isinstance(event, CompactEvent) or person_id is None:
        return
    if not happening.details.get("moved_the_case"):
        return
    follow(person_id, eastern_day(event.happened_at), elsewhere=is_supervised_elsewhere(person_id))


def follow(person_id: int, day: date, *, elsewhere: bool) -> None:
    """Let the standards rest from the day, or end their rest, as another state supervises."""
    system = system_viewer("compact")
    if elsewhere:
        begin_pause(system, person_id=person_id, kind=PauseKind.COMPACT, began_on=day)
    else:
        kind, why = PauseKind.COMPACT, AGAIN_HERE
        end_pause(system, person_id=person_id, kind=kind, ended_on=day, reason=why)


def is_supervised_elsewhere(person_id: int) -> bool:
    """Say whether another state supervises a person whom we sent."""
    return sent_away().filter(person=person_id).exists()


def supervised_elsewhere(people: Collection[int]) -> list[Absence]:
    """Return who of the people another state supervises, since the arrival: one query.

    Where no arrival is on record, from the last event: by then the person was away.
    """
    rows = sent_away().filter(person__in=people)
    return [
        Absence(person, PauseKind.COMPACT, arrived_on or eastern_day(last or timezone.now()))
        for person, arrived_on, last in rows.values_list("person_id", "arrived_on", "last_event_at")
    ]


def sent_away() -> QuerySet[CompactCase]:
    """Return our cases of people whom another state supervises."""
    sent = CompactCase.objects.filter(sending__is_ours=True)
    return sent.exclude(supervising=Side.SENDING.value).exclude(state__in=OVER)
