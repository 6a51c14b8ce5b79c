"""What of a worksheet one page shows: a few sentences whole, the others as a line each."""

from dataclasses import dataclass
from datetime import date

from timecomp.law.topics import Topic
from timecomp.selectors.sheets import PersonSheet, SheetPart
from timecomp.selectors.shown_whole import FEW, shown_whole

# The dates by which sentences are told apart on their lines.
LINE_TOPICS = (Topic.START, Topic.NET_MINIMUM, Topic.PAROLE_ELIGIBILITY, Topic.NET_MAXIMUM)


@dataclass(frozen=True, slots=True)
class PartLine:
    """A sentence in one line: its letter, whether it controls, and the days of ``LINE_TOPICS``."""

    sentence: str
    controls: bool
    days: tuple[date | None, ...]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """The parts that stand whole, and a line for every sentence where there are many."""

    parts: tuple[SheetPart, ...]
    lines: tuple[PartLine, ...]
    is_of_one: bool

    @property
    def is_of_many(self) -> bool:
        """Say whether most sentences are only a line, because there are many."""
        return bool(self.lines) and not self.is_of_one


def sheet_page(found: PersonSheet, chosen: str) -> SheetPage:
    """Return what the page shows; of many sentences, one stands whole.

    That is the sentence asked for, or the controlling one under the dates of the person.
    """
    person, *sentences = found.sheet.parts
    labels = tuple(part.sentence for part in sentences)
    whole = shown_whole(labels, found.controlling[:1], chosen)
    shown = tuple(part for part in sentences if part.sentence in whole)
    is_of_one = chosen in labels
    lines = tuple(_line(part, found.controlling) for part in sentences)
    return SheetPage(
        parts=shown if is_of_one else (person, *shown),
        lines=lines if len(labels) > FEW else (),
        is_of_one=is_of_one,
    )


def _line(part: SheetPart, controlling: tuple[str, ...]) -> PartLine:
    days = {section.topic: section.day for section in part.sections}
    return PartLine(
        part.sentence, part.sentence in controlling, tuple(days.get(each) for each in LINE_TOPICS)
    )
