"""What a person, or a caseload, is eligible for, as the viewer may see it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from supervision.choices.period import SupervisionType
from supervision.choices.recommendation import Opportunity, Outcome, RecommendationState
from supervision.models import Eligibility, Recommendation
from supervision.rules.eligibility.answer import Answer, Criterion
from supervision.rules.eligibility.catalogue import answers
from supervision.rules.eligibility.facts import EligibilityFacts, Term
from supervision.rules.standing import word_for
from supervision.selectors.caseload import supervised
from supervision.selectors.eligibility_facts import facts_of
from supervision.selectors.offense_lists import listings

C = Category
# Facts of other categories that criteria rest on; the rest is of supervision.
CATEGORY_OF = {
    "no_pending_charge": C.LEGAL,
    "not_registered": C.LEGAL,
    "no_life": C.LEGAL,
    "no_sex_offense": C.LEGAL,
    "may_go_lower": C.LEGAL,
    "no_protective_order": C.WARRANT,
    "no_detainer": C.WARRANT,
    "at_hand": C.WARRANT,
    "over_supervised": C.RISK,
    "not_high_high": C.RISK,
    "money_is_no_bar": C.FINANCIAL,
}
OFFENSE_PREFIXES = ("not_ed_", "not_trs_", "not_downgrade_")
CLOSED = (
    RecommendationState.DENIED,
    RecommendationState.WITHDRAWN,
    RecommendationState.COMPLETED,
)


@dataclass(frozen=True, slots=True)
class CriterionShown:
    """One criterion as the page shows it."""

    key: str
    heading: str
    asks: str
    met: bool
    fact: str
    keeper: str
    possible_on: date | None
    citation: str
    standing: str


@dataclass(frozen=True, slots=True)
class AnswerShown:
    """One opportunity: what it comes to, and every criterion whose fact the viewer may see."""

    opportunity: str
    label: str
    supervision_type: str
    outcome: str
    outcome_label: str
    criteria: tuple[CriterionShown, ...]
    # Criteria that rest on what the viewer may not see: whether they are met tells of it.
    withheld: int
    missing: CriterionShown | None
    notes: tuple[str, ...]
    since: date | None
    snooze: object | None
    ends_on: date | None

    @property
    def met(self) -> int:
        """Return how many criteria are met."""
        return sum(each.met for each in self.criteria)

    @property
    def is_open(self) -> bool:
        """Say whether it may be taken up."""
        return self.outcome != Outcome.NOT


def opportunities_of(reading: Reading, person_id: int, *, today: date) -> list[AnswerShown]:
    """Return every opportunity of the person's running terms, computed from today's record."""
    if not reading.sees(Eligibility, "outcome"):
        return []
    stored = {
        (row.supervision_type, row.opportunity): row
        for row in Eligibility.objects.filter(person=person_id).select_related("snooze")
    }
    found = list(_shown(reading, person_id, stored, today))
    order = list(Outcome.values)
    return sorted(found, key=lambda each: order.index(each.outcome))


def opportunity_of(
    reading: Reading, person_id: int, opportunity: str, supervision_type: str, *, today: date
) -> AnswerShown | None:
    """Return one opportunity of a person, or nothing where it is none of his."""
    for each in opportunities_of(reading, person_id, today=today):
        if (each.opportunity, each.supervision_type) == (opportunity, supervision_type):
            return each
    return None


def eligible_list(
    viewer: Viewer, *, outcome: str, opportunity: str = "", with_snoozed: bool = False
) -> QuerySet[Eligibility]:
    """Return who of the viewer's people is eligible, or almost; longest first."""
    asked = Recommendation.objects.filter(
        person=OuterRef("person"),
        supervision_type=OuterRef("supervision_type"),
        opportunity=OuterRef("opportunity"),
    ).exclude(state__in=CLOSED)
    rows = (
        in_scope(viewer, Eligibility.objects.all(), person="person")
        .filter(~Exists(asked), person__in=supervised(viewer).values("pk"), outcome=outcome)
        .select_related("person", "person__agent", "snooze")
    )
    if opportunity in Opportunity.values:
        rows = rows.filter(opportunity=opportunity)
    if not with_snoozed:
        rows = rows.filter(snooze=None)
    first = "eligible_since" if outcome == Outcome.ELIGIBLE else "possible_on"
    return rows.order_by(first, "person__last_name", "pk")


def _shown(
    reading: Reading,
    person_id: int,
    stored: dict[tuple[str, str], Eligibility],
    today: date,
) -> Iterator[AnswerShown]:
    lists = listings()
    for facts in facts_of(person_id, today):
        if facts.term is Term.HYTA and not reading.viewer.may_category(C.YOUTHFUL):
            continue
        for answer in answers(facts, lists):
            row = stored.get((facts.term.value, answer.opportunity))
            yield _answer_shown(reading, facts, answer, row)


def _answer_shown(
    reading: Reading, facts: EligibilityFacts, answer: Answer, row: Eligibility | None
) -> AnswerShown:
    shown = [each for each in answer.criteria if sees_criterion(reading, each.key)]
    missing = answer.missing if answer.missing in shown else None
    return AnswerShown(
        opportunity=answer.opportunity,
        label=Opportunity(answer.opportunity).label,
        supervision_type=SupervisionType(facts.term.value).value,
        outcome=answer.outcome.value,
        outcome_label=Outcome(answer.outcome.value).label,
        criteria=tuple(map(_criterion_shown, shown)),
        withheld=len(answer.criteria) - len(shown),
        missing=_criterion_shown(missing) if missing else None,
        notes=answer.notes,
        since=row.eligible_since if row else None,
        snooze=reading.masked(row.snooze) if row and row.snooze else None,
        ends_on=facts.ends_on,
    )


def _criterion_shown(criterion: Criterion) -> CriterionShown:
    return CriterionShown(
        key=criterion.key,
        heading=criterion.heading.value,
        asks=criterion.asks,
        met=criterion.met,
        fact=criterion.fact,
        keeper=criterion.keeper.value,
        possible_on=criterion.possible_on if not criterion.met else None,
        citation=criterion.citation,
        standing=word_for(criterion.standing) if criterion.standing.awaits_counsel else "",
    )


def sees_criterion(reading: Reading, key: str) -> bool:
    """Say whether the viewer may know the fact that a criterion rests on."""
    return reading.sees_category(category_of_criterion(key))


def category_of_criterion(key: str) -> Category:
    """Return the category of the fact that a criterion rests on."""
    if key.startswith(OFFENSE_PREFIXES):
        return C.LEGAL
    return CATEGORY_OF.get(key, C.SUPERVISION)
