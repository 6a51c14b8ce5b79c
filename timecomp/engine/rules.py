"""Rules of law: a pure function with its citation, its time in force and the date that governs
it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from typing import Any, Generic, ParamSpec, TypeVar

from timecomp.engine.manual import ManualComputation
from timecomp.engine.standing import Standing
from timecomp.engine.trace import RECORDER, Touch

__all__ = [
    "GovernedBy",
    "ManualComputation",
    "Rule",
    "RuleBookError",
    "Versions",
    "check_rule_book",
    "named_rules",
    "rule",
    "rules_of",
    "versions",
    "versions_of",
]

P = ParamSpec("P")
T = TypeVar("T")


class GovernedBy(StrEnum):
    """The date on which the version of a rule hangs."""

    OFFENSE_DATE = "offense_date"
    CONVICTION_DATE = "conviction_date"
    SENTENCE_DATE = "sentence_date"
    DAY_SERVED = "day_served"
    DECISION_DATE = "decision_date"


class RuleBookError(Exception):
    """Two versions of one rule are in force on the same day, or a version is badly dated."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule(Generic[P, T]):
    """One version of a rule of law; calling it applies it and reports the step."""

    id: str
    title: str
    citation: str
    since: date | None
    until: date | None
    governed_by: GovernedBy
    standing: Standing
    awaits: str
    prose: str
    function: Callable[P, T]

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """Apply the rule and report the step to the computation that runs."""
        recorder = RECORDER.get()
        if type(recorder) is Touch:  # most calls by far: everybody, every night
            recorder.used.add(self.id)
            return self.function(*args, **kwargs)
        if recorder is None:
            return self.function(*args, **kwargs)
        return recorder.run(self, self.function, kwargs)

    @property
    def module(self) -> str:
        """The module of law that declares it."""
        return self.function.__module__

    def in_force(self, day: date) -> bool:
        """Whether this version is the law on that day."""
        return (self.since is None or day >= self.since) and (
            self.until is None or day < self.until
        )

    def on(self, day: date) -> "Rule[P, T]":
        """This version if it is in force that day; otherwise a person must settle the case."""
        if self.in_force(day):
            return self
        reason = (
            f"{self.title}: the book holds no version of this rule for a "
            f"{self.governed_by.replace('_', ' ')} of {day.isoformat()}."
        )
        raise ManualComputation(reason, rule=self.id)


AnyRule = Rule[..., Any]


class Versions(Generic[P, T]):
    """The versions of one question of law; exactly one answers on any day that it covers."""

    def __init__(self, id: str, *rules: Rule[P, T]) -> None:
        refuse_overlap(id, rules)
        self.id = id
        self.rules = rules
        self._by_day: dict[date, Rule[P, T]] = {}

    def on(self, day: date) -> Rule[P, T]:
        """The version in force that day; none in force hands the case to a person."""
        found = self._by_day.get(day)
        if found is None:
            found = self._by_day[day] = self._choose(day)
        return found

    def _choose(self, day: date) -> Rule[P, T]:
        for version in self.rules:
            if version.in_force(day):
                return version
        governed_by = self.rules[0].governed_by.replace("_", " ")
        reason = (
            f"The book holds no version of {self.id.replace('_', ' ')} for a {governed_by} of "
            f"{day.isoformat()}; the law of that day has to be read by a person."
        )
        raise ManualComputation(reason, rule=self.id)


AnyVersions = Versions[..., Any]
_RULES: dict[tuple[str, str], list[AnyRule]] = {}
_VERSIONS: dict[str, AnyVersions] = {}


def rule(  # noqa: PLR0913  # each is a fact of the law that a reader asks for
    id: str,
    *,
    title: str,
    citation: str,
    governed_by: GovernedBy,
    standing: Standing,
    prose: str,
    since: date | None = None,
    until: date | None = None,
    awaits: str = "",
) -> Callable[[Callable[P, T]], Rule[P, T]]:
    """Declare a rule of law; a version that is in force on the same day as another of its name
    is refused."""

    def declare(function: Callable[P, T]) -> Rule[P, T]:
        made = Rule(
            id, title, citation, since, until, governed_by, standing, awaits, prose, function
        )
        _register(made)
        return made

    return declare


def versions(id: str, *rules: Rule[P, T]) -> Versions[P, T]:
    """Gather the versions that answer one question, oldest first."""
    made = Versions(id, *rules)
    _VERSIONS[id] = made
    return made


def rules_of(package: str) -> tuple[AnyRule, ...]:
    """Every version that the package and its modules declare, in the order they were declared."""
    return tuple(
        version
        for (_, _), declared in _RULES.items()
        for version in declared
        if version.module == package or version.module.startswith(f"{package}.")
    )


def named_rules(id: str) -> tuple[AnyRule, ...]:
    """Every version of the rule of that name, whichever package declares it."""
    found = tuple(r for (_, name), declared in _RULES.items() if name == id for r in declared)
    if not found:
        raise RuleBookError(f"[{id}] is no rule of the book; see `timecomp rules`.")
    return found


def versions_of(package: str) -> tuple[AnyVersions, ...]:
    """Every question of the package that has more than one version."""
    return tuple(v for v in _VERSIONS.values() if v.rules[0].module.startswith(f"{package}."))


def check_rule_book() -> None:
    """Refuse a book in which two versions of a rule, or of a question, answer on one day."""
    for (_, id), declared in _RULES.items():
        refuse_overlap(id, declared)
    for id, question in _VERSIONS.items():
        refuse_overlap(id, question.rules)


def refuse_overlap(id: str, rules: Iterable[AnyRule]) -> None:
    """Raise when two of the versions are in force on the same day."""
    listed = list(rules)
    for version in listed:
        if version.since and version.until and version.until <= version.since:
            raise RuleBookError(
                f"[{id}] ends on {version.until} before it begins on {version.since}."
            )
    for one, other in combinations(listed, 2):
        if (one.since or date.min) < (other.until or date.max) and (other.since or date.min) < (
            one.until or date.max
        ):
            raise RuleBookError(
                f"[{id}] has two versions in force on one day: {one.function.__name__} and "
                f"{other.function.__name__}; give the older an `until`."
            )


def _register(made: Rule[P, T]) -> None:
    key = (made.module.split(".", maxsplit=1)[0], made.id)
    declared = _RULES.setdefault(key, [])
    refuse_overlap(made.id, [*declared, made])
    declared.append(made)
