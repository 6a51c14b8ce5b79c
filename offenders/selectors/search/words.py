"""Which words that stand in names may be meant by a typed word, and how surely."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final, cast

from jellyfish import damerau_levenshtein_distance, jaro_winkler_similarity
from nicknames import NickNamer

from offenders.models.search import NamePart
from offenders.selectors.search.statement import Value, rows_by_index

# The most words that a typed word is taken for; an initial stands for many.
_MOST: Final = 60
_MOST_BEGINNINGS: Final = 80
_MOST_OF_AN_INITIAL: Final = 400
_LEAST_SCORE: Final = 0.55
_NICKNAME_SCORE: Final = 0.93
_INITIAL_SCORE: Final = 0.8
_SHORT_WORD, _LONG_WORD = 3, 8
_ONE_MISTAKE, _TWO_MISTAKES, _THREE_MISTAKES = 1, 2, 3

# A column each: the part and text asked for, the word found, and whether it sounds the same.
_SIMILAR = """
    SELECT asked.part, asked.text, found.word, bool_or(found.sounds)
    FROM unnest(%(parts)s::text[], %(texts)s::text[]) AS asked(part, text)
    CROSS JOIN LATERAL (
        SELECT known.word, false AS sounds FROM offenders_nameword AS known
        WHERE known.shortened && shortened_words(asked.text) AND known.part = asked.part
        UNION ALL
        SELECT known.word, true FROM offenders_nameword AS known
        WHERE known.sound = dmetaphone(asked.text) AND known.part = asked.part
          AND abs(length(known.word) - length(asked.text)) <= 3
        UNION ALL
        SELECT known.word, true FROM offenders_nameword AS known
        WHERE known.other_sound = dmetaphone_alt(asked.text) AND known.part = asked.part
          AND abs(length(known.word) - length(asked.text)) <= 3
        UNION ALL
        (SELECT known.word, false FROM offenders_nameword AS known
         WHERE known.word ~>=~ asked.text AND known.word ~<~ (asked.text || U&'\\+10FFFF')
           AND known.part = asked.part
         ORDER BY length(known.word), known.word
         LIMIT CASE length(asked.text) WHEN 1 THEN %(initials)s ELSE %(beginnings)s END)
    ) AS found
    GROUP BY asked.part, asked.text, found.word
"""
# Without OFFSET PostgreSQL joins the other way round and compares every word: ten times slower.
_ALIKE = """
    SELECT asked.part, asked.text, found.word, false
    FROM unnest(%(parts)s::text[], %(texts)s::text[]) AS asked(part, text)
    CROSS JOIN LATERAL (
        SELECT known.word FROM offenders_nameword AS known
        WHERE known.word %% asked.text AND known.part = asked.part OFFSET 0
    ) AS found
"""


class Likeness(Enum):
    """Why a word is taken for a typed one; the value is shown."""

    SAME = ""
    NICKNAME = "short or long form"
    SOUND = "sounds alike"
    SPELLING = "spelled differently"
    BEGINNING = "begins with it"


@dataclass(frozen=True, slots=True)
class WordMatch:
    """A word that stands in names, taken for a typed one."""

    word: str
    score: float
    likeness: Likeness


Asked = tuple[NamePart, str]
_KnownWord = tuple[str, str, str, bool]
WordMatches = Mapping[Asked, tuple[WordMatch, ...]]


def similar_words(asked: Iterable[Asked]) -> WordMatches:
    """Return, for each typed word of a part, the words of names that it may stand for.

    One query. A word with one mistake is always found, one that sounds the same mostly.
    """
    return _matches(asked, _SIMILAR)


def alike_words(known: WordMatches) -> WordMatches:
    """Return the matches with those words added that share many letters. One query."""
    alike = _matches(known, _ALIKE)
    return {asked: _best(asked, (*known[asked], *alike[asked])) for asked in known}


def _matches(asked: Iterable[Asked], query: str) -> WordMatches:
    found: dict[Asked, dict[str, bool]] = {each: {} for each in asked}
    for part, text, word, sounds in _known_words(sorted(found), query):
        found[NamePart(part), text][word] = sounds
    return {each: _judged(each, words) for each, words in found.items()}


def _judged(asked: Asked, words: Mapping[str, bool]) -> tuple[WordMatch, ...]:
    part, text = asked
    is_known = text in words
    judged = [judge(text, word, sounds=sounds, is_known=is_known) for word, sounds in words.items()]
    if part == NamePart.FIRST:
        forms = other_forms(text)
        judged += [WordMatch(form, _NICKNAME_SCORE, Likeness.NICKNAME) for form in forms]
    return _best(asked, (WordMatch(text, 1.0, Likeness.SAME), *judged))


def _best(asked: Asked, matches: Iterable[WordMatch]) -> tuple[WordMatch, ...]:
    best: dict[str, WordMatch] = {}
    for match in matches:
        held = best.get(match.word)
        if match.score >= _LEAST_SCORE and (held is None or match.score > held.score):
            best[match.word] = match
    most = _MOST_OF_AN_INITIAL if len(asked[1]) == 1 else _MOST
    return tuple(sorted(best.values(), key=lambda match: (-match.score, match.word))[:most])


def judge(text: str, word: str, *, sounds: bool, is_known: bool) -> WordMatch:
    """Say how surely ``word`` is meant by ``text``, from 0 to 1, and why.

    ``sounds`` says that both sound the same; ``is_known`` that the text itself is somebody's name,
    and so hardly the beginning of a longer one.
    """
    judged = [WordMatch(word, _spelling_score(text, word), Likeness.SPELLING)]
    if sounds:
        likeness = jaro_winkler_similarity(text, word)
        short = 0.1 if len(text) <= _SHORT_WORD else 0.0
        judged.append(WordMatch(word, 0.3 + 0.68 * likeness - short, Likeness.SOUND))
    if word.startswith(text):
        score = (0.7 if is_known else 0.8) + 0.15 * len(text) / len(word)
        judged.append(WordMatch(word, score, Likeness.BEGINNING))
        if len(text) == 1:
            return WordMatch(word, _INITIAL_SCORE, Likeness.BEGINNING)
    return max(judged, key=lambda match: match.score)


def _spelling_score(text: str, word: str) -> float:
    mistakes = damerau_levenshtein_distance(text, word)
    longer = max(len(text), len(word))
    if mistakes == 0:
        return 1.0
    if mistakes == _ONE_MISTAKE:
        return 0.92 - 0.4 / longer
    if mistakes == _TWO_MISTAKES:
        return 0.82 - 0.7 / longer
    if mistakes == _THREE_MISTAKES and longer >= _LONG_WORD:
        return 0.62
    return 0.7 * jaro_winkler_similarity(text, word)


def other_forms(first: str) -> frozenset[str]:
    """Return the short, long and kindred forms of a first name: Bob for Robert and back."""
    namer = _nicknames()
    return frozenset(namer.nicknames_of(first) | namer.canonicals_of(first)) - {first}


@cache
def _nicknames() -> NickNamer:
    return NickNamer()


def _known_words(asked: list[Asked], query: str) -> list[_KnownWord]:
    values: dict[str, Value] = {
        "parts": [part.value for part, _ in asked],
        "texts": [text for _, text in asked],
        "beginnings": _MOST_BEGINNINGS,
        "initials": _MOST_OF_AN_INITIAL,
    }
    return cast(list[_KnownWord], rows_by_index(query, values))
