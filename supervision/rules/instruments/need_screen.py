"""A screen of needs: the sum of each section's answers, and how severe the need is."""

from collections.abc import Mapping
from dataclasses import dataclass

from supervision.rules.instruments.form import (
    Answers,
    Band,
    Instrument,
    Item,
    ItemType,
    Points,
    banded,
)
from timecomp.engine.standing import Standing

KEY = "need_screen"
VERSION = "1"
SOURCE = "Sections and cut-offs of needs (read); the questions belong to the assessment behind them"
SEVERITIES = ("none", "standard", "severe")


@dataclass(frozen=True, slots=True)
class Cutoff:
    """From which sum a section's need is standard, from which severe, and the highest sum."""

    section: str
    label: str
    standard_from: int
    severe_from: int
    most: int


def need_screen(cutoffs: tuple[Cutoff, ...]) -> Instrument:
    """Return the screen with the cut-offs of the day; its level is the most severe need."""
    tables = {each.section: _bands(each) for each in cutoffs}

    def level(scores: Mapping[str, int], _answers: Answers) -> str:
        worst = max(int(banded(scores[name], table)) for name, table in tables.items())
        return SEVERITIES[worst]

    return Instrument(
        key=KEY,
        title="Screen of needs",
        version=VERSION,
        source=SOURCE,
        standing=Standing.VERIFIED,
        items=tuple(_item(each) for each in cutoffs),
        points=tuple(_points(each) for each in cutoffs),
        scales=tuple(each.section for each in cutoffs),
        scaled=tables,
        level=level,
        flags={},
        reassess_days=182,
    )


def _bands(cutoff: Cutoff) -> tuple[Band, ...]:
    return (
        Band(cutoff.standard_from - 1, 0),
        Band(cutoff.severe_from - 1, 1),
        Band(cutoff.most, 2),
    )


def _item(cutoff: Cutoff) -> Item:
    label = f"{cutoff.label}: sum of the answers"
    return Item(cutoff.section, label, ItemType.SCORE, SOURCE, Standing.VERIFIED, 0, cutoff.most)


def _points(cutoff: Cutoff) -> Points:
    return Points(cutoff.section, (cutoff.section,), lambda answers: int(answers[cutoff.section]))
