"""An assessment as its printed page needs it: plain text, ready to set."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from supervision.selectors.scorings import PartShown, ScaleShown, ScoringShown

UNCONFIRMED = "The tables of this instrument are recalled and not yet confirmed."


def printed_scoring(
    shown: ScoringShown, *, name: object, person_id: int, at: datetime, notice: str
) -> Mapping[str, object]:
    """Return what the page prints: what the viewer sees on the screen, and nothing else."""
    return {
        "title": shown.title,
        "subject": f"{name}, number {person_id}",
        "foot": f"Printed {timezone.localtime(at):%b %d, %Y %H:%M}",
        "facts": _facts(shown),
        "warnings": [*_warnings(shown), *([notice] if notice else [])],
        "scales": [_scale(each) for each in shown.scales],
        "missing": list(shown.missing),
        "moves": [[each.label, each.answer, each.instead, each.becomes] for each in shown.moves],
    }


def _facts(shown: ScoringShown) -> list[list[str]]:
    scoring = shown.scoring
    facts = [
        ["Result", shown.result],
        ["As of", f"{getattr(scoring, 'scored_on'):%b %d, %Y}"],  # noqa: B009  # a read object
        ["Why", str(getattr(scoring, "get_occasion_display"))],  # noqa: B009  # a read object
        ["Version", str(getattr(scoring, "version"))],  # noqa: B009  # a read object
    ]
    return [*facts, *([label, value] for label, value in shown.flags)]


def _warnings(shown: ScoringShown) -> list[str]:
    found = [] if shown.is_confirmed else [f"{UNCONFIRMED} {shown.awaits}".strip()]
    if shown.missing:
        found.append("Items are missing: the result is provisional, within the ranges shown.")
    return found


def _scale(scale: ScaleShown) -> dict[str, object]:
    within = f", between {scale.lowest} and {scale.highest}" if scale.is_open else ""
    return {
        "label": scale.label,
        "score": f"{scale.score}{within}",
        "parts": [_part(each) for each in scale.parts],
    }


def _part(part: PartShown) -> list[str]:
    share = "" if part.share is None else f"{part.share} %"
    return [part.label, part.answer, str(part.points), share]
