"""What is due on an officer's caseload or in a supervisor's offices, person by person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from offenders.models import Person
from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from supervision.choices.obligation import ObligationKind
from supervision.models import Obligation
from supervision.rules.obligations import ObligationState as State
from supervision.rules.policy import DUE_AHEAD, ahead
from supervision.selectors.caseload import supervised
from supervision.selectors.obligations import DueLine, lines_of, stated

# So many things of one person are told; the person's own page tells all.
TOLD = 5


@dataclass(frozen=True, slots=True)
class PersonDue:
    """One person of the list with the most pressing things."""

    person: Masked
    lines: tuple[DueLine, ...]
    more: int


def people_with_due(
    reading: Reading, *, today: date, show: str = "", kind: str = ""
) -> QuerySet[Person]:
    """Return the people of whom something is late or falls due soon, the longest late first.

    ``show`` narrows to ``overdue``; ``kind`` to one kind.
    """
    if not reading.sees(Obligation, "due_on"):
        return Person.objects.none()
    rows = _pressing(today, show=show, kind=kind)
    people = in_scope(reading.viewer, supervised(reading.viewer))
    soonest = rows.filter(person=OuterRef("pk")).order_by("due_on").values("due_on")[:1]
    return (
        people.filter(Exists(rows.filter(person=OuterRef("pk"))))
        .annotate(due_first=soonest)
        .order_by("due_first", "last_name", "first_name", "pk")
    )


def with_lines(
    reading: Reading,
    people: Collection[Person],
    *,
    today: date,
    show: str = "",
    kind: str = "",
) -> list[PersonDue]:
    """Return the people of one page with what presses: three queries for all."""
    rows = _pressing(today, show=show, kind=kind).filter(person__in=[each.pk for each in people])
    by_person: dict[int, list[DueLine]] = {each.pk: [] for each in people}
    for line in lines_of(reading, stated(rows.order_by("due_on", "pk"), today), today=today):
        by_person[line.person_id].append(line)
    return [
        PersonDue(
            person=reading.masked(each),
            lines=tuple(by_person[each.pk][:TOLD]),
            more=max(0, len(by_person[each.pk]) - TOLD),
        )
        for each in people
    ]


def kinds() -> list[tuple[str, str]]:
    """Return the kinds by which the list is narrowed."""
    return list(ObligationKind.choices)


def _pressing(today: date, *, show: str, kind: str) -> QuerySet[Obligation]:
    rows = Obligation.objects.filter(closed_on=None)
    if kind in ObligationKind:
        rows = rows.filter(kind=kind)
    if show == State.OVERDUE:
        return rows.filter(grace_until__lt=today)
    return rows.filter(due_on__lte=ahead(today, DUE_AHEAD))
