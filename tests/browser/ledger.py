"""What the two states of a compact case owe, kept by hand beside what the pages say."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import DAILY, MO, MONTHLY, TH, YEARLY, rrule, rruleset

SENDING, RECEIVING = "Sending", "Receiving"
A_DAY = re.compile(r"[A-Z][a-z]{2} \d{1,2}, \d{4}")


@dataclass(frozen=True)
class Entry:
    """What one state owes: until when, and what became of it."""

    by: str
    due_on: date
    stands: str = "open"


class Ledger(dict[str, Entry]):
    """Everything that is owed or was, kept by hand as the story goes on."""

    def owes(self, by: str, **due: date) -> None:
        """Somebody owes something from now on, named as `TITLES` has it."""
        self.update({TITLES[name]: Entry(by, day) for name, day in due.items()})

    def is_met(self, *names: str) -> None:
        """What was owed has been done today."""
        for name in names:
            title = TITLES[name]
            self[title] = replace(self[title], stands=f"met {written(eastern_today())}")

    def open_days(self, by: str) -> dict[str, str]:
        """What one side still owes, and its day as pages write it."""
        return {
            title: written(each.due_on)
            for title, each in self.items()
            if each.by == by and each.stands == "open"
        }


TITLES = {
    "reply": "Reply to a complete transfer request",
    "departure": "Departure after acceptance, before the receiving state may withdraw",
    "reporting": "Reporting after departure, before the receiving state may withdraw",
    "response": "Response to a violation report",
    "warrant": "Warrant after a report of behavior",
    "retaking": "Retaking a person held on the sending state's warrant alone",
    "closure": "Reply to a closure notice",
}


def written(day: date) -> str:
    """Return a day as pages write it."""
    return f"{day:%b} {day.day}, {day.year}"


def day_in(text: str) -> str:
    """Return the day that a text names."""
    return A_DAY.findall(text)[0]


def eastern_today() -> date:
    return datetime.now(ZoneInfo("America/New_York")).date()


def in_days(count: int) -> date:
    return eastern_today() + timedelta(days=count)


def in_business_days(count: int) -> date:
    return business_days_after(eastern_today(), count)


def federal_holidays(since: date) -> set[date]:
    """Return the days on which federal offices are closed, for two years (5 U.S.C. 6103)."""
    start, end = datetime(since.year, 1, 1), datetime(since.year + 2, 1, 31)  # noqa: DTZ001
    moving = rruleset()
    for month, which in ((1, MO(3)), (2, MO(3)), (5, MO(-1)), (9, MO(1)), (10, MO(2)), (11, TH(4))):
        moving.rrule(rrule(MONTHLY, dtstart=start, until=end, bymonth=month, byweekday=which))
    found = {each.date() for each in moving}
    for month, day in ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25)):
        for each in rrule(YEARLY, dtstart=start, until=end, bymonth=month, bymonthday=day):
            found.add(each.date() + timedelta(days={5: -1, 6: 1}.get(each.weekday(), 0)))
    return found


def business_days_after(day: date, count: int) -> date:
    """Return the last of so many days on which offices are open."""
    closed = federal_holidays(day)
    after = rrule(DAILY, dtstart=day + timedelta(days=1), byweekday=range(5))
    return [
        each.date()
        for each in after.xafter(datetime.min, count=count + 20)
        if each.date() not in closed
    ][count - 1]
