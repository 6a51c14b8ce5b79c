"""Judgments as a bill would have had them: mandatory minimums, caps, terms for the young."""

from dataclasses import dataclass, replace

from timecomp.engine.dates import MONTHS_A_YEAR
from timecomp.law.facts import Case, Sentence, SentenceKind, Term
from timecomp.law.offences import normalise_code
from timecomp.law.proposals.registry import Point, proposal, setting
from timecomp.law.proposed import offence_of


@dataclass(frozen=True, slots=True)
class MandatoryMinimum:
    """The least minimum for one section and everything under it."""

    code: str = setting("Section")
    months: int = setting("Least minimum in months")


@dataclass(frozen=True, slots=True)
class MandatoryMinimums:
    """The table of the bill."""

    minimums: tuple[MandatoryMinimum, ...] = setting("Mandatory minimums")


def _sections(settings: MandatoryMinimums) -> tuple[str, ...]:
    return tuple(row.code for row in settings.minimums)


@proposal(
    "mandatory_minimums",
    title="Mandatory minimums",
    point=Point.JUDGMENT,
    settings=MandatoryMinimums,
    concerns=_sections,
    prose="The bill's minimum stands in the place of a shorter one.",
)
def mandatory_minimums(*, case: Case, sentence: Sentence, settings: MandatoryMinimums) -> Sentence:
    """A shorter minimum is raised to the bill's, to the maximum at most."""
    if sentence.kind is not SentenceKind.INDETERMINATE or sentence.minimum is None:
        return sentence
    code = normalise_code(sentence.offense.code)
    rows = [m.months for m in settings.minimums if code.startswith(normalise_code(m.code))]
    least = max(rows, default=0)
    if isinstance(sentence.maximum, Term):
        least = min(least, sentence.maximum.whole_months)
    if sentence.minimum.whole_months >= least:
        return sentence
    return replace(sentence, minimum=Term(months=least))


@dataclass(frozen=True, slots=True)
class ProbationCap:
    """How long probation for a felony may be."""

    longest_months: int = setting("Longest probation for a felony, in months")


@proposal(
    "probation_cap",
    title="Shorter felony probation",
    point=Point.JUDGMENT,
    settings=ProbationCap,
    touches=("prob_felony_3", "prob_felony_5"),
    prose="Probation is cut to the longest that the bill allows.",
)
def probation_cap(*, case: Case, sentence: Sentence, settings: ProbationCap) -> Sentence:
    """A longer probation for a felony is cut to the bill's longest."""
    row = offence_of(sentence)
    stated = sentence.maximum if isinstance(sentence.maximum, Term) else sentence.minimum
    if sentence.kind is not SentenceKind.PROBATION or stated is None:
        return sentence
    if (row is not None and row.is_misdemeanor) or sentence.maximum == "life":
        return sentence
    if (stated.whole_months, stated.days) <= (settings.longest_months, 0):
        return sentence
    cut = Term(months=settings.longest_months)
    return replace(sentence, minimum=None, maximum=cut)


@dataclass(frozen=True, slots=True)
class YoungTerm:
    """The term of years in the place of life without parole."""

    age_from: int = setting("Youngest age on the day of the crime")
    age_to: int = setting("Oldest age on the day of the crime")
    minimum_years: int = setting("Minimum, in years")
    maximum_years: int = setting("Maximum, in years")
    consecutive: bool = setting("Served after the other sentences of the same day")


@proposal(
    "term_of_years_for_the_young",
    title="A term of years in the place of mandatory life",
    point=Point.JUDGMENT,
    settings=YoungTerm,
    touches=("life_nonparolable",),
    prose="A term of years stands in the place of life.",
)
def term_of_years_for_the_young(*, case: Case, sentence: Sentence, settings: YoungTerm) -> Sentence:
    """Mandatory life of a person of those ages becomes a term of years."""
    row, age = offence_of(sentence), case.person.age_on(sentence.offense.date)
    if sentence.kind is not SentenceKind.LIFE or age is None or row is None:
        return sentence
    is_mandatory = row.mandatory_life and not sentence.offense.attempt and not row.is_drug
    if not is_mandatory or not settings.age_from <= age <= settings.age_to:
        return sentence
    after = _others_of_the_day(case, sentence) if settings.consecutive else ()
    return replace(
        sentence,
        kind=SentenceKind.INDETERMINATE,
        minimum=Term(months=settings.minimum_years * MONTHS_A_YEAR),
        maximum=Term(months=settings.maximum_years * MONTHS_A_YEAR),
        consecutive_to=tuple(dict.fromkeys((*sentence.consecutive_to, *after))),
    )


def _others_of_the_day(case: Case, sentence: Sentence) -> tuple[str, ...]:
    return tuple(
        other.id
        for other in case.sentences
        if other.id != sentence.id
        and other.sentenced_on == sentence.sentenced_on
        and other.kind in (SentenceKind.INDETERMINATE, SentenceKind.FLAT)
        and sentence.id not in other.consecutive_to
    )
