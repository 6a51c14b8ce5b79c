"""How an office keeps its cases in order: after how many days what lies still is to be looked at.

None of these moves a case: the reports name it, a person decides.
"""

from datetime import date
from typing import Final

from interstate.rules.limits import Limit, LimitValue, Unit
from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

OF_THE_OFFICE: Final = "Default of the office; edit it"
AUDIT: Final = "Commission's audit of data, fiscal year 2024"
ACCOUNTS: Final = "Commission's rules for accounts"


def _after(
    key: str, title: str, days: int, citation: str, standing: Standing, awaits: str = ""
) -> Parameter[Limit]:
    value: LimitValue = Value(None, Limit(days, Unit.CALENDAR_DAYS), citation, standing, awaits)
    return parameter(f"compact.{key}", title=title, unit="days", module=__name__, values=(value,))


DRAFT_LEFT = _after(
    "draft_left", "A case of which nothing was sent is left over", 45, AUDIT, Standing.VERIFIED
)
REJECTED_LEFT = _after(
    "rejected_left",
    "A rejected case that nobody took up again is left over",
    60,
    AUDIT,
    Standing.VERIFIED,
)
AVAILABLE_LEFT = _after(
    "available_left", "Available and not yet retaken", 60, AUDIT, Standing.VERIFIED
)
SUPERVISION_ENDS = _after(
    "supervision_ends_soon",
    "Supervision ends soon",
    90,
    OF_THE_OFFICE,
    Standing.INFERRED,
    "The office's own number.",
)
UNUSED_ACCOUNT = _after(
    "unused_account",
    "An account in which nobody signed in is to be looked at",
    90,
    ACCOUNTS,
    Standing.VERIFIED,
)


def days_of(limit: Parameter[Limit], today: date) -> int:
    """Return how many days it is today."""
    return limit.on(today).amount.count
