"""Where a proposed law may speak: the facts it is told, and whether anything is proposed.

Nothing is proposed unless a what-if is being computed. A proposal speaks of the sentences it
covers and of no other; at each point it either answers or leaves the enacted law's answer alone.
"""

from dataclasses import dataclass
from datetime import date

from timecomp.engine.dates import DaySpan
from timecomp.engine.rules import AnyRule
from timecomp.engine.trace import Tracer
from timecomp.engine.what_if import WhatIf
from timecomp.law.count import Count, offence_on
from timecomp.law.facts import Case, Person, Sentence, Term
from timecomp.law.offences import OffenceCode
from timecomp.law.record import Record
from timecomp.law.regime import Regime
from timecomp.law.topics import End


@dataclass(frozen=True, slots=True)
class CreditFacts:
    """What shortens, or may shorten, one end of one sentence."""

    sentence: Sentence
    offence: OffenceCode | None
    regime: Regime
    end: End
    start: date
    calendar_end: date
    term: Term
    is_flat: bool
    months_lost: tuple[int, ...]
    days_taken: int
    disciplinary_time: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class ParoleFacts:
    """When one sentence opens parole under the enacted law, and whose it is.

    `day` is None for a sentence that never opens it. `is_known` tells that apart from a day that
    a person must settle.
    """

    sentence: Sentence
    offence: OffenceCode | None
    person: Person
    start: date
    day: date | None
    is_known: bool
    calendar_minimum: date | None
    is_flat: bool
    is_life: bool
    has_been_paroled: bool
    decided_on: date

    @property
    def age_at_offence(self) -> int | None:
        """Whole years old on the day of the offense."""
        return self.person.age_on(self.sentence.offense.date)


@dataclass(frozen=True, slots=True)
class StartFacts:
    """Where one end of a sentence that follows another starts under the enacted law.

    `stays` are the recorded stays in jail for it before it was imposed, their last days included.
    """

    sentence: Sentence
    end: End
    start: date
    prior_end: date
    is_parole_crime: bool
    stays: tuple[DaySpan, ...]


class Proposed:
    """The proposed rules in force at each point, and the sentences that they cover."""

    __slots__ = ("covered", "gate", "judgment", "parole", "shortening", "start")

    def __init__(self) -> None:
        self.withdraw()

    def withdraw(self) -> None:
        """Propose nothing."""
        self.judgment: tuple[AnyRule, ...] = ()
        self.start: tuple[AnyRule, ...] = ()
        self.shortening: tuple[AnyRule, ...] = ()
        self.parole: tuple[AnyRule, ...] = ()
        self.covered: frozenset[str] = frozenset()
        # Set while a case is computed of which only some sentences are covered.
        self.gate: WhatIf | None = None

    def turn_to(self, sentence: str | None) -> None:
        """Put the proposal's values and texts in force for what comes next, or the enacted ones.

        What concerns the person as a whole follows the proposal once it covers any sentence.
        """
        if self.gate is None:
            return
        if sentence is None or sentence in self.covered:
            self.gate.put_in_force()
        else:
            self.gate.withdraw()


PROPOSED = Proposed()


class GatedTracer(Tracer):
    """A tracer that turns from one law to the other as the computation turns to a sentence."""

    __slots__ = ()

    def about(self, sentence: str | None, topic: str) -> None:
        """Say which sentence and which date the next steps serve, under the law that covers it."""
        PROPOSED.turn_to(sentence)
        super().about(sentence, topic)


def as_judged(case: Case) -> tuple[Sentence, ...]:
    """The sentences as the proposal would have had them imposed."""
    judged = []
    for sentence in case.sentences:
        if sentence.id in PROPOSED.covered:
            for law in PROPOSED.judgment:
                sentence = law(case=case, sentence=sentence)  # noqa: PLW2901  # one law after another
        judged.append(sentence)
    return tuple(judged)


def proposed_end(  # noqa: PLR0913  # each is a fact the proposal may hang on
    count: Count,
    record: Record,
    *,
    regime: Regime,
    end: End,
    start: date,
    calendar_end: date,
    term: Term,
) -> date | None:
    """The day on which the end falls under the proposal; None where it leaves the enacted law."""
    if count.id not in PROPOSED.covered:
        return None
    facts = CreditFacts(
        sentence=count.sentence,
        offence=count.offence,
        regime=regime,
        end=end,
        start=start,
        calendar_end=calendar_end,
        term=term,
        is_flat=count.is_flat,
        months_lost=record.months_lost_from(start),
        days_taken=_days_taken(record, count.id),
        disciplinary_time=_disciplinary_time(record, start),
    )
    day: date | None = None
    for law in PROPOSED.shortening:
        answer = law(facts=facts, day=day)
        day = answer if answer is not None else day
    return day


def _days_taken(record: Record, sentence: str) -> int:
    case = record.case
    taken = sum(each.days for each in case.forfeitures if each.sentence == sentence)
    return max(0, taken - sum(e.days for e in case.restorations if e.sentence == sentence))


def _disciplinary_time(record: Record, start: date) -> tuple[tuple[date, int], ...]:
    tickets = record.case.misconduct
    return tuple(
        (each.violated_on, each.disciplinary_time_days)
        for each in tickets
        if each.found_guilty_on and each.disciplinary_time_days and each.violated_on >= start
    )


def offence_of(sentence: Sentence) -> OffenceCode | None:
    """The offense of the sentence as it stood on the day of the crime."""
    return offence_on(sentence.offense.code, sentence.offense.date)
