"""The proposed rules that a scenario may name, and the point of a computation where each speaks."""

import dataclasses
import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

import timecomp.law.proposals
from timecomp.engine.rules import GovernedBy, Rule
from timecomp.engine.standing import Standing
from timecomp.engine.what_if import Text


class Point(StrEnum):
    """Where a proposed rule speaks."""

    TEXT = "text"
    JUDGMENT = "judgment"
    START = "start"
    SHORTENING = "shortening"
    PAROLE = "parole"


@dataclass(frozen=True, slots=True)
class NoSettings:
    """The settings of a proposed rule that has none."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed rule: what it does, what may be set in it, and whom it could concern.

    `touches` names the rules and parameters of the book that everybody whom it could concern has
    used; `replaces` those in whose place it stands. `concerns` gives, of its settings, the
    sections of the law that it concerns where the rules used do not tell.
    """

    id: str
    title: str
    prose: str
    point: Point
    settings: type[Any]
    touches: tuple[str, ...]
    replaces: tuple[str, ...]
    concerns: Callable[[Any], tuple[str, ...]]
    function: Callable[..., Any]

    @property
    def says(self) -> str:
        """What it does, in a sentence."""
        return " ".join((self.function.__doc__ or "").split())

    def rule(self, *, citation: str, settings: object) -> Rule[..., Any]:
        """The rule with its settings, cited as proposed."""
        return Rule(
            id=self.id,
            title=self.title,
            citation=citation,
            since=None,
            until=None,
            governed_by=GovernedBy.DECISION_DATE,
            standing=Standing.PROPOSED,
            awaits="Whether it becomes law.",
            prose=self.prose,
            function=_with(self.function, settings),
        )

    def text(self, *, citation: str, settings: object) -> Text:
        """The text that stands in the place of the enacted rule."""
        return Text(self.title, citation, self.prose, _with(self.function, settings))


def nothing_else(_settings: object) -> tuple[str, ...]:
    """No section of the law beyond the rules that were used."""
    return ()


class UnknownProposalError(Exception):
    """A scenario names a proposed rule that nobody has written."""


_PROPOSALS: dict[str, Proposal] = {}


def proposal(  # noqa: PLR0913  # each is what a reader of the catalogue asks
    id: str,
    *,
    title: str,
    point: Point,
    prose: str,
    settings: type[Any] = NoSettings,
    touches: tuple[str, ...] = (),
    replaces: tuple[str, ...] = (),
    concerns: Callable[[Any], tuple[str, ...]] = nothing_else,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare a proposed rule; a name may be used once."""

    def declare(function: Callable[..., Any]) -> Callable[..., Any]:
        if id in _PROPOSALS:
            raise ValueError(f"[{id}] is already a proposed rule; choose another name.")
        concerned = (*touches, *replaces)
        _PROPOSALS[id] = Proposal(
            id, title, prose, point, settings, concerned, replaces, concerns, function
        )
        return function

    return declare


def setting(label: str) -> Any:  # the field takes the type of its annotation
    """A number, day or switch of a proposed rule, with the words that name it to a reader."""
    return dataclasses.field(metadata={"label": label})


def proposal_named(id: str) -> Proposal:
    """The proposed rule of that name."""
    found = proposals().get(id)
    if found is None:
        known = ", ".join(sorted(proposals()))
        raise UnknownProposalError(f"[{id}] is no proposed rule; use one of: {known}.")
    return found


@cache
def proposals() -> Mapping[str, Proposal]:
    """Every proposed rule, from every module of the package."""
    package = timecomp.law.proposals
    for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
    return _PROPOSALS


def _with(function: Callable[..., Any], settings: object) -> Callable[..., Any]:
    if isinstance(settings, NoSettings):
        return function

    def told(*args: Any, **facts: Any) -> Any:
        return function(*args, **facts, settings=settings)

    return told
