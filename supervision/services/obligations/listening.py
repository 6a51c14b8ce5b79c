"""A changed fact brings what is due up to date at once, in the same transaction."""

from typing import Final

from ots.audit.events import Event
from ots.audit.services import Happening, subscribe
from supervision.models import LevelPeriod, Obligation, StandardsPause, SupervisionPeriod
from supervision.services.obligations.refreshing import refresh_person

MOVES_WHAT_IS_DUE: Final = (
    Event.CUSTODY_RECORDED,
    Event.CUSTODY_ENDED,
    Event.WARRANT_RECORDED,
    Event.WARRANT_CLOSED,
    Event.CONTACT_RECORDED,
    Event.CASE_ASSIGNED,
    Event.LEVEL_SET,
    Event.FACT_RECORDED,
    Event.FACT_CORRECTED,
)
# Of the events that any fact may have, only those about these.
FACTS: Final = (SupervisionPeriod, LevelPeriod, StandardsPause)


def listen_to_the_record() -> None:
    """Have what is due follow each fact that decides it."""
    for event in MOVES_WHAT_IS_DUE:
        subscribe(event, follow)


def follow(happening: Happening) -> None:
    """Bring what is due of the person up to date, if anything is or may be."""
    is_general = happening.event in {Event.FACT_RECORDED, Event.FACT_CORRECTED}
    if is_general and not isinstance(happening.target, FACTS):
        return
    if happening.person_id is not None and _is_followed(happening.person_id):
        refresh_person(happening.person_id)


def _is_followed(person_id: int) -> bool:
    periods = SupervisionPeriod.objects.filter(
        person_id=person_id, ended_on=None, superseded_at=None
    )
    return (
        periods.exists() or Obligation.objects.filter(person_id=person_id, closed_on=None).exists()
    )
