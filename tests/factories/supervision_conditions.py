"""Conditions of supervision as tests need them."""

from datetime import date

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import viewer_for
from supervision.choices.condition import Imposer
from supervision.choices.period import SupervisionType
from supervision.models import ConditionTemplate, ConditionTerms, SupervisionPeriod
from supervision.rules.conditions.reading import Answer
from supervision.services.conditions.entry import ConditionEntry
from supervision.services.conditions.imposing import impose_condition

ORDERED = date(2026, 1, 5)


def template(code: str) -> ConditionTemplate:
    """Return a template of the catalogue that comes with the system."""
    return ConditionTemplate.objects.get(code=code)


def entry(**values: object) -> ConditionEntry:
    """Return an order of a court of January 5 with the values that the test names."""
    given: dict[str, object] = {
        "imposed_by": Imposer.COURT,
        "ordered_on": ORDERED,
        "ordered_for": ORDERED,
        "order_number": "24-1234-FH",
        "why_this_person": "Drank before the offense",
    }
    return ConditionEntry(**{**given, **values})  # type: ignore[arg-type]  # as the test names


def impose(
    by: User,
    person: Person,
    code: str,
    *,
    answers: dict[str, Answer] | None = None,
    **order: object,
) -> ConditionTerms:
    """Impose a condition of the catalogue."""
    return impose_condition(
        viewer_for(by), person.pk, template(code), entry(answers=answers or {}, **order)
    )


def on_parole(person: Person, began_on: date = date(2025, 6, 1)) -> SupervisionPeriod:
    """Put the person on parole."""
    return SupervisionPeriod.objects.create(
        person=person, supervision_type=SupervisionType.PAROLE, began_on=began_on
    )
