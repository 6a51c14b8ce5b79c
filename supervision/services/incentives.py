"""Giving incentives, and deciding about suggestions."""

from datetime import date
from uuid import UUID

from offenders.services.facts import add_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.response import Verdict
from supervision.models import Incentive, ResponseKind, SuggestionDecision
from supervision.rules.suggestions import Suggestion


def give_incentive(  # noqa: PLR0913  one keyword a column
    viewer: Viewer,
    person_id: int,
    *,
    kind_id: int,
    trigger: str,
    given_on: date,
    note: str = "",
    token: UUID | None = None,
) -> Incentive:
    """Record something given for what went well."""
    viewer.require(Permission.VIOLATION_REPORT)
    event = Event.INCENTIVE_GIVEN
    kind = ResponseKind.objects.filter(pk=kind_id, is_incentive=True).first()
    if kind is None:
        raise RefusedError(Objection("kind", "Choose an incentive from the list."))

    def write() -> Incentive:
        return add_fact(
            viewer,
            Incentive,
            person_id=person_id,
            event=event,
            kind=kind,
            trigger=trigger,
            given_on=given_on,
            note=note,
        )

    return once(token, event, Incentive, write)


def decide_suggestion(  # noqa: PLR0913  one keyword a fact
    viewer: Viewer,
    person_id: int,
    *,
    suggestion: Suggestion,
    on: date,
    verdict: str,
    explanation: str = "",
    token: UUID | None = None,
) -> SuggestionDecision:
    """Record what the agent makes of a suggestion; refused without a reason unless accepted."""
    viewer.require(Permission.VIOLATION_REPORT)
    if verdict != Verdict.ACCEPT and not explanation.strip():
        raise RefusedError(
            Objection("explanation", "Say why: it shows whether the rule is a good one.")
        )
    event = Event.SUGGESTION_DECIDED

    def write() -> SuggestionDecision:
        return add_fact(
            viewer,
            SuggestionDecision,
            person_id=person_id,
            event=event,
            rule=suggestion.rule,
            version=suggestion.version,
            suggested=suggestion.action[:300],
            facts=list(suggestion.facts),
            suggested_on=on,
            verdict=verdict,
            explanation=explanation,
        )

    return once(token, event, SuggestionDecision, write)
