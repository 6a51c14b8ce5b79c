"""What a printed worksheet is given: plain values, each already as the viewer may see it."""

from collections.abc import Sequence
from datetime import datetime

from django.utils import timezone

from offenders.selectors.reading import Reading
from ots.access.exports import notice_for
from ots.access.fields import HIDDEN
from timecomp.law.case_json import to_plain
from timecomp.selectors.comparisons import Compared, ToldComparison
from timecomp.selectors.sheets import PersonSheet, Sheet, parts_as_json

HYPOTHETICAL = "A hypothetical case: nothing here is on any person's record."
NEWER_LAW = "The law book has changed since this was stored; these steps follow that of today."
WARNING = "Not a legal opinion. Rules that await confirmation by counsel say so."

Json = dict[str, object]


def printed_worksheet(
    reading: Reading, found: PersonSheet, *, name: object, person_id: int, at: datetime
) -> Json:
    """Return the data of the worksheet of a person, to print."""
    subject = f"{shown(name)}, No. {person_id}"
    return {
        "title": "Worksheet of time computation",
        "subject": subject,
        "foot": _foot(reading, at),
        "facts": [
            ["Person", subject],
            ["Facts as of", _day(found.sheet)],
            ["Computed", _moment(found.computed_at)],
            ["Law book", found.sheet.law_version],
        ],
        "warnings": [NEWER_LAW, WARNING] if found.law_has_changed else [WARNING],
        "to_settle": [
            {"sentence": each.sentence, "message": each.message} for each in found.exceptions
        ],
        "parts": parts_as_json(found.sheet.parts),
    }


def printed_comparison(
    reading: Reading, found: ToldComparison, *, name: object, person_id: int, at: datetime
) -> Json:
    """Return the data of a comparison of two computations, to print."""
    subject = f"{shown(name)}, No. {person_id}"
    return {
        "title": "What changed between two computations",
        "subject": subject,
        "foot": _foot(reading, at),
        "facts": [
            ["Person", subject],
            *([label, _computed(each)] for label, each in _both(found)),
        ],
        "moves": [
            {
                "what": f"Sentence {each.sentence}, {each.label.lower()}"
                if each.sentence
                else each.label,
                "before": to_plain(each.before),
                "after": to_plain(each.after),
                "shift": each.shift,
                "why": each.why,
            }
            for each in found.moves
        ],
        "changes": list(found.changes),
    }


def _both(found: ToldComparison) -> tuple[tuple[str, Compared], tuple[str, Compared]]:
    return (("Older", found.older), ("Newer", found.newer))


def _computed(each: Compared) -> str:
    asked = f": {each.prompted_by}" if each.prompted_by else ""
    return f"{_moment(each.computed_at)}, {each.cause}{asked}, law book {each.law_version}"


def printed_hypothesis(
    sheet: Sheet, to_settle: Sequence[tuple[str, str]], *, at: datetime, notice: str = ""
) -> Json:
    """Return the data of the worksheet of a hypothetical case, to print."""
    return {
        "title": "Worksheet of a hypothetical case",
        "subject": "Hypothetical case",
        "foot": f"Printed {_moment(at)}. {notice}".strip(),
        "facts": [["Facts as of", _day(sheet)], ["Law book", sheet.law_version]],
        "warnings": [HYPOTHETICAL, WARNING],
        "to_settle": [{"sentence": each, "message": message} for each, message in to_settle],
        "parts": parts_as_json(sheet.parts),
    }


def _foot(reading: Reading, at: datetime) -> str:
    """The line under every page, with the notice that the law wants beside some values."""
    printed = f"Printed {_moment(at)} by {reading.viewer.user}."
    return f"{printed} {notice_for(reading.seen.categories)}".strip()


def shown(name: object) -> str:
    """Return a name to print; nothing where it is withheld."""
    return "" if name is HIDDEN else str(name)


def _moment(at: datetime) -> str:
    return f"{timezone.localtime(at):%B %-d, %Y %H:%M}"


def _day(sheet: Sheet) -> str:
    return (
        "no day given"
        if sheet.as_of is None
        else f"{sheet.as_of:%B} {sheet.as_of.day}, {sheet.as_of.year}"
    )
