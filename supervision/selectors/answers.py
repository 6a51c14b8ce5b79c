"""Answers to violations: one of them, those that wait, and what others did in the same cell."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.http import Http404

from offenders.selectors.reading import Reading
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from supervision.choices.proceeding import Alternative
from supervision.choices.response import ResponseMove
from supervision.models import GridCell, Proceeding, ProceedingStep, Response, ResponseStep
from supervision.rules.grid import LEVELS
from supervision.rules.policy import OTHERS_BACK
from supervision.rules.proceeding import Move
from supervision.selectors.violations import where_it_stands

ANSWERS_TOLD = 10
# Which alternative of a report an answer was.
TRIED = {
    "verbal-warning": Alternative.WARNINGS.value,
    "written-warning": Alternative.WARNINGS.value,
    "increased-reporting": Alternative.MORE_CONTACT.value,
    "curfew": Alternative.CONDITIONS.value,
    "travel-30": Alternative.CONDITIONS.value,
    "travel-90": Alternative.CONDITIONS.value,
    "monitoring": Alternative.CONDITIONS.value,
    "more-testing": Alternative.TESTING.value,
    "treatment-evaluation": Alternative.REFERRALS.value,
    "outpatient": Alternative.REFERRALS.value,
    "cbt-group": Alternative.REFERRALS.value,
    "residential": Alternative.REFERRALS.value,
}
# What a supervisor or specialist has to decide, by the step that was taken last.
WAITS_AFTER_SUBMIT = Move.SUBMIT
WAITS_AFTER_APPROVE = Move.APPROVE


@dataclass(frozen=True, slots=True)
class Others:
    """How often each level was chosen in one cell in the last days."""

    count: int
    shares: tuple[tuple[str, int, int], ...]
    days: int


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer as lists and its own page show it."""

    number: int
    person_id: int
    person_name: str
    title: str
    level: int
    presumed_level: int
    deviation: str
    reason: str
    explanation: str
    jail_days: int
    effective_on: date
    until: date | None
    author: str
    codes: tuple[str, ...]
    standing: str
    needs_approval: bool
    waits: bool
    is_own: bool
    opens_report: bool
    incidents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WaitingReport:
    """One violation report that waits for somebody's decision."""

    number: int
    person_id: int
    person_name: str
    kind: str
    author: str
    opened_on: date


def others_in_cell(cell: GridCell | None, *, today: date) -> Others:
    """Return what was chosen in the same cell lately: one query."""
    days = OTHERS_BACK.on(today).amount
    if cell is None:
        return Others(0, (), days)
    since = today - timedelta(days=days)
    rows = (
        Response.objects.filter(cell=cell, superseded_at=None, effective_on__gt=since)
        .order_by("chosen_level")
        .values_list("chosen_level")
        .annotate(n=Count("pk"))
    )
    counted = dict(rows)
    total = sum(counted.values())
    return Others(
        total,
        tuple((LEVELS[level], n, round(100 * n / total)) for level, n in counted.items()),
        days,
    )


def response_for(reading: Reading, person_id: int, response_id: int) -> Response:
    """Return one answer of the person; 404 where the viewer has none such."""
    row = _answers(reading).filter(person_id=person_id, pk=response_id).first()
    if row is None:
        raise Http404("No such answer.")
    return row


def waiting_answers(reading: Reading) -> QuerySet[Response]:
    """Return the answers in reach that wait for a supervisor, the oldest first."""
    steps = ResponseStep.objects.filter(response=OuterRef("pk"), superseded_at=None)
    return _answers(reading).filter(~Exists(steps), needs_approval=True).order_by("pk")


def answer_line(reading: Reading, row: Response) -> AnswerLine:
    """Return an answer as pages show it."""
    user = reading.viewer.user
    steps = [each for each in row.steps.all() if each.superseded_at is None]
    return AnswerLine(
        number=row.pk,
        person_id=row.person_id,
        person_name=row.person.full_name,
        title=row.kind.title,
        level=row.chosen_level,
        presumed_level=row.presumed_level,
        deviation=row.get_deviation_display(),
        reason=row.get_deviation_reason_display(),
        explanation=row.explanation,
        jail_days=row.jail_days,
        effective_on=row.effective_on,
        until=row.until,
        author=str(row.recorded_by or "") if reading.sees(Response, "recorded_by") else "",
        codes=tuple(str(each.code) for each in row.incidents.all()),
        standing=where_it_stands(row),
        needs_approval=row.needs_approval,
        waits=row.needs_approval and not steps,
        is_own=user is not None and row.recorded_by_id == user.pk,
        opens_report=row.kind.opens_report,
        incidents=tuple(each.pk for each in row.incidents.all()),
    )


def answers_so_far(reading: Reading, person_id: int) -> dict[str, object]:
    """Return what a report need not be typed: the answers on record and what they tried."""
    rows = list(_answers(reading).filter(person_id=person_id)[:ANSWERS_TOLD])
    told = [
        f"{row.effective_on:%b %d, %Y}: {row.kind.title}, {where_it_stands(row)}." for row in rows
    ]
    tried = {TRIED[row.kind.key] for row in rows if row.kind.key in TRIED}
    return {"response_so_far": "\n".join(told), "alternatives": sorted(tried)}


def steps_open(row: Response) -> list[tuple[str, str]]:
    """List what may be done next with an answer by its agent."""
    taken = [each.move for each in row.steps.all() if each.superseded_at is None]
    if row.needs_approval and not taken:
        return [(ResponseMove.WITHDRAWN.value, "Withdraw")]
    if taken and taken[-1] not in {"approved", "notified", "acknowledged"}:
        return []
    ahead = [
        (ResponseMove.NOTIFIED, "Person told in writing"),
        (ResponseMove.ACKNOWLEDGED, "Person acknowledged it"),
        (ResponseMove.COMPLETED, "Completed"),
        (ResponseMove.FAILED, "Not completed"),
        (ResponseMove.WITHDRAWN, "Withdraw"),
    ]
    done = {"notified": 1, "acknowledged": 2}.get(taken[-1] if taken else "", 0)
    return [(move.value, words) for move, words in ahead[done:]]


def waiting_reports(reading: Reading) -> list[WaitingReport]:
    """List the reports in reach that wait for this viewer's decision."""
    wanted = []
    if reading.viewer.may(Permission.VIOLATION_DECIDE):
        wanted.append(WAITS_AFTER_SUBMIT.value)
    if reading.viewer.may(Permission.VIOLATION_SPECIALIST):
        wanted.append(WAITS_AFTER_APPROVE.value)
    if not wanted or not reading.sees(Proceeding, "kind"):
        return []
    last = ProceedingStep.objects.filter(proceeding=OuterRef("pk"), superseded_at=None)
    rows = (
        in_scope(reading.viewer, Proceeding.objects.all(), person="person")
        .annotate(last=Subquery(last.order_by("-pk").values("move")[:1]))
        .filter(last__in=wanted, superseded_at=None)
        .exclude(last=WAITS_AFTER_APPROVE.value, kind="probation")
        .select_related("person", "recorded_by")
        .order_by("pk")
    )
    shows_author = reading.sees(Proceeding, "recorded_by")
    return [
        WaitingReport(
            number=row.pk,
            person_id=row.person_id,
            person_name=row.person.full_name,
            kind=row.get_kind_display(),
            author=str(row.recorded_by or "") if shows_author else "",
            opened_on=row.opened_on,
        )
        for row in rows
    ]


def _answers(reading: Reading) -> QuerySet[Response]:
    if not reading.sees(Response, "kind"):
        return Response.objects.none()
    return (
        in_scope(reading.viewer, Response.objects.all(), person="person")
        .filter(superseded_at=None)
        .select_related("kind", "person", "recorded_by")
        .prefetch_related("steps", "incidents__code")
    )
