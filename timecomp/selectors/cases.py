"""From the record to the law: the case of each person of a stretch, as the facts stand now."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from offenders.choices import OffenseRole, OrderKind
from ots.access.closures import reading_for_the_record
from timecomp.law.facts import (
    AppliesTo,
    AwardKind,
    Case,
    CreditAward,
    CustodyKind,
    CustodySpan,
    ForfeitAuthority,
    Forfeiture,
    Maximum,
    Misconduct,
    Offense,
    Parole,
    ParoleViolation,
    Person,
    Restoration,
    Sentence,
    SentenceKind,
    Term,
    ViolationKind,
)
from timecomp.law.offences import UnreadableOffenceCode, normalise_code
from timecomp.selectors.clerk_decisions import clerk_decisions
from timecomp.selectors.orders import time_orders
from timecomp.selectors.record_reading import Stretch, read_rows
from timecomp.selectors.record_rows import CustodyRow, RecordRows, ReleaseRow, TermsRow

# Custody that the law counts sentence by sentence; the record knows the court case it was for.
OF_A_SENTENCE = frozenset({CustodyKind.JAIL, CustodyKind.APPEAL_BOND})
INCHOATE = frozenset({OffenseRole.CONSPIRACY, OffenseRole.SOLICITATION})
_KINDS = {kind.value: kind for kind in SentenceKind}
_CUSTODY = {kind.value: kind for kind in CustodyKind}


@dataclass(frozen=True, slots=True)
class Gap:
    """A sentence that could not be put to the law, and what the record lacks."""

    sentence: str
    message: str


@dataclass(frozen=True, slots=True)
class RecordedCase:
    """A person's case, and the sentences that the record does not tell enough of."""

    person_id: int
    case: Case
    gaps: tuple[Gap, ...] = ()


def recorded_cases(stretch: Stretch, *, as_of: date) -> list[RecordedCase]:
    """Return the case of everybody in the stretch who has a sentence; a fixed number of queries."""
    with reading_for_the_record():
        rows = read_rows(stretch)
    return [_recorded_case(rows, person_id, as_of) for person_id in rows.terms]


def _recorded_case(rows: RecordRows, person_id: int, as_of: date) -> RecordedCase:
    gaps = _gaps(rows, rows.terms[person_id])
    missing = {gap.sentence for gap in gaps}
    terms = [row for row in rows.terms[person_id] if row.label not in missing]
    labels = {row.label for row in terms}
    case = Case(
        id=str(person_id),
        as_of=as_of,
        person=Person(birth_date=rows.birth_dates[person_id]),
        sentences=tuple(sentence for row in terms for sentence in _sentences(rows, row)),
        custody=tuple(
            span for row in rows.custody.get(person_id, ()) for span in _custody(row, terms)
        ),
        misconduct=_misconduct(rows, person_id),
        credit_awards=_awards(rows, person_id, labels),
        forfeitures=_forfeitures(rows, person_id, labels),
        restorations=_restorations(rows, person_id, labels),
        parole=tuple(_paroles(rows, person_id)) if person_id in rows.releases else (),
        orders=time_orders(rows, person_id, labels) if person_id in rows.orders else (),
        decisions=clerk_decisions(rows, person_id) if person_id in rows.decisions else (),
    )
    return RecordedCase(person_id, case, gaps)


def _sentences(rows: RecordRows, current: TermsRow) -> Iterator[Sentence]:
    """The sentence as it stands, after those it replaced by resentencing."""
    earlier = rows.earlier_terms.get(current.sentence_id)
    if not earlier:
        yield _sentence(rows, current, id=current.label, replaces=None)
        return
    replaces = None
    for number, row in enumerate(_replaced([*earlier, current]), start=1):
        id = current.label if row is current else f"{current.label}.{number}"
        yield _sentence(rows, row, id=id, replaces=replaces)
        replaces = id


def _replaced(history: list[TermsRow]) -> list[TermsRow]:
    """Of all terms of a sentence, the last before each resentencing, and those that stand now.

    Amended judgments and corrections set right what was imposed; only a resentencing replaces it.
    """
    kept: list[TermsRow] = []
    for before, row in zip([None, *history], history, strict=False):
        is_new_sentence = (
            row.judgment_kind == OrderKind.RESENTENCE
            and before is not None
            and before.judgment_id != row.judgment_id
        )
        if not is_new_sentence and kept:
            kept.pop()
        kept.append(row)
    return kept


def _sentence(rows: RecordRows, row: TermsRow, *, id: str, replaces: str | None) -> Sentence:
    return Sentence(
        id=id,
        offense=_offense(row),
        sentenced_on=row.sentenced_on,
        kind=_KINDS[row.kind],
        minimum=_term(row.minimum_years, row.minimum_months, row.minimum_days),
        maximum=_maximum(row),
        jail_credit_days=row.jail_credit_days,
        habitual=row.habitual_level,
        consecutive_to=tuple(rows.follows.get(row.id, ())),
        consecutive_authority=row.consecutive_authority or None,
        convicted_on=row.convicted_on,
        judge_approval_on=row.judge_approval_on,
        vacated_on=row.vacated_on,
        surrendered_on=row.surrendered_on,
        replaces=replaces,
    )


def _offense(row: TermsRow) -> Offense:
    if row.offense_date is None:
        raise ValueError(f"Sentence [{row.label}] has no offense date: it is a gap.")
    flags = frozenset(row.flags or ())
    return Offense(
        code=_code(row),
        date=row.offense_date,
        date_to=row.offense_date_to,
        attempt=row.form == OffenseRole.ATTEMPT,
        flags=flags | {str(row.form)} if row.form in INCHOATE else flags,
    )


def _code(row: TermsRow) -> str:
    return row.offense_code or row.statute_mcl or ""


@lru_cache(maxsize=1024)
def _term(years: int, months: int, days: int) -> Term | None:
    return Term(years, months, days) if years or months or days else None


def _maximum(row: TermsRow) -> Maximum:
    if row.is_life_maximum:
        return "life"
    return _term(row.maximum_years, row.maximum_months, row.maximum_days)


def _custody(row: CustodyRow, terms: list[TermsRow]) -> Iterator[CustodySpan]:
    """A stay in jail counts for each sentence of the case it was for; other custody for all."""
    kind = _CUSTODY[row.kind]
    if kind not in OF_A_SENTENCE or row.case_id is None:
        yield CustodySpan(kind, row.began_on, row.ended_on)
        return
    for each in terms:
        if each.case_id == row.case_id:
            yield CustodySpan(kind, row.began_on, row.ended_on, each.label)


def _misconduct(rows: RecordRows, person_id: int) -> tuple[Misconduct, ...]:
    return tuple(
        Misconduct(
            violated_on=row.violated_on,
            class_=row.misconduct_class,
            found_guilty_on=row.found_guilty_on,
            disciplinary_time_days=row.disciplinary_time_days,
        )
        for row in rows.misconduct.get(person_id, ())
    )


def _awards(rows: RecordRows, person_id: int, labels: set[str]) -> tuple[CreditAward, ...]:
    return tuple(
        CreditAward(
            sentence=row.label,
            kind=AwardKind(row.kind),
            days=row.days,
            awarded_on=row.awarded_on,
            applies_to=AppliesTo(row.applies_to),
        )
        for row in rows.awards.get(person_id, ())
        if row.label in labels
    )


def _forfeitures(rows: RecordRows, person_id: int, labels: set[str]) -> tuple[Forfeiture, ...]:
    return tuple(
        Forfeiture(row.label, row.days, row.ordered_on, ForfeitAuthority(row.authority))
        for row in rows.forfeitures.get(person_id, ())
        if row.label in labels
    )


def _restorations(rows: RecordRows, person_id: int, labels: set[str]) -> tuple[Restoration, ...]:
    return tuple(
        Restoration(row.label, row.days, row.ordered_on)
        for row in rows.restorations.get(person_id, ())
        if row.label in labels
    )


def _paroles(rows: RecordRows, person_id: int) -> Iterator[Parole]:
    releases = rows.releases[person_id]
    standing = _standing_releases(releases)
    violations: dict[int, list[ParoleViolation]] = defaultdict(list)
    for row in rows.violations.get(person_id, ()):
        made = ParoleViolation(
            ViolationKind(row.kind), row.declared_on, row.available_on, row.detainer_on
        )
        violations[standing[row.parole_id]].append(made)
    for release in releases:
        if release.superseded_at is None:
            term = _term(0, release.term_months, 0)
            yield Parole(release.released_on, term, tuple(violations[release.id]))


def _standing_releases(releases: list[ReleaseRow]) -> dict[int, int]:
    """For each release as it was ever recorded, the key of the one that stands in its place."""
    newer = {row.supersedes_id: row.id for row in releases if row.supersedes_id is not None}
    standing: dict[int, int] = {}
    for row in releases:
        key = row.id
        while key in newer:
            key = newer[key]
        standing[row.id] = key
    return standing


def _gaps(rows: RecordRows, terms: list[TermsRow]) -> tuple[Gap, ...]:
    """Sentences without an offense date or a readable section, and those that wait for them."""
    found = {row.label: message for row in terms if (message := _lacks(row))}
    found.update(_following_nothing(rows, terms))
    if not found:
        return ()
    while waiting := _waiting_for(found, rows, terms):
        found.update(waiting)
    return tuple(Gap(label, message) for label, message in sorted(found.items()))


def _following_nothing(rows: RecordRows, terms: list[TermsRow]) -> dict[str, str]:
    labels = {row.label for row in terms}
    return {
        row.label: f"Is recorded as running after sentence {label}, which sets no terms it could "
        "follow. Amend the sentence and name the one it follows."
        for row in terms
        for label in rows.follows.get(row.id, ())
        if label not in labels or label == row.label
    }


def _waiting_for(found: dict[str, str], rows: RecordRows, terms: list[TermsRow]) -> dict[str, str]:
    return {
        row.label: f"Runs after sentence {label}, which could not be computed."
        for row in terms
        for label in rows.follows.get(row.id, ())
        if label in found and row.label not in found
    }


def _lacks(row: TermsRow) -> str:
    if row.offense_date is None:
        return "The charge has no offense date, on which the law hangs. Enter it on the charge."
    code = _code(row)
    if not code:
        return "The charge names no section of the law. Enter the offense code on the charge."
    return _unreadable(code)


@lru_cache(maxsize=4096)
def _unreadable(code: str) -> str:
    try:
        normalise_code(code)
    except UnreadableOffenceCode as error:
        return str(error)
    return ""
