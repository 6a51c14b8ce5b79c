"""What an agent takes along to the door: on paper, no more than that."""

from datetime import datetime
from typing import Final

from django.utils import timezone

from offenders.models import Phone
from offenders.selectors.orders import cautions_of
from offenders.selectors.people import person_header
from offenders.selectors.reading import Reading
from ots.access.fields import HIDDEN, Masked
from ots.access.scopes import in_scope
from ots.core.moments import Moment, in_words
from supervision.selectors.conditions import condition_names
from supervision.selectors.contacts import last_contacts
from supervision.selectors.safety import UNKNOWN, Safety, homes_of, near_misses_of, safety_of

CONTACTS: Final = 3


def visit_sheet_data(reading: Reading, person_id: int, *, now: datetime) -> dict[str, object]:
    """Return the data of the sheet, as far as the viewer may see them."""
    today = timezone.localdate(now)
    header = person_header(reading, person_id, today=today)
    safety = safety_of(reading, [person_id], today=today).get(person_id, UNKNOWN)
    return {
        "name": _shown(header.person.full_name),
        "number": header.mdoc_number or str(person_id),
        "made": _moment(now),
        "facts": _facts(reading, person_id, header.age),
        "policy": safety.policy_label if safety.is_known else "Not reviewed: ask before you go.",
        "dangers": _dangers(safety),
        "cautions": [each.text for each in cautions_of(reading, person_id, today=today)],
        "near_misses": [_near_miss(each) for each in near_misses_of(reading, person_id)],
        "conditions": condition_names(reading, person_id, today=today),
        "contacts": [_contact(each) for each in last_contacts(reading, person_id, number=CONTACTS)],
    }


def _facts(reading: Reading, person_id: int, age: int | None) -> list[list[str]]:
    home = homes_of(reading, [person_id]).get(person_id)
    facts = [["Address", _address(reading.masked(home)) if home else "None on record"]]
    phones = in_scope(reading.viewer, Phone.objects.all(), person="person").filter(
        person_id=person_id, ended_on=None, superseded_at=None
    )
    facts += [
        [f"{_shown(phone.get_kind_display)} telephone", _shown(phone.number)]
        for phone in (reading.masked(row) for row in phones)
    ]
    return [*facts, ["Age", str(age)]] if age is not None else facts


def _address(home: Masked) -> str:
    street = " ".join(part for part in (_shown(home.street), _shown(home.unit)) if part)
    return f"{street}, {_shown(home.city)} {_shown(home.postal_code)}".strip()


def _dangers(safety: Safety) -> list[str]:
    stale = ("The safety review is out of date.",) if safety.is_stale else ()
    return [*stale, *safety.flags, *safety.advice]


def _near_miss(row: Masked) -> str:
    when = row.happened_at
    day = _moment(when) if isinstance(when, datetime) else ""
    return ": ".join(part for part in (day, _shown(row.get_kind_display), _shown(row.what)) if part)


def _contact(row: Masked) -> list[str]:
    when = row.started_at
    how = f"{_shown(row.get_method_display)}, {_shown(row.get_place_display)}"
    day = _moment(when) if isinstance(when, datetime) else ""
    return [day, f"{how}: {_shown(row.get_status_display)}. {_shown(row.note)}".strip()]


def _moment(moment: datetime) -> str:
    local = timezone.localtime(moment)
    return in_words(Moment(local.date(), local.time().replace(second=0, microsecond=0)))


def _shown(value: object) -> str:
    return "" if value is HIDDEN or value is None else str(value)
