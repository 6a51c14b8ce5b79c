"""Answering violations within the grid and the caps, and what becomes of an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from offenders.services.facts import add_fact, write_fact
from offenders.services.refusals import Objection, RefusedError, refused_by
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.response import Deviation, ResponseMove
from supervision.models import Incident, Response, ResponseKind, ResponseStep
from supervision.rules.confinement import Asked, Limit, limit_for
from supervision.rules.grid import CONFINEMENT_LEVEL
from supervision.rules.technical import Case, Nature
from supervision.selectors.grid import Presumed, presumed_for
from supervision.selectors.person_facts import facts_of
from supervision.selectors.technical import case_of, verdicts_on
from supervision.services.sanctionable import refuse_what_may_not_be_held_against

TWICE = {
    "response_step_once": Objection("", "That step was taken already: open the page again."),
}
# Which step of an answer may follow which; nothing follows the last ones.
FOLLOWS = {
    ResponseMove.APPROVED: frozenset({""}),
    ResponseMove.REFUSED: frozenset({""}),
    ResponseMove.NOTIFIED: frozenset({"", ResponseMove.APPROVED}),
    ResponseMove.ACKNOWLEDGED: frozenset({"", ResponseMove.APPROVED, ResponseMove.NOTIFIED}),
    ResponseMove.COMPLETED: frozenset(
        {"", ResponseMove.APPROVED, ResponseMove.NOTIFIED, ResponseMove.ACKNOWLEDGED}
    ),
    ResponseMove.FAILED: frozenset(
        {"", ResponseMove.APPROVED, ResponseMove.NOTIFIED, ResponseMove.ACKNOWLEDGED}
    ),
    ResponseMove.WITHDRAWN: frozenset(
        {"", ResponseMove.APPROVED, ResponseMove.NOTIFIED, ResponseMove.ACKNOWLEDGED}
    ),
}
DECIDED_BY_SUPERVISOR = frozenset({ResponseMove.APPROVED, ResponseMove.REFUSED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the agent chooses, and why where it differs from the grid."""

    kind_id: int
    effective_on: date
    until: date | None = None
    jail_days: int = 0
    deviation_reason: str = ""
    explanation: str = ""
    awaits_treatment: bool = False


@dataclass(frozen=True, slots=True)
class _Weighed:
    kind: ResponseKind
    presumed: Presumed
    limit: Limit
    is_technical: bool

    @property
    def deviation(self) -> Deviation:
        if self.kind.level == self.presumed.level:
            return Deviation.NONE
        return Deviation.UP if self.kind.level > self.presumed.level else Deviation.DOWN


def propose_response(
    viewer: Viewer,
    person_id: int,
    *,
    incidents: Sequence[Incident],
    answer: Answer,
    token: UUID | None = None,
) -> Response:
    """Record an answer; it waits for a supervisor where it deviates from the grid or confines.

    Raises ``RefusedError`` with the words of the law where it confines for longer than that
    allows, and where a violation may not be held against the person.
    """
    viewer.require(Permission.VIOLATION_REPORT)
    weighed = _weigh(person_id, incidents, answer)
    refuse_what_may_not_be_held_against(person_id, incidents, level=weighed.kind.level)
    _check(weighed, answer)

    @transaction.atomic
    def write() -> Response:
        response = _write(viewer, person_id, weighed, answer, incidents)
        response.incidents.set(incidents)
        record(Event.RESPONSE_PROPOSED, actor=viewer.user, target=response, person_id=person_id)
        return response

    return once(token, Event.RESPONSE_PROPOSED, Response, write)


def step_response(
    viewer: Viewer,
    response: Response,
    *,
    move: ResponseMove,
    on: date | None = None,
    note: str = "",
) -> ResponseStep:
    """Take an answer a step further; a supervisor other than its author approves or refuses."""
    _require_right(viewer, response, move)
    _check_order(response, move)
    if move is ResponseMove.REFUSED and not note.strip():
        raise RefusedError(Objection("note", "Say why, so that the agent can answer otherwise."))
    with refused_by(TWICE):
        return add_fact(
            viewer,
            ResponseStep,
            person_id=response.person_id,
            event=Event.RESPONSE_STEPPED,
            response=response,
            move=move,
            on=on or timezone.localdate(),
            note=note,
        )


def _require_right(viewer: Viewer, response: Response, move: ResponseMove) -> None:
    if move not in DECIDED_BY_SUPERVISOR:
        viewer.require(Permission.VIOLATION_REPORT)
        return
    viewer.require(Permission.VIOLATION_DECIDE)
    if viewer.user is not None and response.recorded_by_id == viewer.user.pk:
        raise NotAllowedError(f"[{viewer}] may not approve the own answer.")


def _check_order(response: Response, move: ResponseMove) -> None:
    taken = list(response.steps.filter(superseded_at=None).values_list("move", flat=True))
    last = taken[-1] if taken else ""
    waits = response.needs_approval and not taken
    is_decision = move in DECIDED_BY_SUPERVISOR
    if is_decision and not response.needs_approval:
        raise RefusedError(Objection("", "This answer needs no approval."))
    if waits and not is_decision and move is not ResponseMove.WITHDRAWN:
        raise RefusedError(Objection("", "A supervisor has to approve this answer first."))
    if last not in FOLLOWS[move]:
        raise RefusedError(
            Objection("", f"[{move.label}] cannot follow [{last}]: open the page again.")
        )


def _weigh(person_id: int, incidents: Sequence[Incident], answer: Answer) -> _Weighed:
    kind = ResponseKind.objects.filter(pk=answer.kind_id, is_incentive=False).first()
    if kind is None:
        raise RefusedError(Objection("kind", "Choose an answer from the list."))
    facts = facts_of(person_id, answer.effective_on)
    presumed = presumed_for(incidents, level=facts.supervision.level, day=answer.effective_on)
    if presumed is None:
        raise RefusedError(Objection("incidents", "Choose at least one violation."))
    case = case_of(person_id, facts.supervision.kind)
    is_technical = _is_technical(case, incidents)
    asked = Asked(
        answer.jail_days,
        is_technical,
        awaits_treatment=answer.awaits_treatment,
        is_left_out=case.is_left_out,
        is_swift_and_sure=case.is_swift_and_sure,
    )
    return _Weighed(kind, presumed, limit_for(facts, asked), is_technical)


def _is_technical(case: Case, incidents: Sequence[Incident]) -> bool:
    verdicts = verdicts_on(incidents, case)
    return all(each.nature is Nature.TECHNICAL for each in verdicts.values())


def _check(weighed: _Weighed, answer: Answer) -> None:
    if weighed.kind.is_confinement and answer.jail_days < 1:
        raise RefusedError(Objection("jail_days", "Say for how many days."))
    if answer.jail_days and not weighed.kind.is_confinement:
        raise RefusedError(Objection("jail_days", "This answer does not confine: leave it empty."))
    most = weighed.kind.most_days
    if weighed.kind.is_confinement and most is not None and answer.jail_days > most:
        raise RefusedError(Objection("jail_days", f"[{weighed.kind}] is for {most} days at most."))
    if not weighed.limit.allows(answer.jail_days):
        raise RefusedError(Objection("jail_days", weighed.limit.text))
    if weighed.deviation is not Deviation.NONE and not answer.deviation_reason:
        raise RefusedError(
            Objection(
                "deviation_reason",
                f"The grid presumes level {weighed.presumed.level}; you chose level"
                f" {weighed.kind.level}. Say why.",
            )
        )


def _write(
    viewer: Viewer,
    person_id: int,
    weighed: _Weighed,
    answer: Answer,
    incidents: Sequence[Incident],
) -> Response:
    deviation = weighed.deviation
    confines = weighed.kind.level == CONFINEMENT_LEVEL or weighed.kind.is_confinement
    return write_fact(
        viewer,
        Response,
        person_id=person_id,
        event=Event.RESPONSE_PROPOSED,
        period=incidents[0].period,
        kind=weighed.kind,
        cell=weighed.presumed.cell,
        presumed_level=weighed.presumed.level,
        chosen_level=weighed.kind.level,
        deviation=deviation,
        deviation_reason=answer.deviation_reason if deviation is not Deviation.NONE else "",
        explanation=answer.explanation,
        jail_days=answer.jail_days,
        awaits_treatment=answer.awaits_treatment,
        counts_as_technical=weighed.is_technical and weighed.kind.is_confinement,
        needs_approval=confines or deviation is not Deviation.NONE,
        effective_on=answer.effective_on,
        until=answer.until,
    )
