"""Of many sentences, those that a page shows whole: the controlling ones, or the one asked for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timecomp.law.results import Result

# So many are read one below the other; of more, most are a line each.
FEW = 4
# What is asked for instead of a sentence's letter: every sentence, none of them whole.
EVERY = "all"


def shown_whole(
    sentences: Sequence[str], controlling: Iterable[str], chosen: str
) -> tuple[str, ...]:
    """Return the letters of the sentences to show whole, in the order of the record."""
    if chosen in sentences:
        return (chosen,)
    if len(sentences) <= FEW:
        return tuple(sentences)
    if chosen == EVERY:
        return ()
    wanted = set(controlling)
    return tuple(each for each in sentences if each in wanted) or tuple(sentences[:1])


def controlling_of(result: Result) -> tuple[str, ...]:
    """Return the letters of the sentences that set the person's own dates."""
    offender = result.offender
    found = (offender.controlling_minimum, offender.controlling_maximum)
    return tuple(dict.fromkeys(each for each in found if each))


def to_draw(result: Result, chosen: str) -> Result:
    """Return the result with the sentences that are drawn: those shown whole, or every one."""
    if chosen == EVERY:
        return result
    labels = tuple(each.id for each in result.sentences)
    drawn = shown_whole(labels, controlling_of(result), chosen)
    return replace(result, sentences=tuple(each for each in result.sentences if each.id in drawn))
