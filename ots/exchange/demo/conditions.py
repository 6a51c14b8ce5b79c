"""Conditions of the people whom the demonstration's parole agent supervises."""

from datetime import date, timedelta

from django.utils import timezone

from offenders.choices import Status
from offenders.models import Person
from ots.access.viewer import Viewer
from supervision.choices.condition import Imposer, NoticeManner
from supervision.models import Condition, ConditionTemplate
from supervision.rules.conditions.reading import Answer
from supervision.selectors.condition_order import standard_list, templates_in_force
from supervision.services.conditions.entry import ConditionEntry
from supervision.services.conditions.imposing import amend_condition, impose_condition
from supervision.services.conditions.notice import Notice, record_notice
from supervision.services.conditions.standard import impose_standard_list
from supervision.services.conditions.zones import ZoneEntry, draw_zone

AGENT = "olivia"
ORDERED_DAYS_AGO = 90
AMENDED_DAYS_AGO = 10
WHY = "Drank before both offenses; the assessment names substance use and the old neighborhood"
RADIUS_M = 305.0
# Answers of the special conditions of everybody in the demonstration.
SPECIAL: dict[str, dict[str, Answer]] = {
    "STD-03": {
        "mode": ["in person"],
        "how_often": {"times": 1, "per": 1, "unit": "month"},
        "on_days": ["Tue"],
    },
    "STD-04": {"monthly": 3000, "months": 36},
    "SUB-01": {},
    "SUB-03": {
        "how_often": {"times": 1, "per": 2, "unit": "week"},
        "scheme": "at random by color",
    },
    "NC-01": {"protected": "Robin Roe", "ways": ["in person", "by telephone or message"]},
    "CUR-01": {
        "from_time": "21:00",
        "until_time": "06:00",
        "on_days": ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
        "exceptions": ["work"],
    },
    "GEO-01": {"area": "Around Grand Avenue", "for_victim": True},
}


def give_conditions(viewer: Viewer) -> int:
    """Give conditions to the people of the parole agent who have none; returns how many."""
    people = Person.objects.filter(
        agent__username=AGENT, status=Status.PAROLE, condition_set=None
    ).order_by("pk")
    for number, person in enumerate(people):
        _order(viewer, person.pk)
        if number % 5 == 0:
            _amend(viewer, person.pk)
    return len(people)


def _order(viewer: Viewer, person_id: int) -> None:
    today = timezone.localdate()
    ordered_on = today - timedelta(days=ORDERED_DAYS_AGO)
    standard = standard_list(person_id, today=today)
    impose_standard_list(viewer, person_id, standard, _entry(ordered_on, {}))
    for template in templates_in_force(today).filter(code__in=SPECIAL):
        impose_condition(viewer, person_id, template, _entry(ordered_on, SPECIAL[template.code]))
    conditions = Condition.objects.filter(person_id=person_id).select_related("template")
    record_notice(viewer, conditions, Notice(given_on=ordered_on, manner=NoticeManner.SIGNED))
    for zoned in conditions.filter(template__asks_zone=True):
        _zone(viewer, zoned, ordered_on)


def _zone(viewer: Viewer, condition: Condition, began_on: date) -> None:
    entry = ZoneEntry(
        label="Grand Avenue",
        kind="exclusion",
        shape="circle",
        points=[(42.729, -84.548)],
        buffer_m=RADIUS_M,
        began_on=began_on,
        is_victim_related=True,
    )
    draw_zone(viewer, condition, entry)


def _amend(viewer: Viewer, person_id: int) -> None:
    template = ConditionTemplate.objects.get(code="SUB-03")
    condition = Condition.objects.get(person_id=person_id, template=template)
    ordered_on = timezone.localdate() - timedelta(days=AMENDED_DAYS_AGO)
    answers: dict[str, Answer] = {
        **SPECIAL["SUB-03"],
        "how_often": {"times": 1, "per": 1, "unit": "week"},
    }
    amend_condition(viewer, condition, _entry(ordered_on, answers))


def _entry(ordered_on: date, answers: dict[str, Answer]) -> ConditionEntry:
    return ConditionEntry(
        imposed_by=Imposer.BOARD,
        ordered_on=ordered_on,
        ordered_for=ordered_on,
        order_number="Parole order",
        why_this_person=WHY,
        answers=answers,
    )
