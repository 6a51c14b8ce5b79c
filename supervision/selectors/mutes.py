"""What is muted on lists of the day: by oneself, and by those whom one supervises."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from supervision.models import Mute
from supervision.selectors.caseload import supervised
from supervision.selectors.own_people import OwnPeople


@dataclass(frozen=True, slots=True)
class Muted:
    """The lines that are left out of a list, as subject and number."""

    lines: frozenset[tuple[str, int]]
    # Those of them that a supervisor muted: these alone stay out once they are critical.
    by_supervisors: frozenset[tuple[str, int]] = frozenset()

    def numbers(self, subject: str) -> list[int]:
        """Return the rows of one table that are left out."""
        return [number for muted, number in self.lines if muted == subject]

    def numbers_if_critical(self, subject: str) -> list[int]:
        """Return the rows of one table that are left out though they are critical by now."""
        return [number for muted, number in self.by_supervisors if muted == subject]


@dataclass(frozen=True, slots=True)
class MuteShown:
    """One mute, whose line it is, and whether the viewer may take it back."""

    mute: Masked
    person: Masked
    may_end: bool


def muted_for(own: OwnPeople, *, today: date) -> Muted:
    """Return what the viewer's own list leaves out today: one query."""
    user = own.reading.viewer.user
    rows = own.rows(_standing(Mute.objects.order_by(), today))
    rows = rows.filter(Q(officer=user) | Q(officer=None))
    found = list(rows.values_list("subject", "number", "officer"))
    return Muted(
        frozenset((subject, number) for subject, number, _ in found),
        frozenset((subject, number) for subject, number, officer in found if officer is None),
    )


def mutes_in_reach(reading: Reading, *, today: date) -> QuerySet[Mute]:
    """Return what is muted of the own people: the own, and of the whole team for a supervisor."""
    people = supervised(reading.viewer).order_by().values("pk")
    rows = in_scope(reading.viewer, Mute.objects.all(), person="person").filter(person__in=people)
    if not reading.viewer.may(Permission.TEAM_VIEW):
        rows = rows.filter(Q(officer=reading.viewer.user) | Q(officer=None))
    return _standing(rows, today).select_related("person", "officer", "recorded_by")


def mutes_shown(reading: Reading, rows: list[Mute]) -> list[MuteShown]:
    """Return mutes as the viewer may see them."""
    ends_all = reading.viewer.may(Permission.OBLIGATION_WAIVE)
    return [
        MuteShown(
            mute=reading.masked(row),
            person=reading.masked(row.person),
            may_end=ends_all or row.officer_id == _key_of(reading),
        )
        for row in rows
    ]


def mute_at(reading: Reading, number: int, *, today: date) -> Mute:
    """Return one standing mute within reach; 404 if there is none."""
    return get_object_or_404(mutes_in_reach(reading, today=today), pk=number)


def _standing(rows: QuerySet[Mute], today: date) -> QuerySet[Mute]:
    return rows.filter(superseded_at=None, began_on__lte=today, until__gt=today)


def _key_of(reading: Reading) -> int | None:
    return reading.viewer.user.pk if reading.viewer.user is not None else None
