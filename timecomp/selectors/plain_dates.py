"""A person's dates in plain words, for the person: what each is, what moves it, who can help."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from offenders.selectors.reading import Reading
from timecomp.selectors.dates import LIFE, NOT_SETTLED, DateLine, SentenceDates, person_dates
from timecomp.selectors.plain_words import WORDS, DateWords, Language, PlainWords


@dataclass(frozen=True, slots=True)
class PlainDate:
    """One date as it is told: the day or why there is none, and how sure it is."""

    words: DateWords
    told: str
    standing: str


@dataclass(frozen=True, slots=True)
class PlainSentence:
    """The dates of one sentence, each with what it is."""

    title: str
    dates: tuple[PlainDate, ...]


@dataclass(frozen=True, slots=True)
class PlainSheet:
    """The whole sheet in one language."""

    language: Language
    words: PlainWords
    made: str
    has_question: bool
    dates: tuple[PlainDate, ...]
    sentences: tuple[PlainSentence, ...]


def language_of(asked: str) -> Language:
    """Return the language asked for; English where it is not one of ours."""
    return next((each for each in Language if each.value == asked), Language.ENGLISH)


def plain_sheet(reading: Reading, person_id: int, *, language: Language) -> PlainSheet | None:
    """Return the person's dates in plain words; None where the viewer sees none."""
    dates = person_dates(reading, person_id)
    if dates is None:
        return None
    words = WORDS[language]
    return PlainSheet(
        language=language,
        words=words,
        made=words.made.format(day=words.day(timezone.localdate())),
        has_question=bool(dates.exceptions),
        dates=tuple(_person_date(words, each) for each in dates.days if _is_told(each)),
        sentences=tuple(_sentence(words, each) for each in dates.sentences if each.days),
    )


def printed_sheet(sheet: PlainSheet, *, name: str, person_id: int) -> dict[str, object]:
    """Return the data of the sheet, to print."""
    words = sheet.words
    return {
        "language": sheet.language.value,
        "title": words.title,
        "subject": f"{name}, {person_id}",
        "lead": words.lead,
        "made": sheet.made,
        "question": words.question if sheet.has_question else "",
        "moves": words.moves,
        "stays": words.stays,
        "dates": [_printed(each) for each in sheet.dates],
        "sentences": [
            {"title": each.title, "dates": [_printed(one) for one in each.dates]}
            for each in sheet.sentences
        ],
        "ask_title": words.ask_title,
        "ask": list(words.ask),
        "page": words.page,
        "of": words.of,
    }


def _is_told(line: DateLine) -> bool:
    """The end of parole concerns those who have one; the two others concern everybody."""
    return line.day is not None or line.key != "parole_discharge_date"


def _person_date(words: PlainWords, line: DateLine) -> PlainDate:
    return PlainDate(words.person[line.key], _told(words, line), _standing(words, line))


def _told(words: PlainWords, line: DateLine) -> str:
    if line.day is not None:
        passed = f" {words.passed}" if line.day < timezone.localdate() else ""
        return f"{words.day(line.day)}.{passed}"
    if line.words == LIFE:
        return words.life
    return words.not_settled if line.words == NOT_SETTLED else words.no_date


def _standing(words: PlainWords, line: DateLine) -> str:
    if line.is_official:
        return words.certified
    if line.official_day is not None and line.official_day != line.day:
        return words.other_certified.format(day=words.day(line.official_day))
    return words.not_certified if line.day is not None else ""


def _sentence(words: PlainWords, sentence: SentenceDates) -> PlainSentence:
    dates = tuple(
        PlainDate(words.sentences[line.key.partition("-")[2]], words.day(line.day), "")
        for line in _unlike(sentence.days)
        if line.day is not None
    )
    return PlainSentence(words.sentence.format(label=sentence.label), dates)


def _unlike(lines: tuple[DateLine, ...]) -> Iterator[DateLine]:
    """Leave out an end of the term that only says again what the one before it said."""
    days = {line.key.partition("-")[2]: line.day for line in lines}
    for line in lines:
        kind, _, end = line.key.partition("-")[2].partition("_")
        before = {"net": "calendar", "projected": "net"}.get(kind)
        if before is None or days.get(f"{before}_{end}") != line.day:
            yield line


def _printed(each: PlainDate) -> dict[str, object]:
    return {
        "title": each.words.title,
        "told": each.told,
        "means": each.words.means,
        "standing": each.standing,
        "moves": list(each.words.moves),
        "stays": list(each.words.stays),
    }
