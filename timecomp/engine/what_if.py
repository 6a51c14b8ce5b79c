"""A proposed law in the place of the enacted one, in this process and for as long as asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType

from timecomp.engine.parameters import Value, named_parameter
from timecomp.engine.rules import AnyRule, named_rules
from timecomp.engine.standing import Standing

# What a proposal writes anew of a rule; its name, its days in force and what governs it stay.
_TEXT = ("title", "citation", "standing", "awaits", "prose", "function")


@dataclass(frozen=True, slots=True)
class Text:
    """The text that a proposal gives a rule: what it says and what it does."""

    title: str
    citation: str
    prose: str
    function: Callable[..., object]
    standing: Standing = Standing.PROPOSED
    awaits: str = ""


class WhatIf:
    """Other values for parameters and other texts for rules; the book's own come back after.

    Every module of the law names its rules and parameters directly, so the text is exchanged
    inside them: nothing of the law has to ask whether a what-if is being computed.
    """

    __slots__ = ("_enacted", "_texts", "_values", "is_in_force")

    def __init__(
        self, *, values: Mapping[str, Sequence[Value[object]]], texts: Mapping[str, Text]
    ) -> None:
        self._values = {id: (named_parameter(id), tuple(each)) for id, each in values.items()}
        self._texts = [(rule, text) for id, text in texts.items() for rule in named_rules(id)]
        self._enacted = [(rule, _text_of(rule)) for rule, _ in self._texts]
        self.is_in_force = False

    @property
    def changes_nothing(self) -> bool:
        """Whether it holds neither a value nor a text."""
        return not self._values and not self._texts

    def put_in_force(self) -> None:
        """Let the proposal stand in the place of the enacted law."""
        if self.is_in_force:
            return
        self.is_in_force = True
        for parameter, values in self._values.values():
            parameter.replace(values)
        for rule, text in self._texts:
            _write(rule, text)

    def withdraw(self) -> None:
        """Let the enacted law stand again."""
        self.is_in_force = False
        for parameter, _ in self._values.values():
            parameter.replace(parameter.enacted_values)
        for rule, text in self._enacted:
            _write(rule, text)

    def __enter__(self) -> "WhatIf":
        """Put it in force until the block ends."""
        self.put_in_force()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        """Bring the enacted law back, whatever happened in the block."""
        self.withdraw()


def _text_of(rule: AnyRule) -> Text:
    return Text(**{name: getattr(rule, name) for name in _TEXT})


def _write(rule: AnyRule, text: Text) -> None:
    for name in _TEXT:
        # A rule is frozen for everybody else.
        object.__setattr__(rule, name, getattr(text, name))
