"""What a computation leaves to a person, gathered as it goes."""

from typing import ParamSpec

from timecomp.engine.manual import ManualComputation
from timecomp.engine.rules import Rule
from timecomp.engine.trace import Recorder, Touch
from timecomp.law.results import ComputationException
from timecomp.law.topics import Topic

P = ParamSpec("P")


class Findings:
    """The exceptions of one computation; each rule speaks once for a sentence."""

    __slots__ = ("_noted", "_sentence", "_told", "_used")

    def __init__(self, recorder: Recorder) -> None:
        # A large run's recorder does not ask what a step is about: it is not told, for speed.
        self._told = None if type(recorder) is Touch else recorder
        self._used = recorder.used if type(recorder) is Touch else None
        self._sentence: str | None = None
        self._noted: dict[tuple[str, str | None, str], ComputationException] = {}

    def about(self, sentence: str | None, topic: Topic) -> None:
        """Say which sentence and date the next steps serve."""
        self._sentence = sentence
        if self._told is not None:
            self._told.about(sentence, topic)

    def ask(self, check: Rule[P, str | None], *args: P.args, **facts: P.kwargs) -> bool:
        """Apply a check of the law; what it finds is left to a person. True when it found
        something."""
        if self._used is None:
            message = check(*args, **facts)
        else:  # what calling the check does in a large run, in one step less
            self._used.add(check.id)
            message = check.function(*args, **facts)
        if message is None:
            return False
        self.note(check.id, message)
        return True

    def note(self, rule: str, message: str) -> None:
        """Leave something to a person."""
        found = ComputationException(rule, self._sentence, message)
        self._noted.setdefault((rule, self._sentence, message), found)

    def hand_over(self, error: ManualComputation) -> None:
        """Leave to a person what a rule could not settle."""
        self.note(error.rule, error.reason)

    @property
    def exceptions(self) -> tuple[ComputationException, ...]:
        """Everything left to a person, in the order it was found."""
        return tuple(self._noted.values())
