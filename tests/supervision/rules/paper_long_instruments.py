"""The long instruments once more: Ohio's, Wisconsin's, and Michigan's guidelines."""

from tests.supervision.rules.paper_instruments import (
    Items,
    Ladder,
    Points,
    Table,
    Value,
    band,
    rungs,
    words,
    yes,
)

YES_NO: tuple[Value, ...] = (False, True)
ORAS_SECTIONS: dict[str, dict[str, tuple[Value, ...]]] = {
    "criminal_history": {
        "juvenile_arrest": ("none", "misdemeanor", "felony"),
        "adult_felonies": ("none", "1_2", "3_or_more"),
        "secure_sentence": YES_NO,
        "custody_misconduct": YES_NO,
        "prior_supervision": YES_NO,
        "technical_revocation": YES_NO,
    },
    "education_employment_finance": {
        "less_than_high_school": YES_NO,
        "suspended_or_expelled": YES_NO,
        "not_employed_at_arrest": YES_NO,
        "not_full_time": YES_NO,
        "unstructured_time": YES_NO,
        "poor_finances": YES_NO,
    },
    "family_social_support": {
        "parents_record": YES_NO,
        "dissatisfied_partnership": YES_NO,
        "little_support": YES_NO,
        "dissatisfied_support": YES_NO,
        "unstable_residence": YES_NO,
    },
    "neighborhood": {"high_crime_area": YES_NO, "drugs_available": ("no", "somewhat", "easily")},
    "substance_use": {
        "alcohol_before_17": YES_NO,
        "short_abstinence": YES_NO,
        "illegal_drugs": YES_NO,
        "drug_problems": ("none", "past", "current"),
        "drugs_and_work": YES_NO,
    },
    "peers": {
        "criminal_friends": ("none", "some", "most"),
        "criminal_peers": ("none", "at_risk", "regular"),
        "gang": ("never", "past", "current"),
        "criminal_activities": ("none", "some", "strong"),
    },
    "attitudes_behavior": {
        "criminal_pride": ("none", "some", "strong"),
        "little_concern": ("none", "some", "strong"),
        "no_control": ("none", "some", "strong"),
        "lies": YES_NO,
        "risk_taking": ("none", "some", "strong"),
        "fights": ("none", "some", "strong"),
        "do_unto_others": ("none", "some", "strong"),
    },
}


def _oras_level(scores: Points, items: Items) -> str:
    high = 24 if items["sex"] == "male" else 29
    return band(scores["total"], (0, "low"), (15, "moderate"), (high, "high"))


ORAS = Table(
    items={
        name: ((section, "total"), lambda value, allowed=allowed: allowed.index(value))  # type: ignore[misc]
        for section, items in ORAS_SECTIONS.items()
        for name, allowed in items.items()
    },
    tried={
        "sex": ("male", "female"),
        **{name: allowed for items in ORAS_SECTIONS.values() for name, allowed in items.items()},
    },
    level=_oras_level,
)

WISCONSIN_RISK: dict[str, tuple[Ladder, tuple[Value, ...]]] = {
    "address_changes": (rungs((0, 0), (1, 2), (2, 3)), (0, 1, 2, 6)),
    "employed_percent": (rungs((0, 2), (40, 1), (60, 0)), (0, 39, 40, 59, 60, 100)),
    "alcohol": (words(none=0, some=2, serious=4), ("none", "some", "serious")),
    "drugs": (words(none=0, some=1, serious=2), ("none", "some", "serious")),
    "attitude": (
        words(motivated=0, dependent=3, rationalizes=5),
        ("motivated", "dependent", "rationalizes"),
    ),
    "age_first_conviction": (rungs((0, 4), (20, 2), (24, 0)), (15, 19, 20, 23, 24, 40)),
    "prior_supervision": (yes(4), YES_NO),
    "prior_revocations": (yes(4), YES_NO),
    "prior_felonies": (rungs((0, 0), (1, 2), (2, 4)), (0, 1, 2, 5)),
    "theft_conviction": (yes(2), YES_NO),
    "fraud_conviction": (yes(3), YES_NO),
    "assaultive_5_years": (yes(15), YES_NO),
}
# Strength (none where there is no such box), no need, some, considerable.
WISCONSIN_NEEDS: dict[str, tuple[int | None, int, int, int]] = {
    "academic": (-1, 0, 2, 4),
    "employment": (-1, 0, 3, 6),
    "finance": (-1, 0, 3, 5),
    "marital_family": (-1, 0, 3, 5),
    "companions": (-1, 0, 2, 4),
    "emotional": (-2, 0, 4, 7),
    "alcohol_need": (None, 0, 3, 6),
    "drug_need": (None, 0, 3, 5),
    "mental_ability": (None, 0, 3, 6),
    "health": (None, 0, 1, 2),
    "sexual_behavior": (None, 0, 3, 5),
    "agent_impression": (-1, 0, 3, 5),
}
BOXES = ("strength", "no_need", "some_need", "considerable_need")


def _boxes(points: tuple[int | None, int, int, int]) -> dict[str, int]:
    return {box: each for box, each in zip(BOXES, points, strict=True) if each is not None}


def _wisconsin_level(scores: Points, _items: Items) -> str:
    risk = band(scores["risk"], (0, "0"), (8, "1"), (15, "2"))
    needs = band(scores["needs"], (-99, "0"), (15, "1"), (30, "2"))
    return ("low", "medium", "maximum")[int(max(risk, needs))]


WISCONSIN = Table(
    items={
        **{name: (("risk",), ladder) for name, (ladder, _) in WISCONSIN_RISK.items()},
        **{name: (("needs",), words(**_boxes(points))) for name, points in WISCONSIN_NEEDS.items()},
    },
    tried={
        **{name: values for name, (_, values) in WISCONSIN_RISK.items()},
        **{name: tuple(_boxes(points)) for name, points in WISCONSIN_NEEDS.items()},
    },
    level=_wisconsin_level,
)

SECTIONS = (
    *("active_sentence", "prior_record", "institutional_conduct", "statistical_risk"),
    *("age", "program_performance", "mental_health", "housing"),
)
GUIDELINES = Table(
    items=dict.fromkeys(SECTIONS, (("total",), int)),
    tried=dict.fromkeys(SECTIONS, (-99, -13, -1, 0, 1, 3, 99)),
    level=lambda scores, _items: band(
        scores["total"], (-999, "low"), (-12, "average"), (3, "high")
    ),
)
