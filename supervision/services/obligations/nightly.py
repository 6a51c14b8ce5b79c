"""The night's round over everybody: a day has passed, windows open and close by the calendar."""

from collections.abc import Iterator
from datetime import date

from django.db import connection, transaction

from ots.audit.events import Event
from ots.audit.services import record
from supervision.models import Obligation, SupervisionPeriod
from supervision.services.obligations.absences import pause_what_stands
from supervision.services.obligations.refreshing import Refreshed, refresh_people

# So many people are in memory at once, with their rows.
PEOPLE_IN_A_STRETCH = 2_500

_PEOPLE = """
SELECT DISTINCT person_id FROM supervision_supervisionperiod
WHERE ended_on IS NULL AND superseded_at IS NULL
UNION
SELECT DISTINCT person_id FROM supervision_obligation WHERE closed_on IS NULL
ORDER BY person_id
"""


def stretches(size: int = PEOPLE_IN_A_STRETCH) -> Iterator[tuple[int, int]]:
    """Yield the first and last number of each stretch of people of whom something may be due."""
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLE)
        people = [person for (person,) in cursor.fetchall()]
    for start in range(0, len(people), size):
        stretch = people[start : start + size]
        yield stretch[0], stretch[-1]


def refresh_stretch(first: int, last: int, *, today: date) -> Refreshed:
    """Bring what is due of the people between the numbers up to date, and record that it was.

    Done twice, the second time changes nothing.
    """
    with transaction.atomic():
        people = _people_between(first, last)
        pause_what_stands(people)
        refreshed = refresh_people(people, today=today)
        record(
            Event.OBLIGATIONS_REFRESHED,
            actor=None,
            details={
                "as_of": today.isoformat(),
                "first": first,
                "last": last,
                "opened": refreshed.opened,
                "closed": refreshed.closed,
            },
        )
    return refreshed


def _people_between(first: int, last: int) -> list[int]:
    supervised = SupervisionPeriod.objects.filter(
        ended_on=None, superseded_at=None, person_id__gte=first, person_id__lte=last
    )
    owing = Obligation.objects.filter(closed_on=None, person_id__gte=first, person_id__lte=last)
    people = (
        supervised.order_by()
        .values_list("person_id")
        .union(owing.order_by().values_list("person_id"))
    )
    return sorted(person for (person,) in people)
