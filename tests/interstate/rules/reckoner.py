"""A second reckoner of the compact's days: shares no line and no table with the rules.

The limits are written out from the papers' table of time limits once more; holidays come out of
their law by arithmetic; days are crossed off one by one.
"""

from collections.abc import Set as AbstractSet
from datetime import UTC, date, datetime, time, timedelta

B, C = "business", "calendar"
OLD, WARRANTS, NEW = date(2014, 3, 1), date(2022, 4, 1), date(2026, 4, 1)
COMMENTS = date(2020, 4, 1)
Amount = tuple[int, str]

# From which day on: how many days, of which kind.
TABLE: dict[str, tuple[tuple[date, int, str], ...]] = {
    "TREP_DUE": ((OLD, 45, C),),
    "ACCEPTANCE_VALID": ((OLD, 120, C),),
    "NO_SHOW_WITHDRAW": ((OLD, 5, B),),
    "NO_SHOW_PRERELEASE": ((OLD, 5, B),),
    "RFRI_LIVING_DUE": ((OLD, 7, B), (NEW, 10, B)),
    "RI_REPLY": ((OLD, 2, B),),
    "RI_REPLY_SEX": ((OLD, 5, B),),
    "TREQ_AFTER_RI": ((OLD, 15, B),),
    "TREQ_AFTER_RI, expedited": ((OLD, 7, B),),
    "SIGNED_FORMS": ((OLD, 5, B),),
    "RE_TREQ_INCOMPLETE": ((OLD, 15, B),),
    "RETURN_RFRI_AFTER_REJECT": ((OLD, 7, B),),
    "RETURN_RFRI_AFTER_RVR": ((OLD, 7, B),),
    "RETURN_RI_REPLY": ((OLD, 2, B),),
    "UNAUTH_RETURN": ((OLD, 15, B),),
    "WARRANT_NO_RETURN": ((OLD, 10, B), (WARRANTS, 15, B)),
    "OVR_DUE": ((OLD, 30, C),),
    "RVR_DUE": ((OLD, 10, B),),
    "WARRANT_RETAKE": ((OLD, 10, B), (WARRANTS, 15, B)),
    "WARRANT_NEW_CRIME": ((OLD, 10, B), (WARRANTS, 15, B)),
    "WARRANT_ABSCOND": ((OLD, 10, B), (WARRANTS, 15, B)),
    "RETAKE": ((OLD, 30, C),),
    "DISCR_NOTIFY": ((WARRANTS, 15, B),),
    "PC_REPORT": ((OLD, 10, B),),
    "PC_DECISION": ((OLD, 15, B),),
    "PC_RETAKE": ((OLD, 30, C),),
    "PR_DUE": ((OLD, 30, C),),
    "DOCS_AFTER_ACCEPT": ((OLD, 30, C),),
    "CCN_DUE": ((OLD, 10, B),),
    "CCN_REPLY": ((OLD, 10, B),),
    "VICTIM_INITIAL": ((OLD, 1, B),),
    "VICTIM_INFO_REPLY": ((OLD, 5, B),),
    "VICTIM_RECEIPT": ((OLD, 5, B),),
    "VICTIM_COMMENT": ((OLD, 10, B), (COMMENTS, 15, B)),
    "VICTIM_ANSWER": ((OLD, 5, B),),
    "RELEASED_IN_RS_RFRI": ((OLD, 2, B),),
}
# The rule's paragraph that sets each limit.
PARAGRAPH = {
    **{"TREP_DUE": "3.104(a)", "ACCEPTANCE_VALID": "3.104-1(d)", "NO_SHOW_WITHDRAW": "3.104-1(e)"},
    **{"NO_SHOW_PRERELEASE": "3.105(c)", "RFRI_LIVING_DUE": "3.103(d)", "RI_REPLY": "3.103(e)"},
    **{"RI_REPLY_SEX": "3.103-3", "RE_TREQ_INCOMPLETE": "3.104(b)", "UNAUTH_RETURN": "2.110(a)"},
    **{"RETURN_RFRI_AFTER_REJECT": "4.111", "RETURN_RFRI_AFTER_RVR": "5.103(b)"},
    **{"RETURN_RI_REPLY": "4.111", "WARRANT_NO_RETURN": "5.103(c)", "OVR_DUE": "4.109(a)"},
    **{"RVR_DUE": "4.109(c)", "WARRANT_RETAKE": "5.103(a)", "WARRANT_NEW_CRIME": "5.102(b)"},
    **{"WARRANT_ABSCOND": "5.103-1", "RETAKE": "5.105(c)", "DISCR_NOTIFY": "5.101"},
    **{"PC_REPORT": "5.108(e)", "PC_DECISION": "5.108(f)", "PC_RETAKE": "5.108(f)"},
    **{"TREQ_AFTER_RI": "3.103(f)", "TREQ_AFTER_RI, expedited": "3.103-2"},
    **{"PR_DUE": "4.106(a)", "DOCS_AFTER_ACCEPT": "3.107(c)", "CCN_DUE": "4.112(c)"},
    **{"CCN_REPLY": "4.112(d)", "VICTIM_INITIAL": "3.108-1", "VICTIM_INFO_REPLY": "3.108-1"},
    **{"VICTIM_RECEIPT": "3.108(b)", "VICTIM_COMMENT": "3.108(b)", "VICTIM_ANSWER": "3.108(d)"},
}
# Amendments that came into force together.
RULE_SETS = (
    *("2014-03-01", "2016-03-01", "2017-06-01", "2020-04-01"),
    *("2022-04-01", "2024-11-01", "2026-04-01"),
)


class Reckoner:
    """Counts days where offices are closed on weekends and on these days."""

    def __init__(self, closed: AbstractSet[date] | None = None) -> None:
        """Close offices on the days given, or on the federal holidays."""
        self.closed = closed

    def is_open(self, day: date) -> bool:
        """Whether it is a business day."""
        if day.isoweekday() > 5:
            return False
        return day not in (federal_holidays(day.year) if self.closed is None else self.closed)

    def due(self, key: str, start: date) -> date | None:
        """The last day of the limit that began on a day; none before the first rules known."""
        told = [each for each in TABLE[key] if each[0] <= start]
        if not told:
            return None
        _, count, kind = told[-1]
        day = start
        while count:
            day += timedelta(days=1)
            count -= 1 if kind == C or self.is_open(day) else 0
        return day


def federal_holidays(year: int) -> set[date]:
    """The days of a year on which federal offices are closed (5 U.S.C. 6103)."""
    moving = {
        *(nth_weekday(year, month, 1, which) for month, which in ((1, 3), (2, 3), (9, 1), (10, 2))),
        nth_weekday(year, 11, 4, 4),
        nth_weekday(year, 6, 1, 1) - timedelta(days=7),
    }
    fixed = [date(y, 1, 1) for y in (year, year + 1)]
    fixed += [date(year, 7, 4), date(year, 11, 11), date(year, 12, 25)]
    fixed += [date(year, 6, 19)] if year >= 2021 else []
    observed = {each + timedelta(days={6: -1, 7: 1}.get(each.isoweekday(), 0)) for each in fixed}
    return {each for each in moving | observed if each.year == year}


def eastern_day(moment: datetime) -> date:
    """The day in New York: four hours behind universal time from the second Sunday of March, two
    o'clock, to the first of November, else five (15 U.S.C. 260a); no offset means New York's."""
    if moment.tzinfo is None:
        return moment.date()
    now = moment.astimezone(UTC).replace(tzinfo=None)
    spring = datetime.combine(nth_weekday(now.year, 3, 7, 2), time(7))
    autumn = datetime.combine(nth_weekday(now.year, 11, 7, 1), time(6))
    return (now - timedelta(hours=4 if spring <= now < autumn else 5)).date()


def rule_set_on(day: date) -> str:
    """The newest amendments in force on a day."""
    return max(each for each in RULE_SETS if each <= day.isoformat())


def nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    """The so manieth Monday (1), Tuesday (2) ... of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
