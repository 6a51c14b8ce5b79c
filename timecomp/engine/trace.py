"""What a computation remembers of its own steps.

Rules and parameters report to the recorder of the running computation and do nothing else for it.
`Touch` remembers only which rules and parameters were used; `Tracer` keeps the whole tree.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Protocol, TypeVar

from timecomp.engine.standing import Standing

T = TypeVar("T")


class Cited(Protocol):
    """What the trace asks of a rule."""

    @property
    def id(self) -> str:
        """Its name in the book."""
        ...

    @property
    def title(self) -> str:
        """Its name for a reader."""
        ...

    @property
    def citation(self) -> str:
        """The law it states."""
        ...

    @property
    def standing(self) -> Standing:
        """How sure we are of it."""
        ...

    @property
    def awaits(self) -> str:
        """What counsel has still to confirm."""
        ...

    @property
    def prose(self) -> str:
        """The sentence that tells a step, with its facts and its output in braces."""
        ...


@dataclass(frozen=True, slots=True)
class ParameterRead:
    """One amount that a rule read, with the law that set it."""

    parameter: str
    title: str
    amount: object
    unit: str
    citation: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Step:
    """One rule applied: its facts, the amounts it read, the rules inside it and what came out."""

    rule: Cited
    sentence: str | None
    topic: str
    inputs: Mapping[str, object]
    parameters: tuple[ParameterRead, ...]
    output: object
    inner: tuple["Step", ...]

    def walk(self, within: str | None = None) -> Iterator[tuple["Step", str | None]]:
        """Every step of this tree in the order in which it was applied, each with the rule it
        served."""
        for step in self.inner:
            yield from step.walk(self.rule.id)
        yield self, within


class Recorder(Protocol):
    """What a computation reports to."""

    def about(self, sentence: str | None, topic: str) -> None:
        """Say which sentence and which date the next steps serve."""
        ...

    def run(self, rule: Cited, function: Callable[..., T], inputs: Mapping[str, object]) -> T:
        """Apply the rule and remember that it was applied."""
        ...

    def read(self, read: Callable[[], ParameterRead], parameter: str) -> None:
        """Remember that the parameter was read."""
        ...


class Touch:
    """Remembers which rules and parameters were used, and nothing of how: for large runs."""

    __slots__ = ("used",)

    def __init__(self) -> None:
        self.used: set[str] = set()

    def about(self, sentence: str | None, topic: str) -> None:
        """Which sentence and date come next; of no interest here."""

    def run(self, rule: Cited, function: Callable[..., T], inputs: Mapping[str, object]) -> T:
        """Apply the rule and note that it was used."""
        self.used.add(rule.id)
        return function(**inputs)

    def read(self, read: Callable[[], ParameterRead], parameter: str) -> None:
        """Note that the parameter was used."""
        self.used.add(parameter)


class Tracer:
    """Keeps every step with its inputs, amounts read and inner steps."""

    __slots__ = ("_inner", "_reads", "_sentence", "_topic", "used")

    def __init__(self) -> None:
        self.used: set[str] = set()
        self._sentence: str | None = None
        self._topic = ""
        self._inner: list[Step] = []
        self._reads: list[ParameterRead] = []

    @property
    def steps(self) -> tuple[Step, ...]:
        """The outermost steps so far, in order."""
        return tuple(self._inner)

    def about(self, sentence: str | None, topic: str) -> None:
        """Say which sentence and which date the next steps serve."""
        self._sentence, self._topic = sentence, topic

    def run(self, rule: Cited, function: Callable[..., T], inputs: Mapping[str, object]) -> T:
        """Apply the rule and keep the step; a rule that hands the case to a person leaves no
        step."""
        self.used.add(rule.id)
        outer, reads = self._inner, self._reads
        self._inner, self._reads = [], []
        try:
            output = function(**inputs)
            step = self._step(rule, inputs, output)
        finally:
            self._inner, self._reads = outer, reads
        outer.append(step)
        return output

    def read(self, read: Callable[[], ParameterRead], parameter: str) -> None:
        """Keep the amount read."""
        self.used.add(parameter)
        self._reads.append(read())

    def _step(self, rule: Cited, inputs: Mapping[str, object], output: object) -> Step:
        return Step(
            rule=rule,
            sentence=self._sentence,
            topic=self._topic,
            inputs=dict(inputs),
            parameters=tuple(dict.fromkeys(self._reads)),
            output=output,
            inner=tuple(self._inner),
        )


RECORDER: ContextVar[Recorder | None] = ContextVar("recorder", default=None)


@contextmanager
def recording(recorder: Recorder) -> Iterator[None]:
    """Let rules and parameters report to this recorder until the block ends."""
    token = RECORDER.set(recorder)
    try:
        yield
    finally:
        RECORDER.reset(token)
