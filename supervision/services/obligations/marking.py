"""Noting that what was due is done: nobody types it, it follows from what was recorded."""

from datetime import date

from django.db import models, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from supervision.choices.obligation import Excuse
from supervision.models import Obligation
from supervision.services.obligations.refreshing import refresh_person


class NotYetDoneError(ValueError):
    """Something is said to be done on a day still to come."""


@transaction.atomic
def note_done(  # noqa: PLR0913  the parts of one fact
    *,
    person_id: int,
    kind: str,
    on: date,
    source: models.Model,
    of: models.Model | None = None,
    today: date | None = None,
) -> list[int]:
    """Close what was met on a day by ``source``, and open what comes next; returns the rows' keys.

    One fact meets one thing of each standard and of each condition that asks for its kind: the
    earliest whose window was open that day. With ``of``, only what was opened for that object.
    Told again of the same source, nothing more is closed. Attempts are not told here.
    """
    day = today or timezone.localdate()
    if on > day:
        raise NotYetDoneError(f"[{on}] is still to come: note what is done once it is done.")
    label, key = label_of(source), source.pk
    if Obligation.objects.filter(done_label=label, done_id=key, kind=kind).exists():
        return []
    met = _met(_open_on(person_id, kind, on, of))
    Obligation.objects.filter(pk__in=met).update(
        done_on=on, done_label=label, done_id=key, closed_on=day
    )
    refresh_person(person_id, today=today)
    return met


@transaction.atomic
def withdraw_done(*, source: models.Model, today: date | None = None) -> list[int]:
    """Take back what ``source`` met, because it was corrected or never happened.

    What followed from it and is not met yet is set aside; what was met falls due again.
    """
    rows = Obligation.objects.filter(done_label=label_of(source), done_id=source.pk)
    found = list(rows.select_for_update())
    for row in found:
        _set_aside_later(row)
    Obligation.objects.filter(pk__in=[row.pk for row in found]).update(
        done_on=None, done_label="", done_id=None, closed_on=None
    )
    for person_id in {row.person_id for row in found}:
        refresh_person(person_id, today=today)
    return [row.pk for row in found]


def label_of(thing: models.Model) -> str:
    """Return how a row names the table of an object."""
    return thing._meta.label_lower


def _open_on(person_id: int, kind: str, on: date, of: models.Model | None) -> QuerySet[Obligation]:
    rows = Obligation.objects.filter(
        Q(kind=kind) | Q(standard__accepts__contains=[kind]),
        Q(closed_on=None) | Q(closed_on__gte=on),
        person_id=person_id,
        done_on=None,
        excuse="",
        window_opens_on__lte=on,
    )
    if of is not None:
        rows = rows.filter(source_label=label_of(of), source_id=of.pk)
    return rows.order_by("due_on", "slot", "pk").select_for_update(of=("self",))


def _met(rows: QuerySet[Obligation]) -> list[int]:
    earliest: dict[tuple[int | None, str, int | None], int] = {}
    for row in rows:
        earliest.setdefault((row.standard_id, row.source_label, row.source_id), row.pk)
    return list(earliest.values())


def _set_aside_later(row: Obligation) -> None:
    Obligation.objects.filter(
        person_id=row.person_id,
        standard_id=row.standard_id,
        source_label=row.source_label,
        source_id=row.source_id,
        slot=row.slot,
        due_on__gt=row.due_on,
        closed_on=None,
        standard__cadence="rolling",
    ).update(excuse=Excuse.CORRECTED, closed_on=F("window_opens_on"))
