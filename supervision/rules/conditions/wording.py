"""What a condition tells the person, with its answers in the words of the template."""

import re
from collections.abc import Mapping

from supervision.rules.conditions.parameters import Parameter
from supervision.rules.conditions.reading import Answer, told

SENTENCE_END = re.compile(r"(?<=\.) ")
PLACEHOLDER = re.compile(r"{([a-z_]+)}")
WITHHELD = "the person named in the order"


def worded(wording: str, parameters: tuple[Parameter, ...], answers: Mapping[str, Answer]) -> str:
    """Return the wording with its answers; a sentence whose answer is missing is left out.

    An answer that would identify a victim and is not given is told as the order's own person.
    """
    by_name = {each.name: each for each in parameters}
    filled = (
        _filled(sentence, by_name, answers) for sentence in SENTENCE_END.split(wording.strip())
    )
    return " ".join(sentence for sentence in filled if sentence)


def _filled(
    sentence: str, parameters: Mapping[str, Parameter], answers: Mapping[str, Answer]
) -> str:
    words = {
        name: _told(parameters[name], answers)
        for name in PLACEHOLDER.findall(sentence)
        if name in parameters
    }
    if not all(words.values()):
        return ""
    return PLACEHOLDER.sub(lambda found: words.get(found[1], found[0]), sentence)


def _told(parameter: Parameter, answers: Mapping[str, Answer]) -> str:
    answer = answers.get(parameter.name)
    if answer is None or answer in ("", []):
        return WITHHELD if parameter.names_victim and parameter.is_required else ""
    return told(parameter.kind, answer)
