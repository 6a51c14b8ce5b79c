"""Which rule or value of another book made a person's dates move."""

from collections.abc import Sequence
from dataclasses import dataclass

from timecomp.book.book import Book, Difference, parameter_in_words, rule_in_words, values_of
from timecomp.selectors.books import Books
from timecomp.selectors.cases import RecordedCase
from timecomp.selectors.evaluation import evaluate
from timecomp.selectors.frozen import freeze_result

NOT_KEPT = "the book by which it was stored is from before books were kept"
UNREADABLE = "the value of {} at that time can no longer be read"
OTHER_TEXT = "other text of the law: {}"


@dataclass(frozen=True, slots=True)
class LawCause:
    """A rule or value of the book that explains a difference; other text has no name."""

    id: str
    words: str


def law_causes(
    books: Books, recorded: RecordedCase, *, stored_by: str, given_by: str
) -> tuple[LawCause, ...]:
    """Return what of the book by which a result is given makes it another than the stored one.

    A value explains it when the older value in its place gives another result. A rule explains it
    when its text is another and it was applied under either book. Where neither is found the rest
    of the law's text is named.
    """
    before, after = books.kept(stored_by), books.kept(given_by)
    changed = books.between(stored_by, given_by)
    if before is None or after is None or changed is None:
        return (LawCause("", NOT_KEPT),)
    with books.values_as_of(given_by):
        result = evaluate(recorded)
        with values_of(before, changed.parameters):
            used = result.used | evaluate(recorded).used
        applied = [id for id in changed.parameters if id in used]
        frozen = freeze_result(result)
        alone = [id for id in applied if _moves(before, id, recorded, frozen)]
    # Where none does it alone, those that do it together.
    causes = [LawCause(id, parameter_in_words(id, before, after)) for id in alone or applied]
    causes += [LawCause(id, rule_in_words(id)) for id in changed.rules if id in used]
    return tuple(causes or [LawCause("", each) for each in other_text(changed)])


def text_causes(books: Books, recorded: RecordedCase, *, stored_by: str) -> tuple[LawCause, ...]:
    """Return the texts that differ where the older values, put back, do not give what is stored."""
    before, changed = books.kept(stored_by), books.since(stored_by)
    if before is None or changed is None:
        return (LawCause("", NOT_KEPT),)
    with values_of(before, changed.parameters) as unreadable:
        used = evaluate(recorded).used
    causes = [LawCause(id, UNREADABLE.format(id)) for id in unreadable]
    causes += [LawCause(id, rule_in_words(id)) for id in changed.rules if id in used]
    if causes:
        return tuple(causes)
    rules = (LawCause(id, rule_in_words(id)) for id in changed.rules)
    return (*rules, *(LawCause("", each) for each in other_text(changed)))


def other_text(changed: Difference) -> list[str]:
    """Return the words for text around the rules that is another, if there is any."""
    return [OTHER_TEXT.format(", ".join(changed.files))] if changed.files else []


def book_in_words(books: Books, older: str, newer: str) -> list[str]:
    """Return everything that one book says otherwise than an older one."""
    before, after = books.kept(older), books.kept(newer)
    changed = books.between(older, newer)
    if before is None or after is None or changed is None:
        return [NOT_KEPT]
    return [
        *(parameter_in_words(id, before, after) for id in changed.parameters),
        *map(rule_in_words, changed.rules),
        *other_text(changed),
    ]


def brief_moves(moved: Sequence[dict[str, str | None]]) -> str:
    """Return the dates of the person that moved, and how many of sentences."""
    own = [each for each in moved if not each["sentence"]]
    more = len(moved) - len(own)
    if not own:
        return moves_in_words(moved)
    of_sentences = f"; {more} date{'' if more == 1 else 's'} of sentences" if more else ""
    return f"{moves_in_words(own)}{of_sentences}"


def moves_in_words(moved: Sequence[dict[str, str | None]]) -> str:
    """Return the dates that moved as one line."""
    return "; ".join(
        f"{_which(each)}: {each['from'] or 'none'} → {each['to'] or 'none'}" for each in moved
    )


def _moves(before: Book, id: str, recorded: RecordedCase, frozen: str) -> bool:
    with values_of(before, [id]):
        return freeze_result(evaluate(recorded)) != frozen


def _which(move: dict[str, str | None]) -> str:
    name = str(move["date"]).replace("_", " ")
    return f"sentence {move['sentence']}, {name}" if move["sentence"] else name
