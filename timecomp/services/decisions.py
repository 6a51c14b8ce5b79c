"""Deciding what a computation leaves to a clerk, and taking a decision back."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from offenders.models import Sentence
from offenders.services.facts import add_fact, correct_fact
from offenders.services.refusals import Objection, RefusedError, refused_by
from offenders.services.submissions import once
from ots.access.fields import row_is_open
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from timecomp.choices import DecisionKind
from timecomp.law.case_decisions import dates_of
from timecomp.models import ClerkDecision, ComputationException
from timecomp.selectors.computed import computed_date, effective_date, standing_row

REFUSALS = {
    "question_is_decided_once": Objection(
        "question", "Somebody else decided this question just now. Open the dates again."
    ),
    "date_is_overridden_once": Objection(
        "date_name", "Somebody else overrode this date just now. Open the dates again."
    ),
    "decision_ends_after_it_was_made": Objection("until", "The last day cannot be before today."),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideEntry:
    """Another date than the computed one; ``value`` empty says that there is none."""

    date_name: str
    value: date | None
    authority: str
    reason: str
    sentence_label: str = ""
    until: date | None = None
    question_id: int | None = None


def let_stand(
    viewer: Viewer,
    question_id: int,
    *,
    reason: str,
    until: date | None = None,
    token: UUID | None = None,
) -> ClerkDecision:
    """Decide that the computation stands as it is; the question is settled while it is the same."""
    viewer.require(Permission.COMPUTATION_SETTLE)

    def write() -> ClerkDecision:
        question = _open_question(viewer, question_id)
        return _decide(
            viewer,
            question.person_id,
            reason=reason,
            values={
                **_what_stands_empty(),
                **_question(question),
                "kind": DecisionKind.STANDS,
                "until": until,
            },
        )

    return once(token, Event.DECISION_RECORDED, ClerkDecision, write)


def override_date(
    viewer: Viewer, person_id: int, *, entry: OverrideEntry, token: UUID | None = None
) -> ClerkDecision:
    """Put another date beside the computed one; it settles the question it is made on, if any."""
    viewer.require(Permission.COMPUTATION_SETTLE)

    def write() -> ClerkDecision:
        system_value = _check(person_id, entry)
        question = {}
        if entry.question_id is not None:
            found = _open_question(viewer, entry.question_id, person_id=person_id)
            question = {"rule": found.rule, "message": found.message}
        return _decide(
            viewer,
            person_id,
            reason=entry.reason,
            values={
                **_what_stands_empty(),
                **question,
                "kind": DecisionKind.OVERRIDE,
                "sentence_label": entry.sentence_label,
                "date_name": entry.date_name,
                "value": entry.value,
                "system_value": system_value,
                "authority": entry.authority.strip(),
                "until": entry.until,
            },
        )

    return once(token, Event.DECISION_RECORDED, ClerkDecision, write)


def withdraw_decision(viewer: Viewer, decision_id: int, *, reason: str) -> ClerkDecision:
    """Take a decision back; the computed date returns and the question is open again."""
    viewer.require(Permission.COMPUTATION_SETTLE)
    decisions = in_scope(viewer, ClerkDecision.objects.all(), person="person")
    old = decisions.get(pk=decision_id)
    if not row_is_open(viewer, old):
        raise NotAllowedError(f"[{viewer}] may not know what [{old}] rests on.")
    return _withdraw(viewer, old, reason=reason)


def _withdraw(viewer: Viewer, old: ClerkDecision, *, reason: str) -> ClerkDecision:
    return correct_fact(
        viewer,
        old,
        person_id=old.person_id,
        reason=_said(reason),
        event=Event.DECISION_WITHDRAWN,
        kind=DecisionKind.WITHDRAWN,
        decided_on=timezone.localdate(),
        until=None,
    )


def _decide(
    viewer: Viewer, person_id: int, *, reason: str, values: dict[str, object]
) -> ClerkDecision:
    """Record the decision in place of what was decided on the same question or date before."""
    reason = _said(reason)
    with transaction.atomic(), refused_by(REFUSALS):
        before = list(_in_the_way(person_id, values))
        for old in before[1:]:
            _withdraw(viewer, old, reason=reason)
        values = {**values, "decided_on": timezone.localdate()}
        event = Event.DECISION_RECORDED
        if before:
            return correct_fact(
                viewer, before[0], person_id=person_id, reason=reason, event=event, **values
            )
        return add_fact(
            viewer, ClerkDecision, person_id=person_id, event=event, reason=reason, **values
        )


def _in_the_way(person_id: int, values: dict[str, object]) -> QuerySet[ClerkDecision]:
    holds = ClerkDecision.objects.filter(person_id=person_id, superseded_at=None)
    same = Q()
    if values["rule"]:
        same |= Q(**{name: values[name] for name in ("rule", "sentence_label", "message")})
    if values["date_name"]:
        same |= Q(**{name: values[name] for name in ("sentence_label", "date_name")})
    return holds.exclude(kind=DecisionKind.WITHDRAWN).filter(same).order_by("pk")


def _open_question(
    viewer: Viewer, question_id: int, *, person_id: int | None = None
) -> ComputationException:
    """The question, locked: of two clerks who decide it at once the second is told."""
    asked = in_scope(viewer, ComputationException.objects.all(), person="person")
    whose = {} if person_id is None else {"person_id": person_id}
    question = asked.select_for_update(of=("self",)).filter(pk=question_id, **whose).first()
    if question is None or not row_is_open(viewer, question):
        raise NotAllowedError(f"Question [{question_id}] is not in the reach of [{viewer}].")
    if question.closed_at is not None:
        message = "This question was settled meanwhile. Open the dates again."
        raise RefusedError(Objection("question", message))
    return question


def _question(question: ComputationException) -> dict[str, object]:
    return {
        "rule": question.rule,
        "sentence_label": question.sentence_label,
        "message": question.message,
    }


def _what_stands_empty() -> dict[str, object]:
    empty: dict[str, object] = dict.fromkeys(
        ("rule", "sentence_label", "message", "date_name", "authority"), ""
    )
    return {**empty, "value": None, "system_value": None}


def _check(person_id: int, entry: OverrideEntry) -> date | None:
    """Refuse a date that is none; returns what is computed for it."""
    if entry.date_name not in dates_of(entry.sentence_label or None):
        raise RefusedError(Objection("date_name", "Choose one of the dates listed."))
    labels = Sentence.objects.filter(person_id=person_id).values_list("label", flat=True)
    if entry.sentence_label and entry.sentence_label not in labels:
        raise RefusedError(Objection("date_name", "This person has no such sentence."))
    if not entry.authority.strip():
        raise RefusedError(Objection("authority", "Name the document that allows it."))
    computation = standing_row(person_id)
    if computation is None:
        raise RefusedError(Objection("date_name", "Nothing is computed for this person yet."))
    after = effective_date(computation, "", "maximum_discharge_date")
    if entry.date_name == "earliest_release_date" and entry.value and after:
        _refuse_after(entry.value, after)
    return computed_date(computation, entry.sentence_label, entry.date_name)


def _refuse_after(release: date, discharge: date) -> None:
    if release > discharge:
        message = f"Release cannot be after the maximum discharge date, {discharge:%B %d, %Y}."
        raise RefusedError(Objection("value", message))


def _said(reason: str) -> str:
    if not reason.strip():
        raise RefusedError(Objection("reason", "Say why, so that others can follow it later."))
    return reason.strip()
