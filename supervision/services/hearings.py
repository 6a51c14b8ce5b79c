"""What was found about each violation, what was decided, and its effect on the record."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from offenders.services.facts import add_fact, correct_fact, replace_fact, write_fact
from offenders.services.refusals import Objection, RefusedError, refused_by
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.incident import AllegationState
from supervision.choices.proceeding import FindingOutcome, Outcome
from supervision.models import Allegation, Finding, Incident, Proceeding, ViolationDisposition
from supervision.rules.person_facts import Kind
from supervision.rules.proceeding import Move, RefusedStepError, State, find
from supervision.selectors.standing_proceeding import read_standing
from supervision.services.proceeding_effects import put_violation_on_record
from supervision.services.proceedings import take_step

STATE_AFTER = {
    FindingOutcome.GUILTY_PLEA: AllegationState.ADMITTED,
    FindingOutcome.NO_CONTEST: AllegationState.PROVED,
    FindingOutcome.ADMITTED: AllegationState.ADMITTED,
    FindingOutcome.PROVED: AllegationState.PROVED,
    FindingOutcome.NOT_PROVED: AllegationState.NOT_PROVED,
    FindingOutcome.DISMISSED: AllegationState.WITHDRAWN,
}
SUSTAINED = frozenset(
    {
        FindingOutcome.GUILTY_PLEA,
        FindingOutcome.NO_CONTEST,
        FindingOutcome.ADMITTED,
        FindingOutcome.PROVED,
    }
)
WITHOUT_EFFECT = frozenset({Outcome.NO_CHANGE, Outcome.DISMISSED, Outcome.DEFERRED})
TWICE = {"proceeding_has_one_disposition": Objection("", "What was decided is recorded already.")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided, by whom and when."""

    outcome: str
    body: str
    decided_on: date
    jail_days: int = 0
    note: str = ""


@transaction.atomic
def record_finding(
    viewer: Viewer, proceeding: Proceeding, incident: Incident, *, outcome: str, on: date
) -> Finding:
    """Record what was found about one violation, and how far it is shown from then on."""
    viewer.require(Permission.VIOLATION_HEAR)
    try:
        find(read_standing(proceeding), incident.pk)
    except RefusedStepError as refusal:
        raise RefusedError(Objection("", str(refusal))) from refusal
    finding = _found(viewer, proceeding, incident, outcome, on)
    _restate(viewer, incident, FindingOutcome(outcome), on)
    record(
        Event.FINDING_RECORDED,
        actor=viewer.user,
        target=finding,
        person_id=proceeding.person_id,
    )
    return finding


@transaction.atomic
def record_disposition(
    viewer: Viewer, proceeding: Proceeding, decision: Decision
) -> ViolationDisposition:
    """Record what was decided; on parole a sustained violation goes on the record at once."""
    viewer.require(Permission.VIOLATION_HEAR)
    if read_standing(proceeding).state is not State.HEARD:
        raise RefusedError(Objection("", "Record that the hearing was held first."))
    with refused_by(TWICE):
        disposition = add_fact(
            viewer,
            ViolationDisposition,
            person_id=proceeding.person_id,
            event=Event.VIOLATION_DISPOSED,
            proceeding=proceeding,
            outcome=decision.outcome,
            body=decision.body,
            decided_on=decision.decided_on,
            jail_days=decision.jail_days,
            note=decision.note,
            violation=_effect(viewer, proceeding, Outcome(decision.outcome)),
        )
    take_step(viewer, proceeding, move=Move.DISPOSE)
    return disposition


def _found(
    viewer: Viewer, proceeding: Proceeding, incident: Incident, outcome: str, on: date
) -> Finding:
    standing = proceeding.findings.filter(incident=incident, superseded_at=None).first()
    event = Event.FINDING_RECORDED
    values: dict[str, object] = {"outcome": outcome, "found_on": on}
    if standing is not None:
        return replace_fact(
            viewer,
            standing,
            person_id=proceeding.person_id,
            reason="Found otherwise",
            event=event,
            **values,
        )
    return write_fact(
        viewer,
        Finding,
        person_id=proceeding.person_id,
        event=event,
        proceeding=proceeding,
        incident=incident,
        **values,
    )


def _restate(viewer: Viewer, incident: Incident, outcome: FindingOutcome, on: date) -> None:
    state = STATE_AFTER.get(outcome)
    standing = Allegation.objects.filter(incident=incident, superseded_at=None).first()
    if state is None or standing is None or standing.state == state:
        return
    correct_fact(
        viewer,
        standing,
        person_id=incident.person_id,
        reason=f"Hearing: {outcome.label}",
        event=Event.ALLEGATION_STATED,
        state=state,
        stated_on=on,
    )


def _effect(viewer: Viewer, proceeding: Proceeding, outcome: Outcome) -> object:
    found = proceeding.findings.filter(superseded_at=None).values_list("outcome", flat=True)
    is_sustained = any(each in SUSTAINED for each in found)
    if proceeding.kind != Kind.PAROLE or not is_sustained or outcome in WITHOUT_EFFECT:
        return None
    is_new_sentence = outcome is Outcome.RETURN_NEW_SENTENCE
    return put_violation_on_record(viewer, proceeding, is_new_sentence=is_new_sentence)
