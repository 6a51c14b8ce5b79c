"""Which rule or value of another book made a person's dates move."""

from collections.abc import Sequence
from dataclasses import dataclass

from timecomp.book.book import Book, Difference, parameter_in_words, rule_in_words, values_of
from timecomp.law.results import Result
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
    books: Books, recorded: RecordedCase, *, stored_by: str, result: Result
) -> tuple[LawCause, ...]:
    """Return what of the book explains that this result is not the stored one.

    A value explains it when the older value in its place gives another result. A rule explains it
    when its text is another and it was applied under either book. Where neither is found the rest
    of the law's text is named.
    """
    before, changed = books.kept(stored_by), books.since(stored_by)
    if before is None or changed is None:
        return (LawCause("", NOT_KEPT),)
    frozen = freeze_result(result)
    with values_of(before, changed.parameters):
        used = result.used | evaluate(recorded).used
    values = [
        id for id in changed.parameters if id in used and _moves(before, id, recorded, frozen)
    ]
    if not values:  # two that only together make the difference
        values = [id for id in changed.parameters if id in used]
    rules = [id for id in changed.rules if id in used]
    causes = [LawCause(id, parameter_in_words(id, before, books.now)) for id in values]
    causes += [LawCause(id, rule_in_words(id)) for id in rules]
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


def book_in_words(books: Books, version: str) -> list[str]:
    """Return everything that today's book says otherwise than an older one."""
    before, changed = books.kept(version), books.since(version)
    if before is None or changed is None:
        return [NOT_KEPT]
    return [
        *(parameter_in_words(id, before, books.now) for id in changed.parameters),
        *map(rule_in_words, changed.rules),
        *other_text(changed),
    ]


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
