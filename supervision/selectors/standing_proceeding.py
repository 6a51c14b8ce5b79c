"""Where a proceeding stands, from its recorded steps and findings; for services and pages."""

from collections.abc import Iterable

from supervision.models import ClockMark, Finding, Proceeding, ProceedingStep, ViolationReport
from supervision.rules import proceeding as rules
from supervision.rules.person_facts import Kind
from supervision.rules.proceeding_clocks import Course, Event, Mark


def standing_report(proceeding: Proceeding) -> ViolationReport:
    """Return the report as it stands."""
    return proceeding.reports.get(superseded_at=None)


def standing_of(
    proceeding: Proceeding,
    *,
    steps: Iterable[ProceedingStep],
    counts: Iterable[int],
    findings: Iterable[Finding],
) -> rules.Proceeding:
    """Return where the proceeding stands after its steps."""
    taken = list(steps)
    state = rules.State.DRAFT
    for each in taken:
        state = state_after(Kind(proceeding.kind), state, rules.Move(each.move))
    return rules.Proceeding(
        kind=Kind(proceeding.kind),
        state=state,
        counts=frozenset(counts),
        found=frozenset(each.incident_id for each in findings),
        at=taken[-1].at if taken else None,
    )


def state_after(kind: Kind, state: rules.State, move: rules.Move) -> rules.State:
    """Return the state to which a recorded step led; it was checked when it was recorded."""
    way = next(
        each
        for each in rules.WAYS
        if each.move is move and state in each.before and kind in each.kinds
    )
    return way.after


def read_standing(proceeding: Proceeding) -> rules.Proceeding:
    """Read and return where one proceeding stands: three queries."""
    report = standing_report(proceeding)
    return standing_of(
        proceeding,
        steps=proceeding.steps.filter(superseded_at=None),
        counts=report.incidents.values_list("pk", flat=True),
        findings=proceeding.findings.filter(superseded_at=None),
    )


def course_of(
    proceeding: Proceeding,
    *,
    steps: Iterable[ProceedingStep],
    marks: Iterable[ClockMark],
    is_swift_and_sure: bool,
) -> Course:
    """Return the proceeding as its clocks ask for it."""
    return Course(
        kind=Kind(proceeding.kind),
        events=tuple(Event(rules.Move(each.move), each.at) for each in steps),
        marks=tuple(
            Mark(each.clock, each.move, each.at, each.get_standstill_display()) for each in marks
        ),
        is_swift_and_sure=is_swift_and_sure,
    )
