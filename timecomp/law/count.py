"""One count of the judgment with the law that its offense date chooses."""

from datetime import date
from functools import lru_cache

from timecomp.engine.frozen import dataclass
from timecomp.engine.rules import ManualComputation
from timecomp.law.facts import Case, Offense, Sentence, SentenceKind, Term
from timecomp.law.findings import Findings
from timecomp.law.mcl_750.s227b_felony_firearm import felony_firearm_years, is_felony_firearm
from timecomp.law.mcl_791.s233b_lists import is_listed_1998, is_proposal_b
from timecomp.law.mcl_800.s33_continuing import same_regime_throughout
from timecomp.law.mcl_800.s33_regimes import (
    CREDITS_FOR_ALL,
    regime_drug_possession,
    regime_versions,
)
from timecomp.law.offences import OffenceCode, normalise_code, offence
from timecomp.law.regime import Regime
from timecomp.law.topics import End, Topic

PRISON = frozenset(
    {SentenceKind.INDETERMINATE, SentenceKind.FLAT, SentenceKind.LIFE, SentenceKind.HYTA_PRISON}
)
OLD_POSSESSION = frozenset({"333.74032A1", "333.74032A2", "333.74032A3"})
FLAT = frozenset({SentenceKind.FLAT, SentenceKind.HYTA_PRISON})


@dataclass(frozen=True, slots=True)
class Count:
    """A sentence under its own name in the case, its offense in the table, and its credit
    regime; None where a person must settle it."""

    id: str
    sentence: Sentence
    offence: OffenceCode | None
    regime: Regime | None
    is_felony_firearm: bool
    is_live: bool
    flat_term: Term | None = None

    @property
    def is_prison(self) -> bool:
        """Whether the state prison holds the person for it."""
        return self.sentence.kind in PRISON

    @property
    def is_flat(self) -> bool:
        """Whether its minimum and maximum are one."""
        return self.sentence.kind in FLAT

    @property
    def is_life(self) -> bool:
        """Whether its maximum is life."""
        return self.sentence.kind is SentenceKind.LIFE or self.sentence.maximum == "life"

    @property
    def is_misdemeanor(self) -> bool:
        """Whether the offense table knows the crime as one; an unknown crime is taken for a
        felony."""
        return self.offence is not None and self.offence.is_misdemeanor

    @property
    def is_old_drug_possession(self) -> bool:
        """Whether good time on it was limited until 1 April 1987."""
        offense = self.sentence.offense
        return offense.date < CREDITS_FOR_ALL and names_old_possession(offense.code)

    def term(self, end: End) -> Term | None:
        """The length of that end; None for life, or where the judgment is silent."""
        if self.is_flat:
            return self.flat_term
        stated = self.sentence.minimum if end is End.MINIMUM else self.sentence.maximum
        return stated if isinstance(stated, Term) else None


@lru_cache(maxsize=65536)
def offence_on(code: str, day: date) -> OffenceCode | None:
    """The offense that the code named that day, remembered."""
    return offence(code, day)


@lru_cache(maxsize=4096)
def names_felony_firearm(code: str) -> bool:
    """Whether the code is felony-firearm, remembered."""
    return is_felony_firearm(code)


@lru_cache(maxsize=4096)
def names_old_possession(code: str) -> bool:
    """Whether the code is possession of 50 grams or more as it stood before 1987, remembered."""
    return normalise_code(code) in OLD_POSSESSION


def counts_of(case: Case, findings: Findings) -> list[Count]:
    """Every count of the case with its law, those vacated or replaced marked as no longer live."""
    replaced = {sentence.replaces for sentence in case.sentences}
    return [_count(sentence, sentence.id in replaced, findings) for sentence in case.sentences]


def _count(sentence: Sentence, is_replaced: bool, findings: Findings) -> Count:
    findings.about(sentence.id, Topic.REGIME)
    is_firearm = names_felony_firearm(sentence.offense.code)
    return Count(
        id=sentence.id,
        sentence=sentence,
        offence=offence_on(sentence.offense.code, sentence.offense.date),
        regime=_regime(sentence, findings) if sentence.kind in PRISON else None,
        is_felony_firearm=is_firearm,
        is_live=sentence.vacated_on is None and not is_replaced,
        flat_term=_flat_term(sentence, is_firearm, findings) if sentence.kind in FLAT else None,
    )


def _regime(sentence: Sentence, findings: Findings) -> Regime | None:
    offense = sentence.offense
    try:
        regime = _regime_on(offense, offense.date)
        if offense.date_to is None:
            return regime
        last = _regime_on(offense, offense.date_to)
    except ManualComputation as error:
        findings.hand_over(error)
        return None
    unsettled = findings.ask(same_regime_throughout, first=regime, last=last)
    return None if unsettled else regime


def _regime_on(offense: Offense, day: date) -> Regime:
    if day < CREDITS_FOR_ALL and names_old_possession(offense.code):
        return regime_drug_possession(offense_date=day)
    row = offence_on(offense.code, day)
    code, attempt = offense.code, offense.attempt
    listed_b = None if row is None else row.is_proposal_b
    listed_1998 = None if row is None else row.is_truth_in_sentencing_1998
    proposal_b = is_proposal_b(code=code, offense_date=day, listed=listed_b)
    listed = is_listed_1998(code=code, offense_date=day, listed=listed_1998, is_attempt=attempt)
    return regime_versions(is_proposal_b=proposal_b, is_listed_1998=listed).on(day)(
        offense_date=day
    )


def _flat_term(sentence: Sentence, is_firearm: bool, findings: Findings) -> Term | None:
    stated = sentence.maximum if isinstance(sentence.maximum, Term) else sentence.minimum
    if stated is None:
        findings.note(
            "flat_term", "The judgment states no length for this flat term. Ask the court for it."
        )
        return None
    if not is_firearm:
        return stated
    years = _firearm_years(stated, sentence.offense.date)
    if years is not None:
        return Term(years=years)
    findings.note(
        "ff_len",
        f"The felony-firearm term of {stated} is none of the lengths the law knows. The judgment "
        "was used; ask the court to correct it.",
    )
    return stated


def _firearm_years(stated: Term, offense_date: date) -> int | None:
    if stated.days or stated.whole_months % 12 or not felony_firearm_years.in_force(offense_date):
        return None
    return felony_firearm_years(stated_years=stated.whole_months // 12, offense_date=offense_date)
