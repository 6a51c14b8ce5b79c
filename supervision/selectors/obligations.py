"""What is due of one person, with the reason of each thing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.apps import apps
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from supervision.models import Condition, Obligation, StandardsPause
from supervision.models.dated import STANDINGS
from supervision.rules.obligations import ObligationState as State
from supervision.selectors.states import silent_feeds, with_states
from timecomp.engine.standing import Standing

CONDITION = "supervision.condition"
TONES = {
    State.COMPLIANT: "good",
    State.TARDY: "warn",
    State.OVERDUE: "bad",
    State.UNKNOWN: "warn",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is due: what asks for it, where that is written, and how sure we are."""

    asked_by: str
    citation: str = ""
    standing: str = ""


@dataclass(frozen=True, slots=True)
class DueLine:
    """One thing due, as it stands today and in words."""

    row: Masked
    person_id: int
    state: State
    words: str
    tone: str
    reason: Reason

    @property
    def is_open(self) -> bool:
        """Say whether it may still be met or excused."""
        return self.row.closed_on is None


@dataclass(frozen=True, slots=True)
class WhatIsDue:
    """What is live of one person, the most pressing first, and why standards rest if they do."""

    lines: tuple[DueLine, ...] = ()
    pauses: tuple[Masked, ...] = ()


def what_is_due(reading: Reading, person_id: int, *, today: date) -> WhatIsDue:
    """Return what is live of the person: five queries at most."""
    if not reading.sees(Obligation, "due_on"):
        return WhatIsDue()
    rows = _of(reading, person_id).filter(closed_on=None)
    pauses = in_scope(reading.viewer, StandardsPause.objects.all(), person="person").filter(
        Q(ended_on=None) | Q(ended_on__gt=today), person_id=person_id, superseded_at=None
    )
    return WhatIsDue(
        lines=tuple(lines_of(reading, stated(rows.order_by("due_on", "pk"), today), today=today)),
        pauses=tuple(reading.masked(each) for each in pauses),
    )


def history_of(reading: Reading, person_id: int, *, today: date) -> QuerySet[Obligation]:
    """Return what is closed of the person, the latest first, to be cut into pages."""
    if not reading.sees(Obligation, "due_on"):
        return Obligation.objects.none()
    rows = _of(reading, person_id).filter(closed_on__isnull=False)
    return stated(rows.order_by("-due_on", "-pk"), today)


def stated(rows: QuerySet[Obligation], today: date) -> QuerySet[Obligation]:
    """Return the rows with their state today and what a line tells: one query more."""
    return with_states(rows, today=today, silent=silent_feeds()).select_related(
        "standard", "excused_by"
    )


def lines_of(reading: Reading, rows: Iterable[Obligation], *, today: date) -> list[DueLine]:
    """Return the stated rows in words, each with its reason: three queries at most."""
    found = list(rows)
    silent = silent_feeds() if any(row.state == State.UNKNOWN for row in found) else {}
    reasons = _reasons(found)
    return [_line(reading, row, reasons[row.pk], silent, today) for row in found]


def obligation_at(reading: Reading, person_id: int, obligation_id: int) -> Obligation:
    """Return a live row of the person for a write; 404 if it is none the viewer may see."""
    reading.viewer.require(Permission.OBLIGATION_EXCUSE)
    rows = _of(reading, person_id).filter(closed_on=None)
    return get_object_or_404(rows.select_related("standard"), pk=obligation_id)


def _of(reading: Reading, person_id: int) -> QuerySet[Obligation]:
    rows = in_scope(reading.viewer, Obligation.objects.all(), person="person")
    return rows.filter(person_id=person_id)


def _line(
    reading: Reading,
    row: Obligation,
    reason: Reason,
    silent: Mapping[str, datetime],
    today: date,
) -> DueLine:
    state = State(row.state)
    return DueLine(
        row=reading.masked(row),
        person_id=row.person_id,
        state=state,
        words=words_for(row, state, today, silent),
        tone=TONES.get(state, "plain"),
        reason=reason,
    )


def words_for(row: Obligation, state: State, today: date, silent: Mapping[str, datetime]) -> str:
    """Say in a few words how a row stands; the colour only repeats it."""
    late = ((row.done_on or min(today, row.closed_on or today)) - row.due_on).days
    if state is State.NOT_DUE:
        return f"From {_short(row.window_opens_on)}"
    if state is State.DUE:
        left = (row.due_on - today).days
        return "Due today" if left == 0 else f"Due in {_days(left)}"
    if state is State.UNKNOWN:
        return f"No data since {_short(timezone.localdate(silent[row.feed]))}"
    if state is State.EXCUSED:
        return "Excused"
    if state is State.COMPLIANT:
        return "Done"
    word = "Overdue" if state is State.OVERDUE else "Late"
    return f"{word} {_days(late)}"


def _short(day: date) -> str:
    return f"{day:%b} {day.day}"


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _reasons(found: list[Obligation]) -> dict[int, Reason]:
    asked = {row.source_id for row in found if row.source_label == CONDITION}
    conditions = (
        {
            each.pk: each
            for each in Condition.objects.filter(pk__in=asked).select_related("template")
        }
        if asked
        else {}
    )
    return {row.pk: _reason(row, conditions) for row in found}


def _reason(row: Obligation, conditions: Mapping[int, Condition]) -> Reason:
    standard = row.standard
    if standard is not None:
        return Reason(
            f"Standard: {standard.title}", standard.citation, _standing(standard.standing)
        )
    condition = conditions.get(row.source_id or 0)
    if row.source_label == CONDITION and condition is not None:
        template = condition.template
        return Reason(
            f"Condition {template.code}: {template.title}",
            template.citation,
            _standing(template.standing),
        )
    return Reason(_source_name(row.source_label))


def _standing(standing: str) -> str:
    """Return the standing in words where somebody has still to confirm the row."""
    if not Standing(standing).awaits_counsel:
        return ""
    return dict(STANDINGS)[standing]


def _source_name(label: str) -> str:
    if not label:
        return ""
    return str(apps.get_model(label)._meta.verbose_name).capitalize()
