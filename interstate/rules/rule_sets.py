"""The compact's rule sets, each in force from a day: which one a clock starts under."""

from dataclasses import dataclass
from datetime import date

from timecomp.engine.manual import ManualComputation


@dataclass(frozen=True, slots=True)
class RuleSet:
    """Amendments that came into force together."""

    since: date
    says: str

    @property
    def id(self) -> str:
        """The day by which the rule set is called."""
        return self.since.isoformat()


RULE_SETS = (
    RuleSet(date(2014, 3, 1), "Limits under 30 days count business days, longer ones plain days."),
    RuleSet(date(2016, 3, 1), "A standard return by reporting instructions."),
    RuleSet(date(2017, 6, 1), "Behavior requiring retaking; no yearly progress report any more."),
    RuleSet(date(2020, 4, 1), "Travel notice of 3.110; a victim has 15 business days to comment."),
    RuleSet(date(2022, 4, 1), "Warrants within 15 business days; 2.110 rewritten."),
    RuleSet(date(2024, 11, 1), "The supervised individual takes the offender's name."),
    RuleSet(date(2026, 4, 1), "3.103 and 5.105 anew; expedited instructions become 3.103-2."),
)


def rule_set_on(day: date) -> RuleSet:
    """The rule set in force on the day; before the first one a person must read the old rules."""
    for each in reversed(RULE_SETS):
        if each.since <= day:
            return each
    reason = (
        f"The book holds no compact rules for {day.isoformat()}; its first rule set is of "
        f"{RULE_SETS[0].id}."
    )
    raise ManualComputation(reason, rule="rule_set")
