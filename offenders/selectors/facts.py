"""Facts of one kind about a person: those that stand, and those that were corrected."""

from dataclasses import dataclass

from django.db.models import QuerySet

from offenders.models import PersonFact
from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.scopes import in_scope


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands and what was corrected; ``open`` is false where the role excludes the kind."""

    open: bool = False
    standing: tuple[Masked, ...] = ()
    corrected: tuple[Masked, ...] = ()

    def __bool__(self) -> bool:
        """Say whether there is anything to show."""
        return bool(self.standing or self.corrected)


NOT_OPEN = Facts()
_AUTHORS: tuple[str, ...] = ("recorded_by", "superseded_by__recorded_by")


def facts_of(
    reading: Reading,
    model: type[PersonFact],
    person_id: int,
    *,
    shown_by: str,
    related: tuple[str, ...] = (),
    order: tuple[str, ...] = ("-recorded_at",),
) -> Facts:
    """Return a person's facts of one kind in one query.

    ``shown_by`` names the field without which the kind says nothing: where the viewer may not
    see it, nothing is read at all.
    """
    if not reading.sees(model, shown_by):
        return NOT_OPEN
    rows: QuerySet[PersonFact] = model._default_manager.filter(person_id=person_id)
    rows = in_scope(reading.viewer, rows, person="person")
    rows = rows.select_related(*_AUTHORS, *related)
    return _told_apart(reading, list(rows.order_by(*order)))


def _told_apart(reading: Reading, rows: list[PersonFact]) -> Facts:
    standing = [row for row in rows if row.superseded_at is None]
    corrected = [row for row in rows if row.superseded_at is not None]
    return Facts(
        open=True,
        standing=tuple(reading.masked(row) for row in standing),
        corrected=tuple(reading.masked(row) for row in corrected),
    )
