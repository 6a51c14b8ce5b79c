"""Standards, levels and what is due, as a test names them."""

from datetime import date

from offenders.models import Person
from supervision.models import ContactStandard, LevelPeriod, Obligation, SupervisionPeriod

SINCE = date(2026, 1, 1)


def only_standard(**values: object) -> ContactStandard:
    """Put every other standard out of force and make this one."""
    ContactStandard.objects.update(is_active=False)
    return add_standard(**values)


def add_standard(**values: object) -> ContactStandard:
    """Make one standard: one contact in 30 days, rolling, unless told otherwise."""
    given: dict[str, object] = {
        "rule_set": "michigan",
        "title": "Contact: one in 30 days",
        "kind": "contact",
        "accepts": ["home_visit"],
        "cadence": "rolling",
        "per": 30,
        "unit": "day",
        "since": date(2026, 1, 2),
        "citation": "Policy 7.1",
        "standing": "recalled",
    }
    return ContactStandard.objects.create(**{**given, **values})


def supervise(
    person: Person,
    *,
    began_on: date = SINCE,
    kind: str = "parole",
    level: str = "medium",
    ended_on: date | None = None,
) -> SupervisionPeriod:
    """Put the person under supervision at a level."""
    LevelPeriod.objects.create(person=person, level=level, began_on=began_on)
    return SupervisionPeriod.objects.create(
        person=person, supervision_type=kind, began_on=began_on, ended_on=ended_on
    )


def live(person: Person) -> list[tuple[str, date]]:
    """Return what is live of a person: kind and day."""
    rows = Obligation.objects.filter(person=person, closed_on=None)
    return [(row.kind, row.due_on) for row in rows.order_by("due_on", "kind")]
