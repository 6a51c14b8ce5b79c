"""Bringing what is due up to date: for one person at once, for everybody each night."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection, transaction
from django.utils import timezone

from supervision.rules.life import Closing, Opening, Turn
from supervision.rules.windows import turn_of
from supervision.selectors.lives import HISTORY, lives_of, standards_known

# One person's rows are looked at further back: a correction may reach there.
LONG_HISTORY = timedelta(days=3 * 365)

# A row that was set aside when the record was corrected may fall due after all.
_OPEN = """
INSERT INTO supervision_obligation (
    person_id, kind, title, standard_id, source_label, slot, is_critical, feed,
    window_opens_on, due_on, grace_until, opened_at, done_label, excuse, excuse_reason
)
SELECT person, kind, title, standard, '', slot, critical, feed, opens, due, grace, now(), '', '', ''
FROM unnest(
    %s::bigint[], %s::text[], %s::text[], %s::bigint[], %s::smallint[], %s::boolean[], %s::text[],
    %s::date[], %s::date[], %s::date[]
) AS made (person, kind, title, standard, slot, critical, feed, opens, due, grace)
ORDER BY person
ON CONFLICT (person_id, due_on, kind, standard_id, source_label, source_id, slot) DO UPDATE
SET excuse = '', closed_on = NULL, window_opens_on = EXCLUDED.window_opens_on
WHERE supervision_obligation.excuse IN ('corrected', 'level', 'ended')
"""
_CLOSE = """
UPDATE supervision_obligation AS row
SET closed_on = made.closed_on, excuse = made.excuse
FROM unnest(%s::bigint[], %s::date[], %s::text[]) AS made (id, closed_on, excuse)
WHERE row.id = made.id AND row.done_on IS NULL
"""


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many rows were opened and closed."""

    opened: int = 0
    closed: int = 0


def refresh_person(person_id: int, *, today: date | None = None) -> Refreshed:
    """Bring what is due of one person up to date, as after a change of fact."""
    return refresh_people([person_id], today=today, history=LONG_HISTORY)


def refresh_people(
    people: Collection[int], *, today: date | None = None, history: timedelta = HISTORY
) -> Refreshed:
    """Bring what is due of the people up to date: a constant number of statements."""
    day = today or timezone.localdate()
    with transaction.atomic():
        standards = standards_known()
        lives = lives_of(people, today=day, history=history)
        turns = {person: turn_of(life, standards, day) for person, life in lives.items()}
        _close(closing for turn in turns.values() for closing in turn.closings)
        return Refreshed(opened=_open(turns), closed=sum(len(t.closings) for t in turns.values()))


def _close(closings: Iterable[Closing]) -> None:
    rows = [(each.row, each.closed_on, each.excuse) for each in closings]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(_CLOSE, [list(column) for column in zip(*rows, strict=True)])


def _open(turns: dict[int, Turn]) -> int:
    rows = [_columns(person, each) for person, turn in turns.items() for each in turn.openings]
    if not rows:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, [list(column) for column in zip(*rows, strict=True)])
        return int(cursor.rowcount)


def _columns(person: int, opening: Opening) -> tuple[object, ...]:
    standard = opening.standard
    return (
        person,
        standard.kind,
        standard.title,
        standard.id,
        opening.slot,
        standard.is_critical,
        standard.feed,
        opening.opens_on,
        opening.due_on,
        opening.grace_until,
    )
