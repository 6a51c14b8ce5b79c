"""The parameters of a condition: what a template asks for, and whether an entry answers it.

A template names its parameters one a line: ``monthly: money, Monthly payment`` or, where it may be
left out, ``until?: day, Until``. ``!`` after the name says that the answer would identify a victim.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from supervision.rules.conditions.reading import (
    Answer,
    ParameterKind,
    UnreadableError,
    is_answer,
    read_answer,
)

LINE = re.compile(
    r"(?P<name>[a-z][a-z_]*)(?P<victim>!?)(?P<optional>\??): (?P<kind>[a-z_]+)"
    r"(?: (?P<limits>[^,]+))?, (?P<label>.+)"
)
RANGE = re.compile(r"(\d+)-(\d+)")


class TemplateTextError(ValueError):
    """A line of a template that names no parameter; says which line and how one looks."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One thing that a condition asks for."""

    name: str
    label: str
    kind: ParameterKind
    is_required: bool
    names_victim: bool
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one parameter, and what to do."""

    name: str
    message: str


@lru_cache(maxsize=256)
def parameters_in(text: str) -> tuple[Parameter, ...]:
    """Return the parameters that a template's text names, in its order."""
    found = tuple(_parameter(line.strip()) for line in text.splitlines() if line.strip())
    names = [each.name for each in found]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise TemplateTextError(f"[{twice[0]}] is named twice: each name may stand once.")
    return found


def problems_with(
    parameters: tuple[Parameter, ...], answers: Mapping[str, Answer]
) -> tuple[Problem, ...]:
    """Return what is wrong with the answers: missing, not asked for, or of another kind."""
    known = {each.name for each in parameters}
    unasked = tuple(
        Problem(name, f"[{name}] is not asked for by this condition: leave it out.")
        for name in answers
        if name not in known
    )
    return unasked + tuple(
        problem
        for each in parameters
        if (problem := _problem(each, answers.get(each.name))) is not None
    )


def read(parameter: Parameter, typed: str | list[str]) -> Answer | None:
    """Return what was typed as the parameter's kind stores it, nothing where nothing was typed.

    Raises ``UnreadableError`` with what to type instead.
    """
    answer = read_answer(parameter.kind, typed)
    problem = _limits(parameter, answer) if answer is not None else None
    if problem is not None:
        raise UnreadableError(problem.message)
    return answer


def _parameter(line: str) -> Parameter:
    found = LINE.fullmatch(line)
    if found is None:
        raise TemplateTextError(
            f"[{line}] is no parameter: write it as `monthly: money, Monthly payment`."
        )
    try:
        kind = ParameterKind(found["kind"])
    except ValueError:
        kinds = ", ".join(ParameterKind)
        raise TemplateTextError(f"[{found['kind']}] is no kind: use one of {kinds}.") from None
    choices, least, most = _limits_of(kind, found["limits"] or "")
    return Parameter(
        name=found["name"],
        label=found["label"],
        kind=kind,
        is_required=not found["optional"],
        names_victim=bool(found["victim"]),
        choices=choices,
        least=least,
        most=most,
    )


def _limits_of(kind: ParameterKind, text: str) -> tuple[tuple[str, ...], int | None, int | None]:
    if kind in {ParameterKind.CHOICE, ParameterKind.CHOICES}:
        choices = tuple(part for part in text.split("|") if part)
        if not choices:
            raise TemplateTextError(f"A {kind} names what may be chosen: `{kind} phone|mail`.")
        return choices, None, None
    limits = RANGE.fullmatch(text)
    if text and limits is None:
        raise TemplateTextError(f"[{text}] is no range: write the least and the most as `1-60`.")
    return ((), int(limits[1]), int(limits[2])) if limits else ((), None, None)


def _problem(parameter: Parameter, answer: Answer | None) -> Problem | None:
    if answer is None or answer in ("", []):
        if parameter.is_required:
            return Problem(parameter.name, f"Enter: {parameter.label}.")
        return None
    if not is_answer(parameter.kind, answer):
        message = f"[{answer}] is not {parameter.kind.described}: enter it anew."
        return Problem(parameter.name, message)
    return _limits(parameter, answer)


def _limits(parameter: Parameter, answer: Answer) -> Problem | None:
    if parameter.choices:
        chosen = answer if isinstance(answer, list) else [str(answer)]
        unknown = [each for each in chosen if each not in parameter.choices]
        if unknown:
            offered = ", ".join(parameter.choices)
            return Problem(parameter.name, f"[{unknown[0]}] is not offered: choose of {offered}.")
    if isinstance(answer, int) and not isinstance(answer, bool):
        return _range(parameter, answer)
    return None


def _range(parameter: Parameter, answer: int) -> Problem | None:
    if parameter.least is not None and answer < parameter.least:
        return Problem(parameter.name, f"[{answer}] is too little: {parameter.least} at least.")
    if parameter.most is not None and answer > parameter.most:
        return Problem(parameter.name, f"[{answer}] is too much: {parameter.most} at most.")
    return None
