"""What the rules suggest about a person, what was made of it, and the escalation index."""

from dataclasses import dataclass
from datetime import date

from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.models import Incentive, SuggestionDecision
from supervision.rules.escalation import Escalation, escalation_of
from supervision.rules.grid import LEVELS
from supervision.rules.suggestions import VERSION, Suggestion, suggestions_for
from supervision.selectors.answers import Others, others_in_cell
from supervision.selectors.grid import Presumed, presumed_for
from supervision.selectors.person_facts import facts_of
from supervision.selectors.violations import newest_held_against

DECIDED_SHOWN = 10
INCENTIVES_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is suggested now and not decided, and what was decided of late."""

    open: tuple[Suggestion, ...]
    decided: tuple[SuggestionDecision, ...]
    code: str = ""
    presumed: Presumed | None = None
    others: Others | None = None
    version: str = VERSION

    @property
    def presumed_words(self) -> str:
        """Return the presumed level in words."""
        return LEVELS[self.presumed.level] if self.presumed else ""


def suggestions_of(reading: Reading, person_id: int, *, today: date) -> Suggestions:
    """Return the suggestions; one decided on the same facts is not made again."""
    if not reading.sees(SuggestionDecision, "rule"):
        return Suggestions((), ())
    rows = in_scope(reading.viewer, SuggestionDecision.objects.all(), person="person")
    decided = tuple(rows.filter(person_id=person_id, superseded_at=None)[:DECIDED_SHOWN])
    known = {(each.rule, tuple(each.facts)) for each in decided}
    facts = facts_of(person_id, today)
    newest = newest_held_against(reading, person_id)
    presumed = presumed_for(newest, level=facts.supervision.level, day=today)
    return Suggestions(
        open=tuple(each for each in suggestions_for(facts) if (each.rule, each.facts) not in known),
        decided=decided,
        code=str(newest[0].code) if newest else "",
        presumed=presumed,
        others=others_in_cell(presumed.cell if presumed else None, today=today),
    )


def suggestion_named(person_id: int, rule: str, *, today: date) -> Suggestion | None:
    """Return what a rule suggests today, if it does."""
    found = suggestions_for(facts_of(person_id, today))
    return next((each for each in found if each.rule == rule), None)


def escalation_for(reading: Reading, person_id: int, *, today: date) -> Escalation | None:
    """Return the index with every term; nothing for who may not see violations."""
    if not reading.sees(SuggestionDecision, "rule"):
        return None
    return escalation_of(facts_of(person_id, today))


def incentives_of(reading: Reading, person_id: int) -> list[object]:
    """List the newest incentives as the viewer may see them."""
    rows = in_scope(reading.viewer, Incentive.objects.all(), person="person")
    shown = rows.filter(person_id=person_id, superseded_at=None).select_related("kind")
    return [reading.masked(row) for row in shown[:INCENTIVES_SHOWN]]
