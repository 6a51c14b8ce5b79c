"""A worksheet as plain text: each date, the steps that led to it, the citation of each."""

from collections.abc import Iterator
from textwrap import indent, wrap

from timecomp.law.worksheet import Worksheet, WorksheetSection, WorksheetStep, in_words

WIDTH = 96
STEP_INDENT = "  "


def explanation(sheet: Worksheet) -> str:
    """Return the worksheet as a page that reads from top to bottom."""
    return "\n".join(_lines(sheet))


def _lines(sheet: Worksheet) -> Iterator[str]:
    title = f"Case {sheet.case}"
    if sheet.as_of is not None:
        title += f", as of {in_words(sheet.as_of)}"
    yield from (title, "=" * len(title), "")
    yield from _exceptions(sheet)
    for section in sheet.person:
        yield from _section(section)
    for label, sections in sheet.sentences.items():
        heading = f"Sentence {label}"
        yield from (heading, "-" * len(heading))
        for section in sections:
            yield from _section(section)


def _exceptions(sheet: Worksheet) -> Iterator[str]:
    if not sheet.exceptions:
        return
    yield "For a person to settle:"
    for found in sheet.exceptions:
        whose = f"sentence {found.sentence}, " if found.sentence else ""
        yield from _wrapped(f"* {found.message} ({whose}rule {found.rule})")
    yield ""


def _section(section: WorksheetSection) -> Iterator[str]:
    day = f": {in_words(section.day)}" if section.day is not None or not section.steps else ""
    yield f"{section.heading}{day}"
    for step in section.steps:
        yield from _step(step, STEP_INDENT)
    yield ""


def _step(step: WorksheetStep, margin: str) -> Iterator[str]:
    yield from _wrapped(step.sentence, margin)
    law = f"[{step.rule}] {step.citation}"
    deeper = margin + STEP_INDENT
    yield from _wrapped(law, deeper)
    for read in step.parameters:
        yield from _wrapped(f"{read.name}: {read.value} ({read.citation})", deeper)
    if step.awaits:
        yield from _wrapped(step.awaits, deeper)
    for inner in step.inner:
        yield from _step(inner, deeper)


def _wrapped(text: str, margin: str = "") -> list[str]:
    return [indent(line, margin) for line in wrap(text, WIDTH - len(margin))]
