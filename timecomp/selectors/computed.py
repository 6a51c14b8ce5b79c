"""Single dates of a stored computation: what was computed, and what holds after decisions."""

from collections.abc import Mapping
from datetime import date

from timecomp.models import Computation
from timecomp.selectors.record_reading import CURRENT

Part = Mapping[str, str | None]


def standing_row(person_id: int) -> Computation | None:
    """Return the computation that stands for the person, for services to check against."""
    return Computation.objects.filter(CURRENT, person_id=person_id).first()


def effective_date(computation: Computation, sentence: str, name: str) -> date | None:
    """Return the date that holds: the computed one, or the override in its place."""
    return _day(_part(computation, sentence).get(name))


def computed_date(computation: Computation, sentence: str, name: str) -> date | None:
    """Return what the law gave for the date, whatever was put in its place."""
    for each in computation.results.get("overrides", ()):
        if (each["sentence"] or "", each["date_name"]) == (sentence, name):
            return _day(each["system_value"])
    return effective_date(computation, sentence, name)


def _part(computation: Computation, sentence: str) -> Part:
    if not sentence:
        offender: Part = computation.results["offender"]
        return offender
    found: list[Part] = computation.results["sentences"]
    return next((each for each in found if each["id"] == sentence), {})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
