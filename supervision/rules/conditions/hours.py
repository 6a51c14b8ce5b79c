"""Whether a curfew or a zone holds at a moment: its days and hours, past midnight as well."""

from collections.abc import Collection
from datetime import datetime, time, timedelta

from supervision.rules.conditions.reading import DAYS


def holds_at(
    moment: datetime,
    *,
    days: Collection[str] = (),
    from_time: time | None = None,
    until_time: time | None = None,
) -> bool:
    """Say whether hours hold at a local moment; no days are every day, no times the whole day.

    Hours past midnight belong to the day on which they began; equal times are a whole day.
    """
    if from_time is None or until_time is None:
        return _is_day(moment, days)
    now = moment.time()
    if from_time < until_time:
        return _is_day(moment, days) and from_time <= now < until_time
    if now >= from_time:
        return _is_day(moment, days)
    return now < until_time and _is_day(moment - timedelta(days=1), days)


def _is_day(moment: datetime, days: Collection[str]) -> bool:
    return not days or DAYS[moment.weekday()] in days
