"""A person's proceedings, and one of them with its steps, clocks, findings and effects."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils import timezone

from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.choices.proceeding import Alternative, Vulnerability
from supervision.models import (
    ClockMark,
    Finding,
    Incident,
    Proceeding,
    ProceedingStep,
    ViolationDisposition,
    ViolationReport,
)
from supervision.rules import proceeding as rules
from supervision.rules.person_facts import Kind
from supervision.rules.proceeding_clocks import RunningClock, clocks_at
from supervision.rules.technical import Verdict
from supervision.selectors.standing_proceeding import course_of, standing_of
from supervision.selectors.technical import case_of, verdicts_on
from timecomp.selectors.history import PastComputation, computation_history

STATE_WORDS = {
    rules.State.DRAFT: "Draft",
    rules.State.SUBMITTED: "With the supervisor",
    rules.State.WITH_SPECIALIST: "With the violation specialist",
    rules.State.DECIDED: "Decided: act on it",
    rules.State.ANSWERED: "Answered locally",
    rules.State.SUMMONED: "Summoned",
    rules.State.WARRANT_REQUESTED: "Warrant asked for",
    rules.State.WARRANT_ISSUED: "Warrant out",
    rules.State.ARRESTED: "Arrested",
    rules.State.ARRAIGNED: "Arraigned",
    rules.State.PRELIMINARY_HELD: "Preliminary hearing held",
    rules.State.HEARING_SET: "Hearing set",
    rules.State.HEARD: "Heard",
    rules.State.DISPOSED: "Disposed",
    rules.State.CLOSED: "Closed",
}
STEP_WORDS = {
    rules.Move.SUBMIT: "Report submitted",
    rules.Move.RETURN: "Returned to the agent",
    rules.Move.DISMISS: "Dismissed",
    rules.Move.APPROVE: "Approved by the supervisor",
    rules.Move.SPECIALIST_PROCEED: "Decided by the violation specialist",
    rules.Move.RESPOND_LOCALLY: "To be answered locally",
    rules.Move.SUMMON: "Summoned by the court",
    rules.Move.REQUEST_WARRANT: "Warrant asked for",
    rules.Move.REFUSE_WARRANT: "Warrant refused",
    rules.Move.ISSUE_WARRANT: "Warrant issued",
    rules.Move.RECALL_WARRANT: "Warrant recalled",
    rules.Move.ARREST: "Arrested",
    rules.Move.ARRAIGN: "Arraigned",
    rules.Move.FIND_CAUSE: "Preliminary hearing: probable cause",
    rules.Move.FIND_NO_CAUSE: "Preliminary hearing: no probable cause",
    rules.Move.SET_HEARING: "Hearing set",
    rules.Move.ADJOURN: "Hearing adjourned",
    rules.Move.HEAR: "Hearing held",
    rules.Move.DISPOSE: "Decided",
    rules.Move.CLOSE: "Closed",
}
# The events by which dates move because of a proceeding.
MOVING_EVENTS = frozenset({"recorded a parole violation"})


@dataclass(frozen=True, slots=True)
class ProceedingLine:
    """One proceeding as a list shows it."""

    number: int
    kind: str
    opened_on: date
    words: str


@dataclass(frozen=True, slots=True)
class CountLine:
    """One violation of the report: its nature in law and what was found."""

    incident_id: int
    code: str
    title: str
    occurred_at: datetime
    notes: str
    conditions: tuple[str, ...]
    verdict: Verdict
    finding: str


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step that was taken."""

    title: str
    at: datetime
    by: str
    note: str
    decision: str
    hearing_at: datetime | None
    warrant: str


@dataclass(frozen=True, slots=True)
class ProceedingPage:
    """One proceeding with all that the page shows."""

    number: int
    kind: str
    is_parole: bool
    words: str
    ball: str
    state: rules.State
    report: ViolationReport
    route: str
    alternatives: tuple[str, ...]
    vulnerabilities: tuple[str, ...]
    counts: tuple[CountLine, ...]
    steps: tuple[StepLine, ...]
    ways: tuple[rules.Way, ...]
    clocks: tuple[RunningClock, ...]
    disposition: ViolationDisposition | None
    moved: tuple[PastComputation, ...]
    may_find: bool


def proceedings_of(reading: Reading, person_id: int) -> list[ProceedingLine]:
    """List the person's proceedings, the newest first: a constant number of queries."""
    return [
        ProceedingLine(row.pk, row.get_kind_display(), row.opened_on, _words(_standing(row)))
        for row in _rows(reading).filter(person_id=person_id)
    ]


def proceeding_for(reading: Reading, person_id: int, proceeding_id: int) -> Proceeding:
    """Return one proceeding of the person; 404 where the viewer has none such."""
    row = _rows(reading).filter(person_id=person_id, pk=proceeding_id).first()
    if row is None:
        raise Http404("No such proceeding.")
    return row


def proceeding_page(reading: Reading, row: Proceeding, *, now: datetime) -> ProceedingPage:
    """Return all about one proceeding that was read by ``proceeding_for``."""
    standing, report = _standing(row), _report(row)
    dispositions: list[ViolationDisposition] = row.standing_dispositions  # type: ignore[attr-defined]  # prefetched
    disposition = dispositions[0] if dispositions else None
    return ProceedingPage(
        number=row.pk,
        kind=row.get_kind_display(),
        is_parole=row.kind == Kind.PAROLE,
        words=_words(standing),
        ball=standing.ball.value,
        state=standing.state,
        report=report,
        route=report.get_route_display(),
        alternatives=tuple(Alternative(each).label for each in report.alternatives),
        vulnerabilities=tuple(Vulnerability(each).label for each in report.vulnerabilities),
        counts=_counts(row, report),
        steps=_step_lines(reading, row),
        ways=rules.ways_from(standing),
        clocks=_clocks(row, report, now),
        disposition=disposition,
        moved=_moved(reading, row, disposition),
        may_find=standing.state in {rules.State.ARRAIGNED, rules.State.HEARING_SET},
    )


def incident_choices(reading: Reading, person_id: int) -> list[Incident]:
    """List the incidents that a report may name: those still held against the person."""
    if not reading.sees(Incident, "code"):
        return []
    rows = in_scope(reading.viewer, Incident.objects.all(), person="person").filter(
        person_id=person_id,
        superseded_at=None,
        allegations__superseded_at=None,
        allegations__state__in=["alleged", "admitted", "proved"],
    )
    return list(rows.select_related("code", "period"))


def _rows(reading: Reading) -> QuerySet[Proceeding]:
    if not reading.sees(Proceeding, "kind"):
        return Proceeding.objects.none()
    standing = {"superseded_at": None}
    incidents = Incident.objects.select_related("code")
    reports = ViolationReport.objects.filter(**standing).prefetch_related(
        Prefetch("incidents", incidents)
    )
    steps = ProceedingStep.objects.filter(**standing).select_related("recorded_by", "warrant")
    return (
        in_scope(reading.viewer, Proceeding.objects.all(), person="person")
        .filter(superseded_at=None)
        .prefetch_related(
            Prefetch("reports", reports, to_attr="standing_reports"),
            Prefetch("steps", steps.order_by("pk"), to_attr="standing_steps"),
            Prefetch("findings", Finding.objects.filter(**standing), to_attr="standing_findings"),
            Prefetch(
                "dispositions",
                ViolationDisposition.objects.filter(**standing),
                to_attr="standing_dispositions",
            ),
            Prefetch("clock_marks", ClockMark.objects.filter(**standing), to_attr="standing_marks"),
        )
    )


def _report(row: Proceeding) -> ViolationReport:
    reports: list[ViolationReport] = row.standing_reports  # type: ignore[attr-defined]  # prefetched
    return reports[0]


def _steps(row: Proceeding) -> list[ProceedingStep]:
    steps: list[ProceedingStep] = row.standing_steps  # type: ignore[attr-defined]  # prefetched
    return steps


def _findings(row: Proceeding) -> list[Finding]:
    findings: list[Finding] = row.standing_findings  # type: ignore[attr-defined]  # prefetched
    return findings


def _standing(row: Proceeding) -> rules.Proceeding:
    counts = [each.pk for each in _report(row).incidents.all()]
    return standing_of(row, steps=_steps(row), counts=counts, findings=_findings(row))


def _words(standing: rules.Proceeding) -> str:
    return STATE_WORDS[standing.state]


def _counts(row: Proceeding, report: ViolationReport) -> tuple[CountLine, ...]:
    incidents = list(report.incidents.all())
    verdicts = verdicts_on(incidents, case_of(row.person_id, Kind(row.kind)))
    found = {each.incident_id: each.get_outcome_display() for each in _findings(row)}
    return tuple(
        CountLine(
            incident_id=each.pk,
            code=each.code_id,
            title=each.code.title,
            occurred_at=each.occurred_at,
            notes=each.notes,
            conditions=tuple(each.conditions),
            verdict=verdicts[each.pk],
            finding=found.get(each.pk, ""),
        )
        for each in incidents
    )


def _step_lines(reading: Reading, row: Proceeding) -> tuple[StepLine, ...]:
    shows_author = reading.sees(ProceedingStep, "recorded_by")
    shows_warrant = reading.sees(ProceedingStep, "warrant")
    return tuple(
        _step(each, shows_author=shows_author, shows_warrant=shows_warrant) for each in _steps(row)
    )


def _step(row: ProceedingStep, *, shows_author: bool, shows_warrant: bool) -> StepLine:
    return StepLine(
        title=STEP_WORDS[rules.Move(row.move)],
        at=row.at,
        by=str(row.recorded_by or "") if shows_author else "",
        note=row.note,
        decision=row.get_decision_display(),
        hearing_at=row.hearing_at,
        warrant=row.warrant.number if row.warrant and shows_warrant else "",
    )


def _clocks(row: Proceeding, report: ViolationReport, now: datetime) -> tuple[RunningClock, ...]:
    marks: Sequence[ClockMark] = row.standing_marks  # type: ignore[attr-defined]  # prefetched
    course = course_of(
        row, steps=_steps(row), marks=marks, is_swift_and_sure=report.is_swift_and_sure
    )
    return clocks_at(course, timezone.localtime(now))


def _moved(
    reading: Reading, row: Proceeding, disposition: ViolationDisposition | None
) -> tuple[PastComputation, ...]:
    """Return the computations that the parole violation of this proceeding prompted."""
    if disposition is None or disposition.violation_id is None:
        return ()
    since = disposition.recorded_at
    return tuple(
        each
        for each in computation_history(reading, row.person_id)
        if each.computed_at >= since and each.prompted_by in MOVING_EVENTS
    )
