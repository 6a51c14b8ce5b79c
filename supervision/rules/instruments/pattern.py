"""PATTERN (18 USC 3632): present to be completed, and never scored.

What is here is version 1.2 for men as recalled; version 1.3 is in force and was not read.
"""

from collections.abc import Mapping

from supervision.rules.instruments.form import (
    Answers,
    Band,
    Instrument,
    Points,
    banded,
    bands,
    choice,
    chosen,
    counted,
    yes,
    yes_no,
)
from timecomp.engine.standing import Standing

SOURCE = "Bureau of Prisons, PATTERN 1.2 (recalled; 18 USC 3632 read)"
R = Standing.RECALLED
GENERAL, VIOLENT = "general", "violent"
GENERAL_LEVELS = (Band(8, "minimum"), Band(30, "low"), Band(43, "medium"), Band(200, "high"))
VIOLENT_LEVELS = (Band(6, "minimum"), Band(24, "low"), Band(30, "medium"), Band(200, "high"))
ORDER = ("minimum", "low", "medium", "high")
_EDUCATION = ("none", "enrolled", "certificate")
# Item, its upper bounds, then the points up to each bound and above the last: general, violent.
_COUNTED: tuple[tuple[str, tuple[int, ...], tuple[int, ...], tuple[int, ...]], ...] = (
    ("age", (25, 29, 40, 50, 60), (35, 28, 21, 14, 7, 0), (20, 16, 12, 8, 4, 0)),
    ("criminal_history", (1, 3, 6, 9, 12), (0, 8, 16, 24, 32, 40), (0, 4, 8, 12, 16, 20)),
    ("reports", (0, 1, 2), (0, 1, 2, 3), (0, 1, 2, 3)),
    ("serious_reports", (0, 1, 2), (0, 2, 4, 6), (0, 2, 4, 6)),
    ("months_since_report", (2, 6, 11), (6, 4, 2, 0), (3, 2, 1, 0)),
    ("programs", (0, 1, 3, 10), (0, -2, -4, -6, -8), (0, -1, -2, -3, -4)),
    ("work_programs", (0, 1), (0, -1, -2), (0, -1, -2)),
)


def _counted() -> tuple[Points, ...]:
    return tuple(
        bands(scale, name, *zip(bounds, points, strict=False), above=points[-1])
        for name, bounds, general, violent in _COUNTED
        for scale, points in ((GENERAL, general), (VIOLENT, violent))
    )


def _level(scores: Mapping[str, int], _answers: Answers) -> str:
    """The higher of the general and the violent level."""
    general = str(banded(scores[GENERAL], GENERAL_LEVELS))
    violent = str(banded(scores[VIOLENT], VIOLENT_LEVELS))
    return max(general, violent, key=ORDER.index)


PATTERN = Instrument(
    key="pattern",
    title="Prisoner Assessment Tool Targeting Estimated Risk and Needs",
    version="1.2",
    source=SOURCE,
    standing=R,
    awaits="Version 1.3, the points of women, and the history of violence.",
    disabled="version 1.2 is recalled in part; version 1.3 is in force and was not read",
    items=(
        counted("age", "Age", SOURCE, R, least=18, most=120),
        counted("criminal_history", "Criminal history score", SOURCE, R),
        counted("reports", "Incident reports", SOURCE, R),
        counted("serious_reports", "Serious incident reports", SOURCE, R),
        counted("months_since_report", "Months since the last report", SOURCE, R, most=999),
        yes_no("refused_responsibility", "Financial responsibility refused", SOURCE, R),
        counted("programs", "Programs completed", SOURCE, R),
        counted("work_programs", "Work programs completed", SOURCE, R),
        chosen("education", "Education", SOURCE, *_EDUCATION, standing=R),
    ),
    points=(
        *_counted(),
        *(yes(scale, "refused_responsibility") for scale in (GENERAL, VIOLENT)),
        choice(GENERAL, "education", dict(zip(_EDUCATION, (0, -2, -4), strict=True))),
        choice(VIOLENT, "education", dict(zip(_EDUCATION, (0, -1, -2), strict=True))),
    ),
    scales=(GENERAL, VIOLENT),
    scaled={},
    level=_level,
    flags={},
    reassess_days=182,
)
