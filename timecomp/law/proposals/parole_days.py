"""Proposals that open parole on another day than the enacted law does."""

from dataclasses import dataclass
from datetime import date

from timecomp.engine.dates import MONTHS_A_YEAR, add_days
from timecomp.engine.parameters import amount
from timecomp.law.facts import SentenceKind, Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.mcl_791.s234_drug_parole import BY_CODE, REFORM
from timecomp.law.mcl_791.s234a_special_alternative import LONGEST_MINIMUM, LONGEST_STAY
from timecomp.law.offences import normalise_code
from timecomp.law.proposals.registry import Point, proposal, setting
from timecomp.law.proposed import ParoleFacts

ANYBODY = ("conc_erd_latest", "life_nonparolable", "life_10", "life_15")


@dataclass(frozen=True, slots=True)
class SecondLook:
    """When the court may look again."""

    years: int = setting("Years to be served before the court may look again")
    includes_life: bool = setting("Life sentences too")


@proposal(
    "second_look",
    title="A second look at long sentences",
    point=Point.PAROLE,
    settings=SecondLook,
    touches=ANYBODY,
    prose="The court may let the person go from {output}.",
)
def second_look(*, facts: ParoleFacts, settings: SecondLook) -> date | None:
    """After so many years the court may reduce the sentence to the time served."""
    if facts.is_life and not settings.includes_life:
        return facts.day
    return _sooner(facts, _after_years(facts, settings.years))


@dataclass(frozen=True, slots=True)
class ReviewYears:
    """The years for one section and everything under it."""

    code: str = setting("Section")
    years: int = setting("Years")


@dataclass(frozen=True, slots=True)
class YoungReview:
    """When the board reviews a person who was young."""

    under_age: int = setting("Younger than this on the day of the crime")
    years: int = setting("Years before the parole board's review")
    other_years: tuple[ReviewYears, ...] = setting("Other years for some sections")


@proposal(
    "parole_review_for_the_young",
    title="Parole review for people sentenced young",
    point=Point.PAROLE,
    settings=YoungReview,
    touches=ANYBODY,
    prose="The parole board reviews the case from {output}.",
)
def parole_review_for_the_young(*, facts: ParoleFacts, settings: YoungReview) -> date | None:
    """A person young at the crime meets the parole board after so many years, life or not."""
    age = facts.age_at_offence
    if age is None or age >= settings.under_age or facts.is_flat:
        return facts.day
    code = normalise_code(facts.sentence.offense.code)
    rows = [r.years for r in settings.other_years if code.startswith(normalise_code(r.code))]
    return _sooner(facts, _after_years(facts, rows[0] if rows else settings.years))


@dataclass(frozen=True, slots=True)
class Frailty:
    """Who counts as medically frail; the record holds no diagnosis, so age stands for it."""

    age_years: int = setting("Assumed: frail from this age on")
    excludes_life_without_parole: bool = setting("Not for life without parole")
    excluded_codes: tuple[str, ...] = setting("Not for these sections")


@proposal(
    "medical_parole_by_age",
    title="Wider medical parole",
    point=Point.PAROLE,
    settings=Frailty,
    touches=ANYBODY,
    prose="Medical parole opens on {output}.",
)
def medical_parole_by_age(*, facts: ParoleFacts, settings: Frailty) -> date | None:
    """A person old enough to count as frail may be paroled from that day."""
    born, code = facts.person.birth_date, normalise_code(facts.sentence.offense.code)
    if born is None or code.startswith(tuple(map(normalise_code, settings.excluded_codes))):
        return facts.day
    if facts.day is None and settings.excludes_life_without_parole:
        return facts.day
    of_age = end_of_term(start=born, term=Term(months=settings.age_years * MONTHS_A_YEAR))
    return _sooner(facts, max(of_age, _now(facts)))


@dataclass(frozen=True, slots=True)
class Emergency:
    """The declarations and what each takes off."""

    declarations: tuple[date, ...] = setting("Days on which the emergency is declared")
    days: int = setting("Days off every minimum that is running")
    second_cut: bool = setting("The target is missed and a second cut follows")
    second_after_days: int = setting("Days until the second cut")


@proposal(
    "emergency_powers",
    title="Emergency powers",
    point=Point.PAROLE,
    settings=Emergency,
    touches=("tis_erd", "rgt_on_min_nonpb", "dc_pb_on_min", "dc_all_after_1987"),
    prose="The emergency brings the day to {output}.",
)
def emergency_powers(*, facts: ParoleFacts, settings: Emergency) -> date | None:
    """Each declaration takes days off every minimum that is running that day."""
    day = facts.day
    if day is None or facts.is_flat or facts.is_life:
        return day
    cuts = list(settings.declarations)
    if settings.second_cut:
        cuts += [add_days(declared, settings.second_after_days) for declared in cuts]
    for cut_on in sorted(cuts):
        if facts.start <= cut_on < day:
            day = max(cut_on, add_days(day, -settings.days))
    return day


@dataclass(frozen=True, slots=True)
class WiderUnit:
    """Who may enter special alternative incarceration."""

    longest_minimum_months: int = setting("Longest minimum with which a person may enter, months")
    admits_prior_prison: bool = setting("People who were in prison before may enter")


@proposal(
    "wider_special_alternative",
    title="Wider special alternative incarceration",
    point=Point.PAROLE,
    settings=WiderUnit,
    touches=("tis_erd", "dc_all_after_1987", "rgt_on_min_nonpb", "dc_pb_on_min"),
    prose="Entered now, the unit opens parole on {output}.",
)
def wider_special_alternative(*, facts: ParoleFacts, settings: WiderUnit) -> date | None:
    """A person whom the law shuts out today enters now and completes the unit."""
    minimum, row, now = facts.sentence.minimum, facts.offence, _now(facts)
    if facts.sentence.kind is not SentenceKind.INDETERMINATE or minimum is None:
        return facts.day
    if row is None or row.is_assaultive or row.is_sex_offence:
        return facts.day
    if facts.has_been_paroled and not settings.admits_prior_prison:
        return facts.day
    enacted = LONGEST_MINIMUM.enacted_on(now)
    is_open_today = minimum.whole_months <= enacted and not facts.has_been_paroled
    if is_open_today or minimum.whole_months > settings.longest_minimum_months:
        return facts.day
    return _sooner(facts, add_days(now, amount(LONGEST_STAY, now)))


def _reformed_sections(_settings: object) -> tuple[str, ...]:
    return tuple(sorted(BY_CODE))


@proposal(
    "drug_gap_parole",
    title="Earlier parole for drug crimes of before March 2003 convicted after",
    point=Point.PAROLE,
    concerns=_reformed_sections,
    prose="The reform of 2002 opens parole on {output}.",
)
def drug_gap_parole(*, facts: ParoleFacts) -> date | None:
    """A drug crime from before the reform gets its earlier parole whenever it was convicted."""
    sentence, day = facts.sentence, facts.day
    convicted_on = sentence.convicted_on or sentence.sentenced_on
    law = BY_CODE.get(normalise_code(sentence.offense.code))
    if law is None or day is None or not sentence.offense.date < REFORM <= convicted_on:
        return day
    return law(start=facts.start, net_minimum=day, convicted_on=convicted_on)


def _after_years(facts: ParoleFacts, years: int) -> date:
    served = end_of_term(start=facts.start, term=Term(months=years * MONTHS_A_YEAR))
    return max(served, _now(facts))


def _now(facts: ParoleFacts) -> date:
    """Nobody is let out before the day of the question."""
    return facts.start if facts.decided_on == date.max else max(facts.start, facts.decided_on)


def _sooner(facts: ParoleFacts, opened: date) -> date | None:
    """The proposal's day where it comes first; what a person must settle stays so."""
    if facts.day is None:
        return opened if facts.is_life else None
    return min(facts.day, opened)
