"""Reading a name as it was typed: which words may be the last name and which the first."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from offenders.models.search import KEY_LENGTH

_LETTERS_WITHOUT_ACCENT: Final = str.maketrans(
    dict(zip("ØøŁłĐđÐðıŊŋ", "OoLlDdDdiNn", strict=True))
    | {"ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "þ": "th", "Þ": "th"}
)
_MARKS: Final = re.compile(
    "[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u02b0-\u036f\u2000-\u206f]+"
)
_BETWEEN_WORDS: Final = re.compile(r"[\s-]+")
_GENERATIONS: Final = frozenset({"jr", "sr", "ii", "iii", "iv"})
# More words than this are no name.
_MOST_WORDS: Final = 6
# Last name first without a comma is the rarer way, first name first with one a mistake.
_LAST_FIRST_COSTS: Final = 0.01
_SWAPPED_COSTS: Final = 0.03
_JOINED_COSTS: Final = 0.01


@dataclass(frozen=True, slots=True)
class NameReading:
    """One way to read a name; ``cost`` is taken off the score of what it finds.

    ``is_swapped`` says that it goes against the comma.
    """

    last: str
    first: str
    is_swapped: bool = False
    cost: float = 0.0


@dataclass(frozen=True, slots=True)
class TypedName:
    """A name as typed: the ways to read it, the likeliest first, and its further words."""

    readings: tuple[NameReading, ...] = ()
    others: tuple[str, ...] = ()


def name_key(name: str) -> str:
    """Return the name without accents, marks and blanks, as the database's ``name_key`` does."""
    plain = unicodedata.normalize("NFKD", name.translate(_LETTERS_WITHOUT_ACCENT))
    return _MARKS.sub("", plain.lower())[:KEY_LENGTH]


def read_name(text: str) -> TypedName:
    """Return the ways to read a typed name; none if it holds no letter."""
    last, comma, given = text.partition(",")
    last_words, given_words = _words(last), _words(given)
    if comma and last_words and given_words:
        return TypedName(tuple(_with_comma(last_words, given_words)), tuple(given_words[1:]))
    words = (last_words + given_words)[:_MOST_WORDS]
    if len(words) == 1:
        alone = words[0]
        # With the comma it can only be the last name.
        last_only, first_only = NameReading(alone, ""), NameReading("", alone)
        return TypedName((last_only,) if comma else (last_only, first_only))
    return TypedName(tuple(_without_comma(words)), tuple(words[1:-1])) if words else TypedName()


def _words(text: str) -> list[str]:
    keys = [name_key(word) for word in _BETWEEN_WORDS.split(text)]
    words = [key for key in keys if key]
    return [word for word in words if word not in _GENERATIONS] or words


def _with_comma(last: list[str], given: list[str]) -> list[NameReading]:
    readings = [NameReading("".join(last), given[0])]
    if len(given) > 1:
        readings.append(NameReading("".join(last), "".join(given), cost=_JOINED_COSTS))
    # People also put the comma where it does not belong.
    if len(last) == len(given) == 1:
        swapped = NameReading(given[0], last[0], is_swapped=True, cost=_SWAPPED_COSTS)
        readings.append(swapped)
    return readings


def _without_comma(words: list[str]) -> list[NameReading]:
    readings = [
        NameReading(words[-1], words[0]),
        NameReading(words[0], words[1], cost=_LAST_FIRST_COSTS),
    ]
    if len(words) > 2:  # noqa: PLR2004  more than first and last
        joined = _JOINED_COSTS
        readings += [
            NameReading("".join(words[1:]), words[0], cost=joined),
            NameReading(words[-1], "".join(words[:-1]), cost=joined),
            NameReading("".join(words[:-1]), words[-1], cost=joined + _LAST_FIRST_COSTS),
        ]
    # One letter is an initial, and nobody gives the last name as one.
    return [reading for reading in readings if len(reading.last) > 1] or readings[:1]
