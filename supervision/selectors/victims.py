"""Victims of a person and what they are to be told, for those who may know."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from supervision.choices.victim_notice import SETTLING
from supervision.models import NoticeAttempt, ProtectedVictim, VictimNotice, VictimParticulars


@dataclass(frozen=True, slots=True)
class NoticeShown:
    """One notice: to whom, of what, by when, and every attempt."""

    row: object
    victim: object | None
    attempts: list[object]
    is_settled: bool
    is_late: bool


@dataclass(frozen=True, slots=True)
class Victims:
    """Whether anybody is protected; who, and the notices, only for those who may see."""

    is_protected: bool
    is_open: bool
    particulars: list[object]
    notices: list[NoticeShown]
    unsettled: int


def victims_of(reading: Reading, person_id: int, *, today: date) -> Victims:
    """Return the victims and notices: four queries."""
    is_protected = ProtectedVictim.objects.filter(person=person_id).exists()
    if not reading.sees_category(Category.VICTIM):
        return Victims(is_protected, is_open=False, particulars=[], notices=[], unsettled=0)
    people = VictimParticulars.objects.filter(victim__person=person_id, superseded_at=None)
    by_victim = {row.victim_id: row for row in people.order_by("victim")}
    notices = [
        _shown(reading, row, by_victim, today)
        for row in VictimNotice.objects.filter(person=person_id).prefetch_related(
            "attempts__made_by"
        )
    ]
    return Victims(
        is_protected=is_protected,
        is_open=True,
        particulars=[reading.masked(row) for row in by_victim.values()],
        notices=notices,
        unsettled=sum(not each.is_settled for each in notices),
    )


def victim_of(reading: Reading, person_id: int, victim_id: int) -> VictimParticulars | None:
    """Return the current particulars of one victim of the person, to fill a form with."""
    if not reading.sees_category(Category.VICTIM):
        return None
    return VictimParticulars.objects.filter(
        victim=victim_id, victim__person=person_id, superseded_at=None
    ).first()


def has_notice(person_id: int, notice_id: int) -> bool:
    """Say whether the notice is about the person."""
    return VictimNotice.objects.filter(person=person_id, pk=notice_id).exists()


def notice_list(viewer: Viewer) -> QuerySet[VictimNotice]:
    """Return the notices not settled, those due first on top."""
    settled = NoticeAttempt.objects.filter(notice=OuterRef("pk"), result__in=SETTLING)
    rows = in_scope(viewer, VictimNotice.objects.all(), person="person").filter(~Exists(settled))
    return rows.select_related("person").order_by("due_on", "pk")


def _shown(
    reading: Reading,
    row: VictimNotice,
    by_victim: dict[int, VictimParticulars],
    today: date,
) -> NoticeShown:
    attempts = list(row.attempts.all())
    victim = by_victim.get(row.victim_id)
    is_settled = any(each.result in SETTLING for each in attempts)
    return NoticeShown(
        row=reading.masked(row),
        victim=reading.masked(victim) if victim else None,
        attempts=[reading.masked(each) for each in attempts],
        is_settled=is_settled,
        is_late=not is_settled and row.due_on < today,
    )
