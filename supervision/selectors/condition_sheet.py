"""The sheet of conditions that is handed to the person: plain words, no victim's place."""

from datetime import date

from django.utils import timezone

from offenders.selectors.people import person_header
from offenders.selectors.reading import Reading
from supervision.selectors.conditions import ConditionShown, conditions_of

LEAD = (
    "These conditions bind you. If one is not clear, or if you cannot keep one, tell your agent "
    "before the day comes. Nobody but the court or the parole board changes them."
)
Json = dict[str, object]


def condition_sheet(reading: Reading, person_id: int, *, today: date) -> Json:
    """Return the data of the sheet, as the viewer may see it."""
    header = person_header(reading, person_id, today=today)
    found = conditions_of(reading, person_id, today=today)
    return {
        "title": "Your conditions of supervision",
        "subject": f"{header.person.full_name}, No. {person_id}",
        "agent": f"{header.agent or 'Not yet assigned'}, {header.office}".rstrip(", "),
        "as_of": today.isoformat(),
        "foot": f"Printed {timezone.localtime():%b %d, %Y %H:%M}",
        "lead": LEAD,
        "conditions": [_line(each) for each in found.active],
        "to_begin": [_line(each) for each in (*found.to_begin, *found.waiting)],
        "suspended": [_line(each) for each in found.suspended],
    }


def _line(condition: ConditionShown) -> Json:
    terms = condition.terms
    notes = [f"Ordered by: {terms.get_imposed_by_display}, {_day(terms.ordered_on)}"]
    if terms.expires_on:
        notes.append(f"Ends {_day(terms.expires_on)}")
    # A zone kept off this sheet would tell where a victim is.
    zones = [str(zone.label) for zone in condition.zones if not zone.is_hidden_from_person]
    if zones:
        notes.append(f"Zones: {', '.join(zones)}")
    return {"title": condition.title, "told": condition.told, "notes": notes}


def _day(value: object) -> str:
    return f"{value:%B} {value.day}, {value.year}" if isinstance(value, date) else str(value)
