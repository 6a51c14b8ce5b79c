"""The instruments once more, written from their published tables alone.

Shares nothing with the rules. An item's points hang under its scale; what several items decide
together is written out. What an answer left out could still do is tried, answer by answer.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

Value = bool | int | str
Items = Mapping[str, Value]
Points = dict[str, int]
Ladder = Callable[[Value], int]
Together = Callable[[Items], Points]


@dataclass(frozen=True)
class Table:
    """One instrument as printed: each item's scales and points, and answers worth trying."""

    items: dict[str, tuple[tuple[str, ...], Ladder]]
    tried: dict[str, tuple[Value, ...]]
    level: Callable[[Points, Items], str | None]
    together: Together = field(default=lambda _items: {})

    def scales(self) -> list[str]:
        """The scales, each once."""
        return list(dict.fromkeys(scale for scales, _ in self.items.values() for scale in scales))

    def scores(self, items: Items) -> Points:
        """What the given answers earn."""
        earned = dict.fromkeys(self.scales(), 0)
        for name, (scales, ladder) in self.items.items():
            for scale in scales:
                earned[scale] += ladder(items[name]) if name in items else 0
        for scale, points in self.together(items).items():
            earned[scale] += points
        return earned

    def missing(self, items: Items) -> list[str]:
        """Items that nobody answered."""
        return [name for name in self.tried if name not in items]

    def completed(self, items: Items) -> Iterator[Items]:
        """The answers with each way of giving those left out."""
        names = self.missing(items)
        for values in product(*(self.tried[name] for name in names)):
            yield {**items, **dict(zip(names, values, strict=True))}


def yes(points: int) -> Ladder:
    """So many points for a yes."""
    return lambda value: points if value else 0


def no(points: int) -> Ladder:
    """So many points for a no."""
    return lambda value: 0 if value else points


def words(**points: int) -> Ladder:
    """So many points for a word; a figure is written after an underscore."""
    return lambda value: points[f"_{value}" if str(value)[0].isdigit() else str(value)]


def rungs(*steps: tuple[int, int]) -> Ladder:
    """The points of the highest rung reached: (from, points), low to high."""
    return lambda value: [points for least, points in steps if int(value) >= least][-1]


def band(score: int, *steps: tuple[int, str]) -> str:
    """The word of the highest rung reached."""
    return [word for least, word in steps if score >= least][-1]


def _flat(scale: str, **items: Ladder) -> dict[str, tuple[tuple[str, ...], Ladder]]:
    return {name: ((scale,), ladder) for name, ladder in items.items()}


def _summed(scale: str, **items: Ladder) -> dict[str, tuple[tuple[str, ...], Ladder]]:
    return {name: ((scale, "total"), ladder) for name, ladder in items.items()}


def _yes_no(names: Iterable[str]) -> dict[str, tuple[Value, ...]]:
    return dict.fromkeys(names, (False, True))


# --- Public Safety Assessment
PSA_ITEMS: dict[str, tuple[tuple[str, ...], Ladder]] = {
    "pending_charge": (("fta",), yes(1)),
    "fta_past_2_years": (("fta",), rungs((0, 0), (1, 2), (2, 4))),
    "fta_older": (("fta",), yes(1)),
    "age_at_arrest": (("nca",), rungs((0, 2), (23, 0))),
    "prior_misdemeanor": (("nca",), yes(1)),
    "prior_felony": (("nca",), yes(1)),
    "prior_violent": (("nca", "nvca"), rungs((0, 0), (1, 1), (3, 2))),
    "prior_incarceration": (("nca",), yes(2)),
    "current_violent": (("nvca",), yes(2)),
}


def _psa_together(items: Items) -> Points:
    young = "age_at_arrest" in items and int(items["age_at_arrest"]) <= 20
    convicted = any(items.get(name) for name in ("prior_misdemeanor", "prior_felony"))
    pending = bool(items.get("pending_charge"))
    recent = int(items.get("fta_past_2_years", 0))
    return {
        "fta": int(convicted),
        "nca": 3 * pending + min(recent, 2),
        "nvca": pending + convicted + int(bool(items.get("current_violent")) and young),
    }


PSA = Table(
    items=PSA_ITEMS,
    tried={
        "age_at_arrest": (18, 20, 21, 22, 23, 40),
        **_yes_no(["current_violent", "pending_charge", "prior_misdemeanor", "prior_felony"]),
        "prior_violent": (0, 1, 2, 3, 7),
        "fta_past_2_years": (0, 1, 2, 5),
        **_yes_no(["fta_older", "prior_incarceration"]),
    },
    level=lambda _scores, _items: None,
    together=_psa_together,
)


def psa_scaled(scores: Points) -> Points:
    """The raw points on the scales of one to six."""
    fta = (1, 2, 3, 4, 4, 5, 5, 6)[scores["fta"]]
    nca = (1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 6, 6, 6)[scores["nca"]]
    return {"fta": fta, "nca": nca}


# --- VPRAI-Revised
VPRAI = Table(
    items=_flat(
        "risk",
        active_supervision=yes(2),
        felony_drug_theft_fraud=yes(3),
        pending_charge=yes(2),
        criminal_history=yes(2),
        failures_to_appear=rungs((0, 0), (2, 1)),
        violent_convictions=rungs((0, 0), (2, 1)),
        unemployed=yes(1),
        drug_abuse=yes(2),
    ),
    tried={
        **_yes_no(
            ["active_supervision", "felony_drug_theft_fraud", "pending_charge", "criminal_history"]
        ),
        "failures_to_appear": (0, 1, 2, 3),
        "violent_convictions": (0, 1, 2, 3),
        **_yes_no(["unemployed", "drug_abuse"]),
    },
    level=lambda scores, _items: band(
        scores["risk"], (0, "1"), (3, "2"), (5, "3"), (7, "4"), (9, "5"), (11, "6")
    ),
)

# --- Post-Conviction Risk Assessment
PCRA = Table(
    items={
        **_summed(
            "criminal_history",
            arrests=rungs((0, 0), (1, 1), (3, 2), (8, 3)),
            age=rungs((0, 2), (26, 1), (41, 0)),
            violent_offense=yes(1),
            varied_offending=yes(1),
            earlier_supervision_failed=yes(1),
            institutional_adjustment=yes(1),
        ),
        **_summed(
            "education_employment",
            below_high_school=yes(1),
            unemployed=yes(1),
            poor_work_history=yes(1),
        ),
        **_summed("substance_use", alcohol_problem=yes(1), drug_problem=yes(1)),
        **_summed(
            "social_networks", single=yes(1), unstable_family=yes(1), no_prosocial_support=yes(1)
        ),
        **_summed("cognitions", low_motivation=yes(1)),
    },
    tried={
        "arrests": (0, 1, 2, 3, 7, 8, 20),
        "age": (18, 25, 26, 40, 41, 60),
        **_yes_no(
            [
                *("violent_offense", "varied_offending", "earlier_supervision_failed"),
                *("institutional_adjustment", "below_high_school", "unemployed"),
                *("poor_work_history", "alcohol_problem", "drug_problem", "single"),
                *("unstable_family", "no_prosocial_support", "low_motivation"),
            ]
        ),
    },
    level=lambda scores, _items: band(
        scores["total"], (0, "low"), (6, "low_moderate"), (10, "moderate"), (13, "high")
    ),
)

# --- Salient Factor Score of 1981
SALIENT = Table(
    items=_flat(
        "salient",
        prior_convictions=rungs((0, 3), (1, 2), (2, 1), (4, 0)),
        prior_commitments=rungs((0, 2), (1, 1), (3, 0)),
        age_at_offense=rungs((0, 0), (20, 1), (26, 2)),
        commitment_free_3_years=yes(1),
        under_sentence=no(1),
        opiate_dependence=no(1),
    ),
    tried={
        "prior_convictions": (0, 1, 2, 3, 4, 9),
        "prior_commitments": (0, 1, 2, 3, 5),
        "age_at_offense": (17, 19, 20, 25, 26, 50),
        **_yes_no(["commitment_free_3_years", "under_sentence", "opiate_dependence"]),
    },
    level=lambda scores, _items: band(
        scores["salient"], (0, "poor"), (4, "fair"), (6, "good"), (8, "very_good")
    ),
)
