"""Public Safety Assessment: failure to appear, new arrest, new violent arrest before trial."""

from supervision.rules.instruments.form import (
    Answers,
    Band,
    Instrument,
    Points,
    bands,
    counted,
    no_level,
    yes,
    yes_no,
)
from timecomp.engine.standing import Standing

SOURCE = "Public Safety Assessment: risk factors and formula (advancingpretrial.org)"
YOUNG, VERY_YOUNG = 22, 20
FTA, NCA, NVCA = "fta", "nca", "nvca"
ANY_PRIOR = ("prior_misdemeanor", "prior_felony")


def _any_prior(answers: Answers) -> int:
    return int(any(answers[name] for name in ANY_PRIOR))


def _young_and_violent(answers: Answers) -> int:
    return int(bool(answers["current_violent"]) and int(answers["age_at_arrest"]) <= VERY_YOUNG)


PSA = Instrument(
    key="psa",
    title="Public Safety Assessment",
    version="2018",
    source=SOURCE,
    standing=Standing.VERIFIED,
    items=(
        counted("age_at_arrest", "Age at the current arrest", SOURCE, least=10, most=120),
        yes_no("current_violent", "Current offense is violent", SOURCE),
        yes_no("pending_charge", "Charge pending at the time of the offense", SOURCE),
        yes_no("prior_misdemeanor", "Prior misdemeanor conviction", SOURCE),
        yes_no("prior_felony", "Prior felony conviction", SOURCE),
        counted("prior_violent", "Prior violent convictions", SOURCE),
        counted("fta_past_2_years", "Failures to appear in the past two years", SOURCE),
        yes_no("fta_older", "Failure to appear more than two years ago", SOURCE),
        yes_no("prior_incarceration", "Prior sentence to incarceration of 14 days or more", SOURCE),
    ),
    points=(
        bands(NCA, "age_at_arrest", (YOUNG, 2), above=0),
        yes(NVCA, "current_violent", 2),
        Points(
            NVCA,
            ("current_violent", "age_at_arrest"),
            _young_and_violent,
            "current_violent_at_20_or_younger",
        ),
        yes(FTA, "pending_charge", 1),
        yes(NCA, "pending_charge", 3),
        yes(NVCA, "pending_charge", 1),
        yes(NCA, "prior_misdemeanor", 1),
        yes(NCA, "prior_felony", 1),
        Points(FTA, ANY_PRIOR, _any_prior, "any_prior_conviction"),
        Points(NVCA, ANY_PRIOR, _any_prior, "any_prior_conviction"),
        bands(NCA, "prior_violent", (0, 0), (2, 1), above=2),
        bands(NVCA, "prior_violent", (0, 0), (2, 1), above=2),
        bands(FTA, "fta_past_2_years", (0, 0), (1, 2), above=4),
        bands(NCA, "fta_past_2_years", (0, 0), (1, 1), above=2),
        yes(FTA, "fta_older", 1),
        yes(NCA, "prior_incarceration", 2),
    ),
    scales=(FTA, NCA, NVCA),
    scaled={
        FTA: (Band(0, 1), Band(1, 2), Band(2, 3), Band(4, 4), Band(6, 5), Band(7, 6)),
        NCA: (Band(0, 1), Band(2, 2), Band(4, 3), Band(6, 4), Band(8, 5), Band(13, 6)),
    },
    level=no_level,
    flags={NVCA: (NVCA, 4)},
)
