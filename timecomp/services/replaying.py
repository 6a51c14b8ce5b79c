"""Computing stored facts again under the book of this process: who changes, and why.

Nothing is written. Whose dates the night of that day would move is told by the same comparison that
the night makes, so the two lists are one.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction

from timecomp.book.book import values_of
from timecomp.choices import Cause
from timecomp.selectors.books import Books
from timecomp.selectors.cases import RecordedCase
from timecomp.selectors.evaluation import evaluate
from timecomp.selectors.frozen import digest, freeze_result
from timecomp.selectors.law_causes import LawCause, law_causes, text_causes
from timecomp.selectors.stored_facts import Frozen, standing_facts, stored_facts
from timecomp.services.evaluated import Move, evaluated, moves
from timecomp.services.pace import find_by_index, without_collecting


@dataclass(frozen=True, slots=True)
class Replayed:
    """A person whose stored result the book of this process gives otherwise."""

    person_id: int
    computation_id: int
    cause: Cause
    moved: tuple[Move, ...]
    because: tuple[LawCause, ...]


@dataclass(frozen=True, slots=True)
class OldReplay:
    """A stored computation put to the law as it stood, and what explains it if it differs."""

    computation_id: int
    person_id: int
    as_of: date
    law_version: str
    is_same: bool
    put_back: tuple[str, ...]
    moved: tuple[Move, ...]
    because: tuple[LawCause, ...]

    @property
    def is_explained(self) -> bool:
        """Say whether it is the same, or something of the book says why it is not."""
        return self.is_same or bool(self.because)


@transaction.atomic
def replay_quickly(people: tuple[int, ...], *, as_of: date) -> list[Replayed]:
    """Return who of a thousand people or so changes on that day; nothing is written."""
    find_by_index()
    books = Books()
    with without_collecting():
        replayed = (_replayed(books, frozen, as_of) for frozen in standing_facts(people))
        return [each for each in replayed if each is not None]


def replay_computations(computation_ids: Sequence[int]) -> list[OldReplay]:
    """Return stored computations put to the law as it stood, each on its own day."""
    books, found = Books(), stored_facts(computation_ids)
    return [_old(books, found[id]) for id in computation_ids if id in found]


def _replayed(books: Books, frozen: Frozen, as_of: date) -> Replayed | None:
    recorded, standing = frozen.on(as_of), frozen.standing
    # The facts are those that were stored, whatever form they are frozen in today.
    now = replace(evaluated(recorded), facts_digest=standing.facts_digest)
    if not now.differs_from(standing):
        return None
    cause = now.cause_after(standing)
    return Replayed(
        person_id=frozen.person_id,
        computation_id=standing.id,
        cause=cause,
        moved=tuple(moves(frozen.results, json.loads(now.results))),
        because=law_causes(
            books, recorded, stored_by=standing.law_version, given_by=books.now.version
        )
        if cause is Cause.LAW
        else (),
    )


def _old(books: Books, frozen: Frozen) -> OldReplay:
    version = frozen.standing.law_version
    before, changed = books.kept(version), books.since(version)
    put_back = () if before is None or changed is None else changed.parameters
    if before is None:
        results = _answer(frozen.recorded)
    else:
        with values_of(before, put_back) as unknown:
            results = _answer(frozen.recorded)
        put_back = tuple(id for id in put_back if id not in unknown and id in before.parameters)
    is_same = digest(results) == frozen.standing.results_digest
    return OldReplay(
        computation_id=frozen.standing.id,
        person_id=frozen.person_id,
        as_of=frozen.standing.as_of,
        law_version=version,
        is_same=is_same,
        put_back=put_back,
        moved=tuple(moves(frozen.results, json.loads(results))),
        because=() if is_same else text_causes(books, frozen.recorded, stored_by=version),
    )


def _answer(recorded: RecordedCase) -> str:
    return freeze_result(evaluate(recorded))
