"""What the rules of eligibility ask of each running term, for many people at once."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ots.access.closures import reading_for_the_record
from supervision.choices.obligation import Excuse
from supervision.choices.period import SupervisionLevel
from supervision.models import (
    LevelPeriod,
    Recommendation,
    RiskAssessment,
    SupervisionPeriod,
)
from supervision.rules.eligibility.facts import (
    ON_PAROLE,
    ON_PROBATION,
    Breach,
    EligibilityFacts,
    Mark,
    Offense,
    Pause,
    Term,
)
from supervision.rules.life import Days
from supervision.selectors import eligibility_rows as rows
from supervision.selectors.levels import INSTRUMENT, NamedLevel, named_levels
from supervision.selectors.lives import held_days

FIRST_DAY = date(1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Known:
    """What was read of all of the people, by person."""

    levels: Mapping[int, list[LevelPeriod]]
    named: Mapping[int, NamedLevel | None]
    bands: Mapping[int, tuple[str, str]]
    offenses: Mapping[int, list[Offense]]
    charges: Mapping[int, list[date]]
    detained: set[int]
    ordered_away: set[int]
    held: Mapping[int, list[Days]]
    absences: Mapping[int, list[Pause]]
    breaches: Mapping[int, list[Breach]]
    programs: Mapping[int, list[str]]
    owed: Mapping[int, int]
    unable: Mapping[int, bool]
    codes: Mapping[int, set[str]]
    orders: Mapping[int, set[Mark]]
    extensions: Mapping[int, list[Recommendation]]
    reviews: Mapping[int, date]


def facts_of(person_id: int, as_of: date) -> list[EligibilityFacts]:
    """Return the facts of each term of one person that runs."""
    return facts_of_many([person_id], as_of).get(person_id, [])


def facts_of_many(people: Collection[int], as_of: date) -> dict[int, list[EligibilityFacts]]:
    """Return the facts of each running term of each of the people: nineteen queries."""
    with reading_for_the_record():
        terms = list(rows.running_terms(people))
        known = _known(sorted({each.person_id for each in terms}), as_of)
    found: dict[int, list[EligibilityFacts]] = {}
    for term in terms:
        found.setdefault(term.person_id, []).append(_facts(term, terms, known, as_of))
    return found


def _known(people: Sequence[int], as_of: date) -> Known:
    codes: dict[int, set[str]] = {}
    for person, code in rows.conditions_in_force(people, as_of):
        codes.setdefault(person, set()).add(code)
    held: dict[int, list[Days]] = {}
    for person, days in held_days(people, since=FIRST_DAY, today=as_of):
        held.setdefault(person, []).append(days)
    return Known(
        levels=rows.levels(people),
        named=named_levels(RiskAssessment.objects.all(), people, today=as_of),
        bands=rows.first_bands(people, instrument=INSTRUMENT),
        offenses=rows.convictions(people),
        charges=rows.pending_charges(people),
        detained=rows.wanted_elsewhere(people),
        ordered_away=rows.kept_away(people, as_of),
        held=held,
        absences=rows.absences(people),
        breaches=rows.breaches(people),
        programs=rows.open_programs(people),
        owed=rows.owed(people),
        unable=rows.unable_to_pay(people),
        codes=codes,
        orders=rows.marks_of_orders(people),
        extensions=rows.extensions(people),
        reviews=rows.last_decided(people, "classification"),
    )


def _facts(
    term: SupervisionPeriod, terms: Sequence[SupervisionPeriod], known: Known, as_of: date
) -> EligibilityFacts:
    person = term.person_id
    codes = known.codes.get(person, set())
    extended = [
        each
        for each in known.extensions.get(person, [])
        if each.supervision_type == term.supervision_type and each.prepared_on >= term.began_on
    ]
    held = known.held.get(person, [])
    absences = known.absences.get(person, [])
    named = known.named.get(person)
    level, level_since = _level(known.levels.get(person, []), as_of)
    return EligibilityFacts(
        as_of=as_of,
        term=Term(term.supervision_type),
        began_on=term.began_on,
        ends_on=term.expected_end_on,
        original_ends_on=extended[0].ends_before if extended else term.expected_end_on,
        extensions=len(extended),
        is_dual=_is_dual(term, terms),
        level=level,
        level_since=level_since,
        named_level=named.rule.level if named else "",
        first_bands=known.bands.get(person),
        offenses=tuple(known.offenses.get(person, ())),
        is_registered=rows.REGISTERS in codes,
        has_protective_order=person in known.ordered_away or rows.KEEPS_ORDER in codes,
        pending_charges=tuple(known.charges.get(person, ())),
        has_warrant=_holds(held, Excuse.WARRANT, as_of),
        has_detainer=person in known.detained,
        in_custody=_holds(held, Excuse.CUSTODY, as_of),
        is_absconded=any(each.since <= as_of and each.until is None for each in absences),
        breaches=tuple(known.breaches.get(person, ())),
        open_programs=tuple(known.programs.get(person, ())),
        owed_cents=known.owed.get(person, 0),
        is_unable_to_pay=known.unable.get(person),
        marks=_marks(codes) | frozenset(known.orders.get(person, ())),
        pauses=(*absences, *_pauses(held)),
        last_review_on=_last_review(term, known),
    )


def _is_dual(term: SupervisionPeriod, terms: Sequence[SupervisionPeriod]) -> bool:
    types = {Term(each.supervision_type) for each in terms if each.person_id == term.person_id}
    return bool(types & ON_PAROLE) and bool(types & ON_PROBATION)


def _level(history: Sequence[LevelPeriod], day: date) -> tuple[str, date | None]:
    """Return the level on the day and since when it has stood without a break."""
    level, since, until = "", None, None
    for row in history:
        if row.began_on > day:
            break
        is_same = row.level == level and until == row.began_on
        level, since, until = row.level, since if is_same else row.began_on, row.ended_on
    if not level or (until is not None and until <= day) or level == SupervisionLevel.UNASSIGNED:
        return "", None
    return level, since


def _last_review(term: SupervisionPeriod, known: Known) -> date | None:
    changed = rows.last_review(known.levels.get(term.person_id, []), term.began_on)
    decided = known.reviews.get(term.person_id)
    days = [each for each in (changed, decided) if each is not None and each > term.began_on]
    return max(days, default=None)


def _holds(held: Sequence[Days], what: Excuse, day: date) -> bool:
    return any(each.what == what and each.covers(day) for each in held)


def _pauses(held: Sequence[Days]) -> tuple[Pause, ...]:
    counted = (Excuse.WARRANT, Excuse.CUSTODY)
    return tuple(Pause(each.began_on, each.ended_on) for each in held if each.what in counted)


def _marks(codes: set[str]) -> frozenset[Mark]:
    return frozenset(
        rows.MARK_OF_CONDITION[code] for code in codes if code in rows.MARK_OF_CONDITION
    )
