"""Wisconsin risk and needs assessment (DOC-502)."""

from collections.abc import Mapping

from supervision.rules.instruments.form import (
    Answers,
    Band,
    Instrument,
    Item,
    ItemType,
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

SOURCE = "Wisconsin DOC-502, public form (recalled)"
R = Standing.RECALLED
RISK, NEEDS = "risk", "needs"
RISK_LEVELS = (Band(7, "low"), Band(14, "medium"), Band(99, "maximum"))
NEEDS_LEVELS = (Band(14, "low"), Band(29, "medium"), Band(99, "maximum"))
ORDER = ("low", "medium", "maximum")
_STRENGTH, _NONE, _SOME, _MUCH = "strength", "no_need", "some_need", "considerable_need"
_NEEDS: tuple[tuple[str, str, tuple[int, ...]], ...] = (
    ("academic", "Academic and vocational skills", (-1, 0, 2, 4)),
    ("employment", "Employment", (-1, 0, 3, 6)),
    ("finance", "Financial management", (-1, 0, 3, 5)),
    ("marital_family", "Marital and family relationships", (-1, 0, 3, 5)),
    ("companions", "Companions", (-1, 0, 2, 4)),
    ("emotional", "Emotional stability", (-2, 0, 4, 7)),
    ("alcohol_need", "Alcohol usage problems", (0, 3, 6)),
    ("drug_need", "Other drug problems", (0, 3, 5)),
    ("mental_ability", "Mental ability", (0, 3, 6)),
    ("health", "Health", (0, 1, 2)),
    ("sexual_behavior", "Sexual behavior", (0, 3, 5)),
    ("agent_impression", "Agent's impression of needs", (-1, 0, 3, 5)),
)


def _choices(points: tuple[int, ...]) -> tuple[str, ...]:
    named = (_STRENGTH, _NONE, _SOME, _MUCH)
    return named if len(points) == len(named) else named[1:]


def _need_item(name: str, label: str, points: tuple[int, ...]) -> Item:
    return chosen(name, label, SOURCE, *_choices(points), standing=R)


def _need_points(name: str, points: tuple[int, ...]) -> Points:
    return choice(NEEDS, name, dict(zip(_choices(points), points, strict=True)))


def _higher(scores: Mapping[str, int], _answers: Answers) -> str:
    """The higher of the levels of risk and of needs."""
    risk = str(banded(scores[RISK], RISK_LEVELS))
    needs = str(banded(scores[NEEDS], NEEDS_LEVELS))
    return max(risk, needs, key=ORDER.index)


WISCONSIN = Instrument(
    key="wisconsin",
    title="Wisconsin risk and needs",
    version="DOC-502",
    source=SOURCE,
    standing=R,
    awaits="Every item's points and the bounds of the levels; the interval was read.",
    items=(
        counted("address_changes", "Address changes in the last 12 months", SOURCE, R),
        Item("employed_percent", "Time employed, per cent", ItemType.COUNT, SOURCE, R, 0, 100),
        chosen("alcohol", "Alcohol problems", SOURCE, "none", "some", "serious", standing=R),
        chosen("drugs", "Other drug problems", SOURCE, "none", "some", "serious", standing=R),
        chosen(
            "attitude", "Attitude", SOURCE, "motivated", "dependent", "rationalizes", standing=R
        ),
        counted("age_first_conviction", "Age at first conviction", SOURCE, R, least=7, most=120),
        yes_no("prior_supervision", "Prior supervision", SOURCE, R),
        yes_no("prior_revocations", "Prior revocations", SOURCE, R),
        counted("prior_felonies", "Prior felony convictions", SOURCE, R),
        yes_no("theft_conviction", "Burglary, theft, auto theft or robbery", SOURCE, R),
        yes_no("fraud_conviction", "Worthless checks or forgery", SOURCE, R),
        yes_no("assaultive_5_years", "Assaultive offense in the last five years", SOURCE, R),
        *(_need_item(*each) for each in _NEEDS),
    ),
    points=(
        bands(RISK, "address_changes", (0, 0), (1, 2), above=3),
        bands(RISK, "employed_percent", (39, 2), (59, 1), above=0),
        choice(RISK, "alcohol", {"none": 0, "some": 2, "serious": 4}),
        choice(RISK, "drugs", {"none": 0, "some": 1, "serious": 2}),
        choice(RISK, "attitude", {"motivated": 0, "dependent": 3, "rationalizes": 5}),
        bands(RISK, "age_first_conviction", (19, 4), (23, 2), above=0),
        yes(RISK, "prior_supervision", 4),
        yes(RISK, "prior_revocations", 4),
        bands(RISK, "prior_felonies", (0, 0), (1, 2), above=4),
        yes(RISK, "theft_conviction", 2),
        yes(RISK, "fraud_conviction", 3),
        yes(RISK, "assaultive_5_years", 15),
        *(_need_points(name, points) for name, _, points in _NEEDS),
    ),
    scales=(RISK, NEEDS),
    scaled={},
    level=_higher,
    flags={},
    reassess_days=182,
)
