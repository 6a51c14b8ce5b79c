"""Rows of the cases: charges, judgments, sentences and their terms."""

from collections.abc import Sequence
from dataclasses import dataclass

from offenders import choices
from ots.population import tables
from ots.population.facts import Case, Count, Offense, Person, Terms
from ots.population.rows.batch import NO_REASON, SOURCE, Batch

AMENDED_REASON = "Set by a later judgment"
WARDEN = choices.ForfeitureAuthority.WARDEN


@dataclass(frozen=True, slots=True)
class Written:
    """Terms that were written, waiting for the keys of the sentences they follow."""

    key: int
    after: tuple[str, ...]


def add_cases(batch: Batch, person: int, made_up: Person) -> Sequence[int]:
    """Add the cases with all they hold; returns their keys in order."""
    sentences: dict[str, int] = {}
    written: list[Written] = []
    keys = []
    for case in made_up.cases:
        key = _add_case(batch, person, case)
        judgments = _add_judgments(batch, key, case)
        for number, count in enumerate(case.counts, start=1):
            charge = _add_charge(batch, key, number, count)
            if count.label:
                sentence = _add_sentence(batch, person, charge, count)
                sentences[count.label] = sentence
                written += _add_terms(batch, sentence, count, judgments)
        keys.append(key)
    for terms in written:
        for label in terms.after:
            batch.add(tables.LINK, terms.key, sentences[label])
    return keys


def _add_case(batch: Batch, person: int, case: Case) -> int:
    status = choices.CaseStatus.OPEN if case.is_open else choices.CaseStatus.CLOSED
    court = batch.references.courts[case.court]
    key = batch.add_with_key(
        tables.CASE,
        person,
        court,
        case.docket,
        case.filed_on,
        status,
        case.judge,
        batch.recorded_at,
    )
    batch.add_fact(tables.ARREST, person, case.arrested_on, case.arresting_agency, key)
    for bond in case.bonds:
        batch.add_fact(
            tables.BOND, person, key, bond.kind, bond.amount_cents, bond.set_on, bond.posted_on
        )
    for hearing in case.hearings:
        batch.add_fact(tables.HEARING, person, key, hearing.purpose, hearing.at, "")
    return key


def _add_judgments(batch: Batch, case: int, made_up: Case) -> list[int]:
    return [
        batch.add_with_key(
            tables.JUDGMENT,
            case,
            batch.recorded_at,
            NO_REASON,
            SOURCE,
            judgment.kind,
            judgment.entered_on,
            made_up.judge,
        )
        for judgment in made_up.judgments
    ]


def _add_charge(batch: Batch, case: int, number: int, count: Count) -> int:
    charge = batch.add_with_key(tables.CHARGE, case, number, batch.recorded_at)
    _add_particulars(batch, charge, count.offense)
    if count.disposition is not None:
        batch.add_fact(tables.DISPOSITION, charge, count.disposition, count.disposed_on)
    return charge


def _add_particulars(batch: Batch, charge: int, offense: Offense) -> None:
    code = offense.code
    batch.add_fact(
        tables.PARTICULARS,
        charge,
        batch.references.statute(code.pacc, offense.on),
        code.mcl,
        code.title,
        "",
        offense.on,
        offense.until,
        offense.form,
        list(offense.flags),
    )


def _add_sentence(batch: Batch, person: int, charge: int, count: Count) -> int:
    key = batch.add_with_key(tables.SENTENCE, person, charge, count.label, batch.recorded_at)
    for award in count.awards:
        batch.add_fact(
            tables.AWARD, person, key, award.kind, award.days, award.on, choices.AppliesTo.BOTH
        )
    for loss in count.losses:
        batch.add_fact(tables.FORFEITURE, person, key, loss.days, loss.on, WARDEN)
        if loss.restored_on is not None:
            batch.add_fact(tables.RESTORATION, person, key, loss.restored_days, loss.restored_on)
    return key


def _add_terms(
    batch: Batch, sentence: int, count: Count, judgments: Sequence[int]
) -> list[Written]:
    """Add the terms, each superseding the one before it."""
    written: list[Written] = []
    last = len(count.terms) - 1
    for place, terms in enumerate(count.terms):
        before = written[-1].key if written else None
        key = batch.add_with_key(
            tables.TERMS,
            sentence,
            judgments[terms.judgment],
            batch.recorded_at,
            AMENDED_REASON if before else NO_REASON,
            SOURCE,
            before,
            None if place == last else batch.recorded_at,
            *_what_is_set(terms),
        )
        written.append(Written(key, terms.after))
    return written


def _what_is_set(terms: Terms) -> tuple[object, ...]:
    return (
        terms.kind,
        terms.sentenced_on,
        terms.minimum.years,
        terms.minimum.months,
        terms.minimum.days,
        terms.maximum.years,
        terms.maximum.months,
        terms.maximum.days,
        terms.is_life,
        terms.jail_credit_days,
        terms.habitual,
        terms.authority,
        terms.as_written,
        terms.vacated_on,
    )
