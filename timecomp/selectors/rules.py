"""The book of rules for reading: every rule with its law, and how many people it touched."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from ots.access.viewer import Viewer
from timecomp.law.rule_book import ParameterEntry, RuleEntry, rule_book
from timecomp.selectors.runs import people_touched

CHAPTER_PREFIX = "mcl_"


@dataclass(frozen=True, slots=True)
class ListedRule:
    """One version of a rule, and the people of the last run whom it touched."""

    entry: RuleEntry
    people: int | None


@dataclass(frozen=True, slots=True)
class Chapter:
    """The rules of one chapter of the compiled laws."""

    heading: str
    rules: tuple[ListedRule, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All chapters and parameters, with how many rules there are and how many await counsel."""

    chapters: tuple[Chapter, ...]
    parameters: tuple[ParameterEntry, ...]
    versions: int
    awaiting: int


def law_rules(viewer: Viewer, *, only_awaiting: bool = False, rule: str = "") -> Book:
    """Return the book, or of it only what a lawyer has still to confirm, or only one rule."""
    book = rule_book()
    touched = people_touched(viewer)
    awaiting = [entry for entry in book.rules if entry.standing.awaits_counsel]
    listed = book.rule(rule) if rule else awaiting if only_awaiting else book.rules
    read = {id for entry in listed for id in entry.parameters}
    return Book(
        chapters=tuple(
            Chapter(heading, tuple(_listed(entry, touched) for entry in entries))
            for heading, entries in groupby(listed, key=_chapter)
        ),
        parameters=tuple(each for each in book.parameters if not rule or each.id in read),
        versions=len(book.rules),
        awaiting=len(awaiting),
    )


def _listed(entry: RuleEntry, touched: Mapping[str, int] | None) -> ListedRule:
    return ListedRule(entry, None if touched is None else touched.get(entry.id, 0))


def _chapter(entry: RuleEntry) -> str:
    """``timecomp.law.mcl_800.s33_good_time`` stands in chapter 800."""
    for part in entry.module.split("."):
        if part.startswith(CHAPTER_PREFIX):
            return f"MCL chapter {part.removeprefix(CHAPTER_PREFIX)}"
    return "Not of one chapter"
