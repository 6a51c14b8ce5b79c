"""Which needs an assessment shows, by the scale or item of the instrument that asks about each."""

from collections.abc import Mapping
from dataclasses import dataclass

# Instrument, then its scale: the area of the plan that it asks about.
NEED_OF: Mapping[str, Mapping[str, str]] = {
    "oras_cst": {
        "education_employment_finance": "work",
        "family_social_support": "family",
        "neighborhood": "housing",
        "substance_use": "substance",
        "peers": "associates",
        "attitudes_behavior": "attitudes",
    },
    "pcra": {
        "education_employment": "work",
        "substance_use": "substance",
        "social_networks": "family",
        "cognitions": "attitudes",
    },
    "need_screen": {
        "accommodation": "housing",
        "work": "work",
        "relationships": "family",
        "lifestyle": "associates",
        "drugs": "substance",
        "alcohol": "substance",
        "thinking": "impulsivity",
        "attitudes": "attitudes",
    },
}
SEVERITIES = ("none", "standard", "severe")
PERCENT = 100


@dataclass(frozen=True, slots=True)
class NeedFound:
    """An area, what it scored of what it could, and how severe it is where that is known."""

    need: str
    scale: str
    score: int
    most: int
    severity: str

    @property
    def percent(self) -> int:
        """The share of what the scale can reach."""
        return round(PERCENT * self.score / self.most) if self.most else 0


def needs_found(
    instrument: str, scores: Mapping[str, int], scaled: Mapping[str, int], most: Mapping[str, int]
) -> tuple[NeedFound, ...]:
    """Return the areas that scored, the greatest share first."""
    found = [
        NeedFound(
            need,
            scale,
            scores[scale],
            most.get(scale, 0),
            SEVERITIES[scaled[scale]] if scale in scaled else "",
        )
        for scale, need in NEED_OF.get(instrument, {}).items()
        if scores.get(scale, 0) > 0
    ]
    return tuple(sorted(found, key=lambda each: -each.percent))
