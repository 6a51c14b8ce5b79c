"""How many days back or ahead the agency looks: its own numbers, each from a day on."""

from datetime import date, timedelta
from typing import Final

from supervision.rules.standing import to_confirm
from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

POLICY: Final = "Default of the agency; edit it"
OWN: Final = "The agency's own number."


def _days(key: str, title: str, amount: int) -> Parameter[int]:
    return parameter(
        f"supervision.{key}",
        title=title,
        unit="days",
        module=__name__,
        values=[Value(None, amount, POLICY, Standing.INFERRED, OWN)],
    )


def in_words(days: Parameter[int], on: date) -> str:
    """Return a number of days as a page names it, with how sure we are of it."""
    value = days.on(on)
    return f"{value.amount} days{to_confirm(value.standing)}"


def ahead(today: date, days: Parameter[int]) -> date:
    """Return the last day that is looked at, so many days ahead as are in force today."""
    return today + timedelta(days=days.on(today).amount)


def back(today: date, days: Parameter[int]) -> date:
    """Return the day so many days back as are in force today."""
    return today - timedelta(days=days.on(today).amount)


RATE_DAYS = _days("rate_days", "Days back in which what fell due counts toward being on time", 30)
OTHERS_BACK = _days(
    "others_back", "Days back in which others' answers in the same cell are shown", 365
)
RATIO_BACK = _days("ratio_back", "Days back in which incentives count against sanctions", 90)
EPISODES_BACK = _days(
    "episodes_back", "Days back to incidents that another may belong to as one episode", 30
)
NEW_ARREST = _days("new_arrest", "Days in which an arrest is shown as new", 30)
MISSED_COURT_BACK = _days("missed_court_back", "Days back in which missed court dates count", 730)
OVERRIDES_BACK = _days("overrides_back", "Days back in which overrides of scores count", 365)
LONGEST_SNOOZE = _days("longest_snooze", "Days for which an opportunity is put off at most", 365)
DECIDED_BACK = _days(
    "decided_back",
    "Days back in which decisions count toward the time from eligible to decided",
    365,
)
NEWS_TO_VICTIMS = _days(
    "news_to_victims", "Days after which what is recorded late is no news to a victim any more", 30
)
CONSISTENCY_BACK = _days(
    "consistency_back",
    "Days back in which offices' answers to like violations are compared",
    365,
)
NEWS_BACK = _days(
    "news_back", "Days after which what is recorded late is no news to an agent any more", 30
)
FIRST_NEWS_BACK = _days(
    "first_news_back", "Days back of which one who signs in for the first time is told", 7
)
HEARINGS_AHEAD = _days("hearings_ahead", "Days ahead in which a court date is told", 14)
ENDINGS_AHEAD = _days("endings_ahead", "Days ahead in which the end of supervision is told", 60)
ORDERS_AHEAD = _days("orders_ahead", "Days ahead in which a protective order's end is told", 30)
DUE_AHEAD = _days("due_ahead", "Days ahead in which the list of everything due looks", 14)
TREND_BACK = _days("trend_back", "Days over which the change of the escalation index is told", 30)
RATIO_AIM = parameter(
    "supervision.ratio_aim",
    title="Incentives to one sanction that are aimed at",
    unit="incentives",
    module=__name__,
    values=[
        Value(
            None,
            4,
            "Four to one, as programs on graduated responses recommend",
            Standing.RECALLED,
            "The agency's own aim.",
        )
    ],
)
LONGEST_MUTE = _days("longest_mute", "Days for which a line of the list is muted at most", 30)
PROMPT_HOURS = parameter(
    "supervision.prompt_hours",
    title="Hours in which a contact is written down promptly",
    unit="hours",
    module=__name__,
    values=[Value(None, 24, POLICY, Standing.INFERRED, OWN)],
)
MOST_LINES = parameter(
    "supervision.day_lines",
    title="Lines of the day's list at most",
    unit="lines",
    module=__name__,
    values=[Value(None, 15, POLICY, Standing.INFERRED, OWN)],
)
