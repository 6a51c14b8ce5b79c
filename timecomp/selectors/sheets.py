"""The whole worksheet of a case: one trace, whatever page, print or file it is shown as."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from offenders.selectors.reading import Reading
from timecomp.law.case_json import to_plain
from timecomp.law.credit_lines import CreditMonths
from timecomp.law.credit_months import credit_months
from timecomp.law.facts import Case
from timecomp.law.results import Result
from timecomp.law.rule_book import law_version
from timecomp.law.worksheet import WorksheetSection, worksheet
from timecomp.models import Computation
from timecomp.selectors.dates import standing_computation
from timecomp.selectors.evaluation import evaluate
from timecomp.selectors.exceptions import OpenException, open_exceptions
from timecomp.selectors.frozen import thaw_facts
from timecomp.selectors.pictures import Drawing, drawing
from timecomp.selectors.seen_steps import months_as_seen, section_as_seen
from timecomp.selectors.shown_whole import EVERY, controlling_of, to_draw
from timecomp.selectors.sight import Sight

FORM_OF_FILE = 1


@dataclass(frozen=True, slots=True)
class SheetPart:
    """The person as a whole, or one sentence: each date with its steps, then its credits."""

    sentence: str
    sections: tuple[WorksheetSection, ...]
    tables: tuple[CreditMonths, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A computation line by line: the person's dates first, then each sentence's."""

    as_of: date | None
    law_version: str
    parts: tuple[SheetPart, ...]


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """The worksheet of what stands for a person, as the viewer may see it."""

    sheet: Sheet
    drawing: Drawing | None
    controlling: tuple[str, ...]
    computed_at: datetime
    law_has_changed: bool
    exceptions: tuple[OpenException, ...]


def sheet_of(sight: Sight, case: Case, result: Result) -> Sheet:
    """Return the worksheet of a case whose result keeps its steps."""
    told = worksheet(result)
    tables = [months_as_seen(sight, table) for table in credit_months(case, result)]
    person = SheetPart("", _seen(sight, told.person), ())
    sentences = (
        SheetPart(id, _seen(sight, sections), tuple(t for t in tables if t.sentence == id))
        for id, sections in told.sentences.items()
    )
    return Sheet(told.as_of, law_version(), (person, *sentences))


def _seen(sight: Sight, sections: Iterable[WorksheetSection]) -> tuple[WorksheetSection, ...]:
    return tuple(section_as_seen(sight, section) for section in sections)


def person_sheet(reading: Reading, person_id: int, *, chosen: str = "") -> PersonSheet | None:
    """Return the worksheet of what stands for a person in reach; None where nothing does.

    As with a single date, the steps are worked out again from the stored facts under the law book
    of today. Of many sentences the drawing shows the controlling ones, or the one chosen.
    """
    found = _standing(reading, person_id)
    if found is None:
        return None
    stored, case, result = found
    return PersonSheet(
        sheet=sheet_of(reading, case, result),
        drawing=drawing(reading, case, to_draw(result, chosen)),
        controlling=controlling_of(result),
        computed_at=stored.computed_at,
        law_has_changed=stored.law_version != law_version(),
        exceptions=open_exceptions(reading, person_id),
    )


def person_drawing(reading: Reading, person_id: int, *, chosen: str = "") -> Drawing | None:
    """Return the drawing of what stands for a person in reach; None where nothing does."""
    found = _standing(reading, person_id)
    if found is None:
        return None
    _, case, result = found
    return drawing(reading, case, to_draw(result, "" if chosen == EVERY else chosen))


def _standing(reading: Reading, person_id: int) -> tuple[Computation, Case, Result] | None:
    if not reading.sees(Computation, "facts"):
        return None
    stored = standing_computation(reading, person_id)
    if stored is None:
        return None
    recorded = thaw_facts(stored.facts, person_id=person_id, as_of=stored.as_of)
    return stored, recorded.case, evaluate(recorded, trace=True)


def sheet_as_json(found: PersonSheet, person_id: int) -> dict[str, object]:
    """Return the worksheet as a file holds it: the same steps, withheld the same."""
    return {
        "form": FORM_OF_FILE,
        "person": person_id,
        "as_of": to_plain(found.sheet.as_of),
        "computed_at": found.computed_at.isoformat(),
        "law_version": found.sheet.law_version,
        "law_has_changed": found.law_has_changed,
        "to_settle": [
            {"sentence": each.sentence, "message": each.message, "rule": each.rule}
            for each in found.exceptions
        ],
        "parts": parts_as_json(found.sheet.parts),
    }


def parts_as_json(parts: Iterable[SheetPart]) -> list[object]:
    """Return the parts of a worksheet as plain values."""
    return [to_plain(part) for part in parts]
