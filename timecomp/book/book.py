"""A version of the book as it is kept, and in what two versions differ."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache

from timecomp.book.amounts import UnreadableAmountError, keep_value, read_value
from timecomp.book.texts import texts
from timecomp.engine.parameters import (
    ParameterError,
    Value,
    amended,
    named_parameter,
    parameters_of,
)
from timecomp.law.rule_book import PACKAGE, law_version, load_law, rule_book

Kept = Sequence[Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Book:
    """The values of every parameter, and the fingerprints of every text, of one version."""

    version: str
    parameters: Mapping[str, Kept]
    rules: Mapping[str, str]
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """What today's book says otherwise than an older one: values, rules, other text."""

    parameters: tuple[str, ...]
    rules: tuple[str, ...]
    files: tuple[str, ...]

    @property
    def is_of_values_alone(self) -> bool:
        """Whether today's program under the older values is the older law."""
        return not self.rules and not self.files


def book_now() -> Book:
    """The book that this process runs, values as they are in force now."""
    load_law()
    read = texts()
    return Book(
        version=law_version(),
        parameters={
            each.id: [keep_value(value) for value in each.values] for each in parameters_of(PACKAGE)
        },
        rules=read.rules,
        files=read.files,
    )


def difference(before: Book, now: Book) -> Difference:
    """In what the two differ; a rule or parameter that is new or gone differs too."""
    return Difference(
        parameters=_differing(before.parameters, now.parameters),
        rules=_rules(_differing(before.rules, now.rules)),
        files=_differing(before.files, now.files),
    )


@contextmanager
def values_of(book: Book, ids: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Put an older book's values in force while the block lasts; names those that cannot be.

    A parameter that the older book did not have keeps today's values: nothing of it could use it.
    """
    found: dict[str, Sequence[Value[object]]] = {}
    unknown: list[str] = []
    for id in ids:
        if id not in book.parameters:
            continue
        try:
            named_parameter(id)
            found[id] = tuple(map(read_value, book.parameters[id]))
        except (ParameterError, UnreadableAmountError):
            unknown.append(id)
    with amended(found):
        yield tuple(unknown)


def parameter_in_words(id: str, before: Book, now: Book) -> str:
    """What changed of a parameter: its title and the values that are new or gone."""
    earlier, later = _values(before, id), _values(now, id)
    new = [each for each in later if each not in earlier]
    gone = [each for each in earlier if each not in later]
    said = [f"{each} is new" for each in new] + [f"{each} is gone" for each in gone]
    return f"{_title(id)} ({id}): " + "; ".join(said)


@cache
def rule_in_words(id: str) -> str:
    """The rule's title and name; one that is gone has only its name left."""
    found = rule_book().rule(id)
    return f"{found[0].title} ({id})" if found else f"a rule that is gone ({id})"


def _differing(before: Mapping[str, object], now: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(name for name in sorted({*before, *now}) if before.get(name) != now.get(name))


def _rules(keys: Sequence[str]) -> tuple[str, ...]:
    """The names of rules without those of their functions."""
    return tuple(dict.fromkeys(key.partition(":")[0] for key in keys))


def _values(book: Book, id: str) -> list[str]:
    return [_value_in_words(each) for each in book.parameters.get(id, ())]


def _value_in_words(kept: Mapping[str, object]) -> str:
    value = read_value(kept)
    amount = value.amount.isoformat() if isinstance(value.amount, date) else value.amount
    since = f"from {value.since.isoformat()}" if value.since else "from the beginning"
    return f"{amount} {since} ({value.citation})"


def _title(id: str) -> str:
    try:
        return named_parameter(id).title
    except ParameterError:
        return "a parameter that is gone"
