"""What a clerk decided of a computation: a fact of the case, never a rule of law."""

import datetime
from dataclasses import dataclass
from enum import StrEnum


class DecisionKind(StrEnum):
    """What the clerk decided: that what was computed stands, or that another date holds."""

    STANDS = "stands"
    OVERRIDE = "override"


@dataclass(frozen=True, slots=True)
class ClerkDecision:
    """A recorded decision; one with a rule settles that question, word for word as it was asked.

    An override names a date of a sentence, or of the person where `sentence` is None, the `value`
    to put there (None means that there is no such date) and the `system_value` that the clerk saw.
    `until` is the last day on which the decision holds.
    """

    id: str
    kind: DecisionKind
    decided_on: datetime.date
    reason: str
    rule: str | None = None
    sentence: str | None = None
    message: str | None = None
    date_name: str | None = None
    value: datetime.date | None = None
    system_value: datetime.date | None = None
    authority: str | None = None
    until: datetime.date | None = None

    def holds_on(self, day: datetime.date | None) -> bool:
        """Whether it is in force that day; without a day, every decision of the case is."""
        if day is None:
            return True
        return self.decided_on <= day and (self.until is None or day <= self.until)
