"""What computations leave to a person to settle, as the viewer may see it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.fields import may_access, row_is_open
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from timecomp.law.settling import settled_by
from timecomp.models import ComputationException
from timecomp.selectors.step_inputs import TOLD_BY_RULE

# What is told in sentences names days of judgments, custody and parole among the computed ones.
MIXED_FACTS = (Category.LEGAL, Category.CUSTODY, Category.SUPERVISION)
WITHHELD = "This question rests on facts that your role does not include."


@dataclass(frozen=True, slots=True)
class OpenException:
    """One thing to settle: what the matter is, which rule asks, and what would settle it."""

    id: int
    sentence: str
    message: str
    rule: str
    opened_at: datetime
    settled_by: str


def sees_mixed_facts(reading: Reading) -> bool:
    """Say whether the viewer sees every kind of fact that such a sentence may name."""
    return all(reading.sees_category(category) for category in MIXED_FACTS)


def open_exceptions(reading: Reading, person_id: int) -> tuple[OpenException, ...]:
    """Return what is open for a person in reach, oldest first."""
    if not reading.sees(ComputationException, "message"):
        return ()
    found = in_scope(reading.viewer, _open(), person="person").filter(person_id=person_id)
    plain = sees_mixed_facts(reading)
    return tuple(_open_exception(reading, each, plain=plain) for each in found)


def _open_exception(reading: Reading, found: ComputationException, *, plain: bool) -> OpenException:
    told = row_is_open(reading.viewer, found)
    return OpenException(
        id=found.pk,
        sentence=found.sentence_label,
        message=found.message if plain and told else WITHHELD,
        rule=found.rule if told else "",
        opened_at=found.opened_at,
        settled_by=settled_by(found.rule) if plain and told else "",
    )


def exceptions_to_settle(viewer: Viewer, *, rule: str = "") -> QuerySet[ComputationException]:
    """Return what is open for everybody in reach, oldest first; of one rule if named."""
    if not may_access(viewer, ComputationException, "message"):
        return ComputationException.objects.none()
    found = in_scope(viewer, _open(), person="person").select_related("person")
    return found.filter(rule=rule).exclude(rule__in=untold_rules(viewer)) if rule else found


def untold_rules(viewer: Viewer) -> list[str]:
    """List the rules that the viewer may not choose by: whom they ask about would tell."""
    return [rule for rule, category in TOLD_BY_RULE.items() if not viewer.may_category(category)]


def _open() -> QuerySet[ComputationException]:
    return ComputationException.objects.filter(closed_at=None)
