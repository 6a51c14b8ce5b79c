"""A violation on its way: opening and writing the report, and taking it a step further."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from offenders.services.facts import add_fact, replace_fact, write_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.proceeding import ClockMove, Route
from supervision.models import ClockMark, Incident, Proceeding, ProceedingStep, ViolationReport
from supervision.rules.clock_rules import BY_KEY
from supervision.rules.confinement import may_ask_revocation
from supervision.rules.proceeding import Move, RefusedStepError, State, step
from supervision.rules.technical import Nature
from supervision.selectors.person_facts import facts_of
from supervision.selectors.standing_proceeding import read_standing, standing_report
from supervision.selectors.technical import case_of, verdicts_on
from supervision.services.proceeding_effects import NO_DETAILS, StepDetails, carry_out_effects
from supervision.services.sanctionable import refuse_what_may_not_be_held_against

# Nothing less than the court or board answers at this level.
REPORTED = 5
RIGHT_FOR = {
    Move.RETURN: Permission.VIOLATION_DECIDE,
    Move.DISMISS: Permission.VIOLATION_DECIDE,
    Move.APPROVE: Permission.VIOLATION_DECIDE,
    Move.SPECIALIST_PROCEED: Permission.VIOLATION_SPECIALIST,
    Move.SUBMIT: Permission.VIOLATION_REPORT,
    Move.RESPOND_LOCALLY: Permission.VIOLATION_REPORT,
    Move.REQUEST_WARRANT: Permission.VIOLATION_REPORT,
}
# What the violation specialist decides once the report lies with him.
BY_SPECIALIST = frozenset({Move.RETURN, Move.DISMISS})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportText:
    """What the agent writes."""

    route: str
    what_led: str = ""
    response_so_far: str = ""
    alternatives: Sequence[str] = ()
    alternatives_note: str = ""
    vulnerabilities: Sequence[str] = ()
    arrest_note: str = ""
    recommendation: str = ""
    is_immediate_danger: bool = False
    left_treatment: bool = False
    is_swift_and_sure: bool = False
    asks_revocation: bool = False

    def columns(self) -> dict[str, object]:
        """Return the values under the names of their columns."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        lists = {name: list(values[name]) for name in ("alternatives", "vulnerabilities")}
        return values | lists


def open_proceeding(
    viewer: Viewer,
    person_id: int,
    *,
    incidents: Sequence[Incident],
    text: ReportText,
    token: UUID | None = None,
) -> Proceeding:
    """Open a proceeding with the draft of its report; refused without a violation that stands."""
    viewer.require(Permission.VIOLATION_REPORT)
    _check_incidents(person_id, incidents)
    event = Event.VIOLATION_REPORTED
    today = timezone.localdate()

    @transaction.atomic
    def write() -> Proceeding:
        proceeding = write_fact(
            viewer,
            Proceeding,
            person_id=person_id,
            event=event,
            period=incidents[0].period,
            kind=facts_of(person_id, today).supervision.kind,
            opened_on=today,
        )
        report = write_fact(
            viewer,
            ViolationReport,
            person_id=person_id,
            event=event,
            proceeding=proceeding,
            **text.columns(),
        )
        report.incidents.set(incidents)
        record(event, actor=viewer.user, target=proceeding, person_id=person_id)
        return proceeding

    return once(token, event, Proceeding, write)


@transaction.atomic
def write_report(
    viewer: Viewer, proceeding: Proceeding, *, incidents: Sequence[Incident], text: ReportText
) -> ViolationReport:
    """Change the report while it is a draft; what it said before is kept."""
    viewer.require(Permission.VIOLATION_REPORT)
    if read_standing(proceeding).state is not State.DRAFT:
        raise RefusedError(
            Objection("", "The report was submitted: ask the supervisor to return it first.")
        )
    _check_incidents(proceeding.person_id, incidents)
    report = replace_fact(
        viewer,
        standing_report(proceeding),
        person_id=proceeding.person_id,
        reason="Draft changed",
        event=Event.VIOLATION_REPORTED,
        **text.columns(),
    )
    report.incidents.set(incidents)
    record(
        Event.VIOLATION_REPORTED,
        actor=viewer.user,
        target=report,
        person_id=proceeding.person_id,
    )
    return report


def take_step(
    viewer: Viewer,
    proceeding: Proceeding,
    *,
    move: Move,
    at: datetime | None = None,
    details: StepDetails = NO_DETAILS,
    token: UUID | None = None,
) -> ProceedingStep:
    """Take the proceeding a step further with what the step does to warrant and custody.

    Raises ``RefusedError`` where the step may not follow; then nothing has changed.
    """
    moment = at or timezone.now()
    if moment > timezone.now():
        raise RefusedError(Objection("at", "A step cannot lie in the time to come."))

    @transaction.atomic
    def write() -> ProceedingStep:
        locked = Proceeding.objects.select_for_update(of=("self",)).get(pk=proceeding.pk)
        standing = read_standing(locked)
        _require_right(viewer, locked, move, standing.state)
        try:
            step(standing, move, moment)
        except RefusedStepError as refusal:
            raise RefusedError(Objection("", str(refusal))) from refusal
        _check_law(locked, move)
        effects = carry_out_effects(viewer, locked, move, timezone.localdate(moment), details)
        return add_fact(
            viewer,
            ProceedingStep,
            person_id=locked.person_id,
            event=Event.PROCEEDING_STEPPED,
            proceeding=locked,
            move=move,
            at=moment,
            note=details.note,
            decision=details.decision,
            hearing_at=details.hearing_at,
            **effects,
        )

    return once(token, Event.PROCEEDING_STEPPED, ProceedingStep, write)


def may_take(viewer: Viewer, proceeding: Proceeding, move: Move, state: State) -> bool:
    """Say whether the viewer's rights, and not having written the report, open a step."""
    try:
        _require_right(viewer, proceeding, move, state)
    except NotAllowedError:
        return False
    return True


def mark_clock(
    viewer: Viewer,
    proceeding: Proceeding,
    *,
    clock: str,
    move: ClockMove,
    at: datetime,
    standstill: str = "",
) -> ClockMark:
    """Record that a time limit was started or met by hand, stands still, or runs on."""
    viewer.require(Permission.VIOLATION_HEAR)
    if clock not in BY_KEY:
        raise RefusedError(Objection("clock", "Choose a time limit from the list."))
    if move is ClockMove.STOOD_STILL and not standstill:
        raise RefusedError(Objection("standstill", "Say why it stands still."))
    return add_fact(
        viewer,
        ClockMark,
        person_id=proceeding.person_id,
        event=Event.CLOCK_MARKED,
        proceeding=proceeding,
        clock=clock,
        move=move,
        at=at,
        standstill=standstill,
    )


def _check_incidents(person_id: int, incidents: Sequence[Incident]) -> None:
    if not incidents:
        raise RefusedError(Objection("incidents", "Choose at least one violation."))
    refuse_what_may_not_be_held_against(person_id, incidents, level=REPORTED)


def _require_right(viewer: Viewer, proceeding: Proceeding, move: Move, state: State) -> None:
    if move in BY_SPECIALIST and state is State.WITH_SPECIALIST:
        viewer.require(Permission.VIOLATION_SPECIALIST)
        return
    viewer.require(RIGHT_FOR.get(move, Permission.VIOLATION_HEAR))
    is_own = viewer.user is not None and proceeding.recorded_by_id == viewer.user.pk
    if is_own and RIGHT_FOR.get(move) is Permission.VIOLATION_DECIDE:
        raise NotAllowedError(f"[{viewer}] may not decide the own report.")


def _check_law(proceeding: Proceeding, move: Move) -> None:
    """Hold back what the law holds back: a warrant, a revocation, a decision not written down."""
    if move is Move.DISPOSE and not proceeding.dispositions.filter(superseded_at=None).exists():
        raise RefusedError(Objection("", "Record what was decided."))
    if move not in {Move.REQUEST_WARRANT, Move.SUBMIT}:
        return
    report = standing_report(proceeding)
    facts = facts_of(proceeding.person_id, timezone.localdate())
    incidents = list(report.incidents.all())
    case = case_of(proceeding.person_id, facts.supervision.kind)
    verdicts = verdicts_on(incidents, case)
    is_technical = all(each.nature is Nature.TECHNICAL for each in verdicts.values())
    if move is Move.REQUEST_WARRANT or report.route == Route.WARRANT:
        _check_summons_first(proceeding, report, is_technical=is_technical)
    if report.asks_revocation:
        refusal = may_ask_revocation(facts, is_technical=is_technical, is_left_out=case.is_left_out)
        if refusal:
            raise RefusedError(Objection("", refusal))


def _check_summons_first(
    proceeding: Proceeding, report: ViolationReport, *, is_technical: bool
) -> None:
    was_summoned = proceeding.steps.filter(move=Move.SUMMON, superseded_at=None).exists()
    is_excepted = report.is_immediate_danger or report.left_treatment or was_summoned
    if proceeding.kind == "probation" and is_technical and not is_excepted:
        raise RefusedError(
            Objection(
                "",
                "MCL 771.4b and MCR 6.445: for a technical violation a summons comes first. A"
                " warrant needs immediate danger, leaving in-patient treatment or a summons that"
                " was ignored: state which in the report.",
            )
        )
