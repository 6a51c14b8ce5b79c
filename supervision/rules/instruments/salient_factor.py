"""Salient Factor Score of the United States Parole Commission (SFS-81)."""

from supervision.rules.instruments.form import (
    Band,
    Instrument,
    bands,
    counted,
    level_by,
    no,
    yes,
    yes_no,
)
from timecomp.engine.standing import Standing

SOURCE = "28 CFR 2.20, Salient Factor Scoring Manual (items read in part; points recalled)"
R = Standing.RECALLED
SALIENT = "salient"
PROGNOSIS = (Band(3, "poor"), Band(5, "fair"), Band(7, "good"), Band(10, "very_good"))

SALIENT_FACTOR = Instrument(
    key="salient_factor",
    title="Salient Factor Score",
    version="SFS-81",
    source=SOURCE,
    standing=R,
    awaits="Every item's points; SFS-98 scores age and the last item otherwise.",
    items=(
        counted("prior_convictions", "Prior convictions", SOURCE, R),
        counted("prior_commitments", "Prior commitments of more than 30 days", SOURCE, R),
        counted("age_at_offense", "Age at the current offense", SOURCE, R, least=10, most=120),
        yes_no("commitment_free_3_years", "Free of commitment for three years", SOURCE, R),
        yes_no("under_sentence", "On probation, parole, confinement or escape", SOURCE, R),
        yes_no("opiate_dependence", "Heroin or opiate dependence", SOURCE, R),
    ),
    points=(
        bands(SALIENT, "prior_convictions", (0, 3), (1, 2), (3, 1), above=0),
        bands(SALIENT, "prior_commitments", (0, 2), (2, 1), above=0),
        bands(SALIENT, "age_at_offense", (19, 0), (25, 1), above=2),
        yes(SALIENT, "commitment_free_3_years", 1),
        no(SALIENT, "under_sentence"),
        no(SALIENT, "opiate_dependence"),
    ),
    scales=(SALIENT,),
    scaled={},
    level=level_by(SALIENT, PROGNOSIS),
    flags={},
)
