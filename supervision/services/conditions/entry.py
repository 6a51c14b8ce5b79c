"""What an order says of a condition, and whether it can be recorded so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q
from django.utils import timezone

from offenders.models import CourtCase
from offenders.services.refusals import Objection
from supervision.choices.condition import Imposer, TemplateKind
from supervision.choices.period import SupervisionType
from supervision.models import ConditionTemplate, ConditionTerms, SupervisionPeriod
from supervision.rules.conditions.parameters import problems_with
from supervision.rules.conditions.reading import Answer

# The field of a form that holds a parameter's answer.
ANSWER = "answer_{}"
WHY_ASKED = (
    "Say which risk or need of this person it answers: the law asks that conditions be tailored "
    "(MCL 771.3(11), MCL 791.236)."
)
PAROLE = (SupervisionType.PAROLE, SupervisionType.COMPACT_PAROLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionEntry:
    """A condition as an order states it, with its answers by parameter."""

    imposed_by: str
    ordered_on: date
    ordered_for: date
    answers: Mapping[str, Answer] = field(default_factory=dict)
    case_id: int | None = None
    order_number: str = ""
    why_this_person: str = ""
    expires_on: date | None = None
    review_on: date | None = None


def objections_to(
    person_id: int, template: ConditionTemplate, entry: ConditionEntry
) -> Iterator[Objection]:
    """Yield what stands against recording the condition so, each with its field."""
    for problem in problems_with(template.asked, entry.answers):
        yield Objection(ANSWER.format(problem.name), problem.message)
    if template.needs_reason and not entry.why_this_person.strip():
        yield Objection("why_this_person", WHY_ASKED)
    yield from _day_objections(entry)
    yield from _case_objections(person_id, entry)


def _day_objections(entry: ConditionEntry) -> Iterator[Objection]:
    if entry.ordered_on > timezone.localdate():
        yield Objection("ordered_on", "An order still to be made cannot be recorded.")
    if entry.ordered_for < entry.ordered_on:
        yield Objection("ordered_for", "It cannot bind before the order was made.")
    if entry.expires_on is not None and entry.expires_on <= entry.ordered_for:
        yield Objection("expires_on", "It would end before it begins: give a later day.")
    if entry.review_on is not None and entry.review_on <= entry.ordered_on:
        yield Objection("review_on", "Give a day after the order.")


def _case_objections(person_id: int, entry: ConditionEntry) -> Iterator[Objection]:
    if entry.case_id is not None and not CourtCase.objects.filter(
        pk=entry.case_id, person_id=person_id
    ):
        yield Objection("case", "Choose a case of this person.")
    if entry.imposed_by == Imposer.COURT and entry.case_id is None and not entry.order_number:
        yield Objection("order_number", "Choose the case, or give the number of the court's order.")


def twice(person_id: int, template: ConditionTemplate) -> Iterator[Objection]:
    """Object to a condition of everybody's list that the person has already."""
    if template.kind == TemplateKind.SPECIAL:
        return
    standing = ConditionTerms.objects.filter(
        person_id=person_id,
        condition__template__code=template.code,
        superseded_at__isnull=True,
        ended_on__isnull=True,
    )
    if standing.exists():
        yield Objection("template", "The person has this condition: amend it instead.")


def asks_notice(person_id: int, entry: ConditionEntry) -> bool:
    """Say whether the order changes a parole that runs already, which binds only with notice."""
    if entry.imposed_by != Imposer.BOARD:
        return False
    paroles = SupervisionPeriod.objects.filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=entry.ordered_on),
        person_id=person_id,
        supervision_type__in=PAROLE,
        superseded_at__isnull=True,
        began_on__lt=entry.ordered_on,
    )
    return paroles.exists()
