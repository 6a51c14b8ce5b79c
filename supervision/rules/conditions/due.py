"""When what a condition asks for again and again is due: one stretch of days after the other."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

DAYS_A_UNIT = {"day": 1, "week": 7}
MONTHS_A_UNIT = {"month": 1, "year": 12}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days in which something falls due so many times; both ends belong to it."""

    opens_on: date
    due_on: date
    times: int


def stretch_on(began_on: date, often: Mapping[str, str | int], day: date) -> Stretch:
    """Return the stretch that holds the day, counted from the day on which the condition began.

    Raises ``ValueError`` for a day before the condition began.
    """
    if day < began_on:
        raise ValueError(f"[{day}] is before [{began_on}], when the condition began.")
    times, per, unit = int(often["times"]), int(often["per"]), str(often["unit"])
    if unit in DAYS_A_UNIT:
        length = per * DAYS_A_UNIT[unit]
        opens_on = began_on + timedelta(days=(day - began_on).days // length * length)
        return Stretch(opens_on, opens_on + timedelta(days=length - 1), times)
    return _by_months(began_on, per * MONTHS_A_UNIT[unit], day, times)


def _by_months(began_on: date, months: int, day: date, times: int) -> Stretch:
    apart = (day.year - began_on.year) * 12 + day.month - began_on.month
    number = apart // months
    if began_on + relativedelta(months=number * months) > day:
        number -= 1
    # Counted from the first day each time, so that the 31st comes back after a short month.
    opens_on = began_on + relativedelta(months=number * months)
    following = began_on + relativedelta(months=(number + 1) * months)
    return Stretch(opens_on, following - timedelta(days=1), times)
