"""How a case plan moves on, what a signature stands for, and how many hours a risk asks for."""

import hashlib
import json
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

RESEARCH = "Research on hours of cognitive-behavioral contact by risk"
DOSAGE = parameter(
    "supervision.dosage_hours",
    title="Hours of programs and skills for a level of supervision",
    unit="hours",
    module=__name__,
    values=[
        Value(
            None,
            {"medium": 100, "maximum": 200, "high": 300},
            RESEARCH,
            Standing.RECALLED,
            "The hours, and which level stands for moderate, moderate-high and high risk.",
        )
    ],
)
REVIEW_MONTHS = parameter(
    "supervision.plan_review_months",
    title="Months after which a case plan is reviewed",
    unit="months",
    module=__name__,
    values=[
        Value(None, 6, "The rhythm of reclassification", Standing.RECALLED, "The policy itself.")
    ],
)


class Step(StrEnum):
    """Something that moves a plan on."""

    SIGNED = "signed"
    PROGRESS = "progress"
    REVIEW = "review"
    CLOSE = "close"


DRAFT, AGREED, ACTIVE, REVIEWED, CLOSED = "draft", "agreed", "active", "reviewed", "closed"
_MOVES = {
    (DRAFT, Step.SIGNED): AGREED,
    (AGREED, Step.PROGRESS): ACTIVE,
    (REVIEWED, Step.PROGRESS): ACTIVE,
    (AGREED, Step.REVIEW): REVIEWED,
    (ACTIVE, Step.REVIEW): REVIEWED,
}


def status_after(status: str, step: Step) -> str:
    """The status after the step; a step that moves nothing leaves the plan where it is.

    Nothing leads out of a closed plan, and nothing but both signatures out of a draft.
    """
    if step is Step.CLOSE:
        return CLOSED
    return _MOVES.get((status, step), status)


def content_digest(rows: Sequence[Sequence[object]]) -> str:
    """A digest of what a plan says; a signature stands as long as it is the same."""
    written = json.dumps([[str(each) for each in row] for row in rows])
    return hashlib.sha256(written.encode()).hexdigest()


def target_hours(level: str, day: date) -> int | None:
    """The hours that the level asks for on the day; none where research names none."""
    return DOSAGE.on(day).amount.get(level)


def months_later(day: date, months: int) -> date:
    """The same day so many months later; the last day of a shorter month."""
    years, month = divmod(day.month - 1 + months, 12)
    for last in (day.day, 30, 29, 28):
        try:
            return date(day.year + years, month + 1, last)
        except ValueError:
            continue
    raise ValueError(f"[{day}] has no day [{months}] months later.")
