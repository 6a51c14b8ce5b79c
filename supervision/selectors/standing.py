"""Which status supervision gives a person on a day."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from offenders.choices import Status
from supervision.choices.period import SupervisionType as Type
from supervision.models import SupervisionPeriod

_STATUS = {
    Type.PROBATION: Status.PROBATION,
    Type.PAROLE: Status.PAROLE,
    Type.DELAYED_SENTENCE: Status.PROBATION,
    Type.HYTA: Status.PROBATION,
    Type.COMPACT_PROBATION: Status.PROBATION,
    Type.COMPACT_PAROLE: Status.PAROLE,
    Type.PRETRIAL: Status.PRETRIAL,
}


def standing_from_supervision(person_id: int, today: date) -> set[Status]:
    """Return the statuses that follow from supervision open on the day."""
    running = SupervisionPeriod.objects.filter(
        Q(ended_on=None) | Q(ended_on__gt=today),
        person_id=person_id,
        superseded_at=None,
        began_on__lte=today,
    )
    return {_STATUS[Type(kind)] for kind in running.values_list("supervision_type", flat=True)}


def turning_in_supervision(since: date, until: date) -> Iterable[int]:
    """Return the people whose supervision begins or ends between the days, both included."""
    turns = Q(began_on__range=(since, until)) | Q(ended_on__range=(since, until))
    periods = SupervisionPeriod.objects.filter(turns, superseded_at=None)
    return periods.values_list("person_id", flat=True)


def youthful_trainees(person_id: int | None) -> Iterable[int]:
    """Return who is or was supervised as a youthful trainee: one person, or everybody."""
    periods = SupervisionPeriod.objects.filter(supervision_type=Type.HYTA, superseded_at=None)
    if person_id is not None:
        periods = periods.filter(person_id=person_id)
    return periods.values_list("person_id", flat=True)
