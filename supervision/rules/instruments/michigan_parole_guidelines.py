"""Michigan parole guidelines: eight section scores, one total, three probabilities of release.

The points within the sections are not published; a section's score is entered as the department
computed it, and stands unconfirmed.
"""

from supervision.rules.instruments.form import (
    Answers,
    Band,
    Instrument,
    Item,
    ItemType,
    Points,
    level_by,
)
from timecomp.engine.standing import Standing

SOURCE = "MCL 791.233e; Mich Admin Code, R 791.7716 (sections read; scores are entered)"
R = Standing.RECALLED
TOTAL = "total"
LEAST, MOST = -99, 99
# Up to -13 low, from +3 high: widely repeated, and another source says from +4.
LOW_AT_MOST, HIGH_AT_LEAST = -13, 3
_SECTIONS = (
    ("active_sentence", "1 Active sentence"),
    ("prior_record", "2 Prior criminal record"),
    ("institutional_conduct", "3 Institutional conduct"),
    ("statistical_risk", "4 Statistical risk"),
    ("age", "5 Age"),
    ("program_performance", "6 Program performance"),
    ("mental_health", "7 Mental health"),
    ("housing", "8 Housing and security level"),
)


def _as_entered(name: str) -> Points:
    def count(answers: Answers) -> int:
        return int(answers[name])

    return Points(TOTAL, (name,), count)


def with_bounds(*, low_at_most: int, high_at_least: int) -> Instrument:
    """The guidelines with the totals from which release is held little or very likely."""
    probability = (
        Band(low_at_most, "low"),
        Band(high_at_least - 1, "average"),
        Band(MOST * len(_SECTIONS), "high"),
    )
    return Instrument(
        key="michigan_parole_guidelines",
        title="Michigan parole guidelines",
        version="R 791.7716",
        source=SOURCE,
        standing=R,
        awaits="The points within each section and the bounds of high and low probability.",
        items=tuple(
            Item(name, label, ItemType.SCORE, SOURCE, R, LEAST, MOST) for name, label in _SECTIONS
        ),
        points=tuple(_as_entered(name) for name, _ in _SECTIONS),
        scales=(TOTAL,),
        scaled={},
        level=level_by(TOTAL, probability),
        flags={},
    )


MICHIGAN_PAROLE_GUIDELINES = with_bounds(low_at_most=LOW_AT_MOST, high_at_least=HIGH_AT_LEAST)
