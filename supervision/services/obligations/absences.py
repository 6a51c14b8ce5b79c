"""Pauses of what stood before anybody told of it: each night, for whom an absence has none."""

import logging
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import IntegrityError, transaction
from django.db.models import Max

from ots.access.viewer import system_viewer
from supervision.choices.obligation import PauseKind
from supervision.models import StandardsPause
from supervision.services.obligations.pausing import write_pause

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Absence:
    """Why somebody is out of reach of the standards, and from which day."""

    person_id: int
    kind: PauseKind
    began_on: date


# Who of the people is out of reach today.
Source = Callable[[Collection[int]], Iterable[Absence]]
_SOURCES: Final[list[Source]] = []


def absences_from(source: Source) -> None:
    """Have the standards rest for whom the source names as well."""
    if source not in _SOURCES:
        _SOURCES.append(source)


def pause_what_stands(people: Collection[int]) -> int:
    """Begin the pauses that the people's absences ask for and nobody began; returns how many.

    What is due is not brought up to date here: the night's round does that next.
    """
    absent = {
        (each.person_id, each.kind.value): each for source in _SOURCES for each in source(people)
    }
    if not absent:
        return 0
    pauses = StandardsPause.objects.filter(person__in={person for person, _ in absent})
    pauses = pauses.filter(superseded_at=None).order_by()
    running = set(pauses.filter(ended_on=None).values_list("person_id", "kind"))
    over = {
        (person, kind): ended_on
        for person, kind, ended_on in pauses.values_list("person_id", "kind").annotate(
            Max("ended_on")
        )
    }
    missing = [each for key, each in absent.items() if key not in running]
    return sum(_pause(each, over.get((each.person_id, each.kind.value))) for each in missing)


def _pause(absence: Absence, last_over_on: date | None) -> bool:
    began_on = max(absence.began_on, last_over_on or absence.began_on)
    try:
        with transaction.atomic():
            write_pause(
                system_viewer("absences"),
                person_id=absence.person_id,
                kind=absence.kind,
                began_on=began_on,
            )
    except IntegrityError:
        # Somebody begins it at this moment, or its days are taken: one person holds up no other.
        log.exception("No pause is begun for the person [%s].", absence.person_id)
        return False
    return True
