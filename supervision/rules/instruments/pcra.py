"""Federal Post-Conviction Risk Assessment, the officer's section."""

from supervision.rules.instruments.form import (
    Band,
    Instrument,
    bands,
    counted,
    level_by,
    yes,
    yes_no,
)
from timecomp.engine.standing import Standing

SOURCE = "Administrative Office of the U.S. Courts, PCRA user guide (recalled)"
R = Standing.RECALLED
HISTORY, WORK, SUBSTANCE, SOCIAL, COGNITION, TOTAL = (
    "criminal_history",
    "education_employment",
    "substance_use",
    "social_networks",
    "cognitions",
    "total",
)
LEVELS = (Band(5, "low"), Band(9, "low_moderate"), Band(12, "moderate"), Band(18, "high"))
_YES_NO = (
    (HISTORY, "violent_offense", "Violent offense"),
    (HISTORY, "varied_offending", "Two or more types of offense"),
    (HISTORY, "earlier_supervision_failed", "Revoked, or a new crime, on earlier supervision"),
    (HISTORY, "institutional_adjustment", "Poor adjustment in an institution"),
    (WORK, "below_high_school", "Below a high school diploma"),
    (WORK, "unemployed", "Unemployed"),
    (WORK, "poor_work_history", "Poor work history"),
    (SUBSTANCE, "alcohol_problem", "Current alcohol problem"),
    (SUBSTANCE, "drug_problem", "Current drug problem"),
    (SOCIAL, "single", "Single, divorced or separated"),
    (SOCIAL, "unstable_family", "Unstable family"),
    (SOCIAL, "no_prosocial_support", "No prosocial support"),
    (COGNITION, "low_motivation", "Low motivation to change"),
)

PCRA = Instrument(
    key="pcra",
    title="Post-Conviction Risk Assessment",
    version="1.0",
    source=SOURCE,
    standing=R,
    awaits="Every item's points and the bounds of the levels; version 2 adds a violence part.",
    items=(
        counted("arrests", "Prior arrests", SOURCE, R, most=200),
        counted("age", "Age at the assessment", SOURCE, R, least=16, most=120),
        *(yes_no(name, label, SOURCE, R) for _, name, label in _YES_NO),
    ),
    points=(
        *(bands(scale, "arrests", (0, 0), (2, 1), (7, 2), above=3) for scale in (HISTORY, TOTAL)),
        *(bands(scale, "age", (25, 2), (40, 1), above=0) for scale in (HISTORY, TOTAL)),
        *(yes(scale, name) for part, name, _ in _YES_NO for scale in (part, TOTAL)),
    ),
    scales=(HISTORY, WORK, SUBSTANCE, SOCIAL, COGNITION, TOTAL),
    scaled={},
    level=level_by(TOTAL, LEVELS),
    flags={},
)
