"""Contact standards of each cadence, as the tests of windows set them."""

from dataclasses import replace
from datetime import date

from supervision.rules.life import Standard

MONTHLY = Standard(
    id=1,
    title="Contact: one in 30 days",
    case_type="any",
    level="medium",
    kind="contact",
    cadence="rolling",
    trigger="",
    count=1,
    per=30,
    unit="day",
    since=date(2026, 1, 1),
    until=None,
)
CALENDAR = replace(MONTHLY, id=2, cadence="fixed", count=2, per=1, unit="month")
FIRST = replace(
    MONTHLY, id=3, level="", cadence="once", trigger="start", per=3, unit="business_day"
)
RETURN = replace(FIRST, id=4, trigger="release", per=5, unit="day")
MOVED = replace(FIRST, id=5, kind="home_visit", trigger="address", per=30, unit="day")
WEEKLY = replace(MONTHLY, id=6, level="high", count=4)
ALL = (MONTHLY, CALENDAR, FIRST, RETURN, MOVED, WEEKLY)
