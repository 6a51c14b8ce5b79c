"""Which misconduct costs credit: Mich Admin Code R 791.5501 and the department's classes."""

from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing

COSTS_CREDIT = frozenset({"i", "1", "class i", "major", "law violation", "law_violation"})
COSTS_NOTHING = frozenset({"ii", "iii", "2", "3", "class ii", "class iii", "minor"})


@rule(
    "misconduct_classes",
    title="Class of the misconduct",
    citation="PD 03.03.105 (2012-04-09); Mich Admin Code R 791.5501",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="A misconduct of class {class_} is major: {output}.",
)
def is_major(*, class_: str) -> bool | None:
    """Class I is what was called major and costs credit; II and III are minor; any other word is
    asked about."""
    word = class_.strip().lower()
    if word in COSTS_CREDIT:
        return True
    return False if word in COSTS_NOTHING else None
