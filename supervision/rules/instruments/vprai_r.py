"""Virginia Pretrial Risk Assessment Instrument, revised."""

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

SOURCE = "Virginia DCJS, VPRAI-R manual 4.3 (factors read; weights recalled)"
R = Standing.RECALLED
RISK = "risk"
LEVELS = (
    Band(2, "1"),
    Band(4, "2"),
    Band(6, "3"),
    Band(8, "4"),
    Band(10, "5"),
    Band(14, "6"),
)

VPRAI_R = Instrument(
    key="vprai_r",
    title="Virginia Pretrial Risk Assessment Instrument, revised",
    version="4.3",
    source=SOURCE,
    standing=R,
    awaits="The weight of each factor and the bounds of the levels.",
    items=(
        yes_no("active_supervision", "Active community supervision", SOURCE, R),
        yes_no("felony_drug_theft_fraud", "Charge is felony drug, theft or fraud", SOURCE, R),
        yes_no("pending_charge", "Charge pending", SOURCE, R),
        yes_no("criminal_history", "Adult conviction", SOURCE, R),
        counted("failures_to_appear", "Failures to appear", SOURCE, R),
        counted("violent_convictions", "Violent convictions", SOURCE, R),
        yes_no("unemployed", "Unemployed at arrest and not otherwise occupied", SOURCE, R),
        yes_no("drug_abuse", "History of drug abuse", SOURCE, R),
    ),
    points=(
        yes(RISK, "active_supervision", 2),
        yes(RISK, "felony_drug_theft_fraud", 3),
        yes(RISK, "pending_charge", 2),
        yes(RISK, "criminal_history", 2),
        bands(RISK, "failures_to_appear", (1, 0), above=1),
        bands(RISK, "violent_convictions", (1, 0), above=1),
        yes(RISK, "unemployed", 1),
        yes(RISK, "drug_abuse", 2),
    ),
    scales=(RISK,),
    scaled={},
    level=level_by(RISK, LEVELS),
    flags={},
)
