"""Recommendations: prepared, decided, and carried out; and opportunities put off."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from offenders.services.facts import check_person
from offenders.services.refusals import Objection, RefusedError, refused_by
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.recommendation import Body, RecommendationKind
from supervision.models import Eligibility, Recommendation, RecommendationMove
from supervision.rules import recommending
from supervision.rules.eligibility.catalogue import answers
from supervision.rules.eligibility.facts import EligibilityFacts
from supervision.rules.recommending import State, Step
from supervision.selectors.eligibility_facts import facts_of
from supervision.selectors.offense_lists import listings
from supervision.services import carrying_out
from supervision.services.eligibility import refresh_people
from supervision.services.victim_notices import make_notices_due, unmet_before_carrying_out

REFUSALS = {
    "one_open_recommendation_of_a_kind": Objection(
        "", "A recommendation of this kind is open already: follow that one up, or withdraw it."
    ),
}
# What a victim is told of when it is asked for, and what before it is carried out.
TOLD_WHEN_SENT = {
    RecommendationKind.EARLY_DISCHARGE: "early_discharge",
    RecommendationKind.MODIFIED_CONDITIONS: "modification",
    RecommendationKind.DISCHARGE: "supervision_ends",
}
NEEDS = {
    Step.SUBMIT: Permission.RECOMMENDATION_PREPARE,
    Step.WITHDRAW: Permission.RECOMMENDATION_PREPARE,
    Step.RETURN: Permission.RECOMMENDATION_DECIDE,
    Step.APPROVE: Permission.RECOMMENDATION_DECIDE,
    Step.REFUSE: Permission.RECOMMENDATION_DECIDE,
    Step.SEND: Permission.RECOMMENDATION_DECIDE,
    Step.COMPLETE: Permission.RECOMMENDATION_DECIDE,
    Step.GRANT: Permission.RECOMMENDATION_RULE,
    Step.DENY: Permission.RECOMMENDATION_RULE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What an officer asks for, and why."""

    kind: str
    supervision_type: str
    body: str
    why: str
    opportunity: str = ""
    level: str = ""
    ends_after: date | None = None
    changes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A step with what it says."""

    step: str
    reason: str = ""
    decided_by: str = ""
    decided_on: date | None = None


def prepare(
    viewer: Viewer, person_id: int, proposal: Proposal, *, token: UUID | None = None
) -> Recommendation:
    """Record a recommendation and send it to the supervisor.

    Raises ``RefusedError`` where one of the kind is open, or what it asks for is not said.
    """
    viewer.require(Permission.RECOMMENDATION_PREPARE)
    check_person(viewer, person_id)
    facts = _term_facts(person_id, proposal.supervision_type)
    _refuse_incomplete(proposal, facts)

    def write() -> Recommendation:
        refresh_people([person_id], timezone.localdate())
        with refused_by(REFUSALS):
            made = _created(person_id, proposal, facts)
        _note(viewer, made, Move(step=Step.SUBMIT))
        return made

    return once(token, Event.RECOMMENDATION_MOVED, Recommendation, write)


@transaction.atomic
def move_on(viewer: Viewer, recommendation_id: int, move: Move) -> Recommendation:
    """Take a recommendation one step on.

    Raises ``RefusedError`` where the step cannot follow, lacks its reason or ruling, is a decision
    on the viewer's own recommendation, or where a victim has still to be told.
    """
    step = Step(move.step)
    viewer.require(NEEDS[step])
    row = Recommendation.objects.select_for_update().get(pk=recommendation_id)
    check_person(viewer, row.person_id)
    _refuse_bare(move)
    _refuse_own(viewer, row, step)
    row.state = _state_after(row, step)
    if step is Step.SEND or (step is Step.APPROVE and row.body == Body.SUPERVISOR):
        _tell_victims(row)
    if row.state in (State.GRANTED, State.DENIED) and row.decided_on is None:
        row.decided_on = move.decided_on or timezone.localdate()
    if step is Step.COMPLETE:
        _complete(viewer, row)
    row.save()
    _note(viewer, row, move)
    return row


def _term_facts(person_id: int, supervision_type: str) -> EligibilityFacts:
    """Return what the record says today of the term that the recommendation is about."""
    for facts in facts_of(person_id, timezone.localdate()):
        if facts.term.value == supervision_type:
            return facts
    raise RefusedError(Objection("supervision_type", "This term of supervision does not run."))


def _kept(facts: EligibilityFacts, opportunity: str) -> list[dict[str, object]]:
    """Return the criteria as they stood, to be kept with the recommendation."""
    return [
        {
            "key": each.key,
            "asks": each.asks,
            "fact": each.fact,
            "met": each.met,
            "citation": each.citation,
        }
        for answer in answers(facts, listings())
        if answer.opportunity == opportunity
        for each in answer.criteria
    ]


def _created(person_id: int, proposal: Proposal, facts: EligibilityFacts) -> Recommendation:
    stored = Eligibility.objects.filter(
        person=person_id,
        supervision_type=proposal.supervision_type,
        opportunity=proposal.opportunity,
    ).first()
    return Recommendation.objects.create(
        person_id=person_id,
        kind=proposal.kind,
        supervision_type=proposal.supervision_type,
        opportunity=proposal.opportunity,
        body=proposal.body,
        state=State.SUBMITTED,
        eligible_since=stored.eligible_since if stored else None,
        prepared_on=timezone.localdate(),
        why=proposal.why,
        level=proposal.level,
        ends_before=facts.ends_on,
        ends_after=proposal.ends_after,
        changes=proposal.changes,
        facts=_kept(facts, proposal.opportunity),
    )


def _refuse_incomplete(proposal: Proposal, facts: EligibilityFacts) -> None:
    kind = proposal.kind
    if kind == RecommendationKind.DOWNGRADE and not proposal.level:
        raise RefusedError(Objection("level", "Choose the level that you recommend."))
    if kind == RecommendationKind.MODIFIED_CONDITIONS and not proposal.changes.strip():
        raise RefusedError(Objection("changes", "Say which conditions are to change, and how."))
    if kind == RecommendationKind.EXTENSION:
        carrying_out.refuse_long_extension(facts.ends_on, proposal.ends_after)


def _refuse_bare(move: Move) -> None:
    step = Step(move.step)
    if step in recommending.ASKS_REASON and not move.reason.strip():
        raise RefusedError(Objection("reason", "Say why."))
    if step in recommending.ASKS_RULING and not move.decided_by.strip():
        raise RefusedError(Objection("decided_by", "Name the judge or the panel."))
    if step in recommending.ASKS_RULING and move.decided_on is None:
        raise RefusedError(Objection("decided_on", "Give the day of the decision."))


def _refuse_own(viewer: Viewer, row: Recommendation, step: Step) -> None:
    if step not in (Step.APPROVE, Step.REFUSE) or viewer.user is None:
        return
    first = row.moves.order_by("pk").first()
    if first is not None and first.made_by_id == viewer.user.pk:
        raise RefusedError(Objection("step", "Another supervisor decides on what you prepared."))


def _state_after(row: Recommendation, step: Step) -> State:
    try:
        return recommending.after(State(row.state), step, body=recommending.Body(row.body))
    except recommending.StepError as error:
        message = "Somebody else moved it on meanwhile, or it is not so far: open it again."
        raise RefusedError(Objection("step", message)) from error


def _tell_victims(row: Recommendation) -> None:
    trigger = TOLD_WHEN_SENT.get(RecommendationKind(row.kind))
    if trigger:
        make_notices_due(row.person_id, trigger, on=timezone.localdate())


def _complete(viewer: Viewer, row: Recommendation) -> None:
    waiting = unmet_before_carrying_out(row.person_id)
    if waiting:
        raise RefusedError(
            Objection("step", f"{waiting} victim notices are not settled: victim services first.")
        )
    carrying_out.carry_out(viewer, row)
    row.completed_on = timezone.localdate()
    record(
        Event.RECOMMENDATION_CARRIED_OUT,
        actor=viewer.user,
        target=row,
        person_id=row.person_id,
        details={"kind": row.kind},
    )
    transaction.on_commit(lambda: refresh_people([row.person_id], timezone.localdate()))


def _note(viewer: Viewer, row: Recommendation, move: Move) -> None:
    RecommendationMove.objects.create(
        recommendation=row,
        step=move.step,
        made_by=viewer.user,
        reason=move.reason,
        decided_by=move.decided_by,
        decided_on=move.decided_on,
    )
    record(
        Event.RECOMMENDATION_MOVED,
        actor=viewer.user,
        target=row,
        person_id=row.person_id,
        details={"step": move.step, "state": str(row.state)},
    )
