"""How many days back or ahead the agency looks: its own numbers, each from a day on."""

from typing import Final

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
