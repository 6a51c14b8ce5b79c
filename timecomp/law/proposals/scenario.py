"""A change of law that somebody proposes: what it changes, for whom, and what is assumed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

from timecomp.engine.parameters import Value
from timecomp.law.facts import Person, Sentence
from timecomp.law.offences import OffenceCode, normalise_code
from timecomp.law.proposals.registry import Proposal
from timecomp.law.proposed import offence_of

EVERYBODY_WITH_A_DATE = "conc_erd_latest"


class AppliesTo(StrEnum):
    """Which sentences a change reaches."""

    OFFENCES = "offences"
    SENTENCES = "sentences"
    EVERYONE = "everyone"


class OffenceGroup(StrEnum):
    """Groups of the table of offenses that a scenario may pick or leave out."""

    PERSON = "person"
    PROPERTY = "property"
    CONTROLLED_SUBSTANCE = "controlled_substance"
    PUBLIC_SAFETY = "public_safety"
    PUBLIC_ORDER = "public_order"
    PUBLIC_TRUST = "public_trust"
    ASSAULTIVE = "assaultive"
    SEX_OFFENCE = "sex_offence"
    DRUG = "drug"
    DOMESTIC = "domestic"
    LIFE_MAXIMUM = "life_maximum"
    MANDATORY_LIFE = "mandatory_life"


NAMES_OF_GROUPS = frozenset(group.value for group in OffenceGroup)


@dataclass(frozen=True, slots=True)
class Applies:
    """The sentences that the change reaches; every condition given must hold.

    A sentence is reached or not on its own facts: of one judgment one count may fall under the
    change and the next may not. An offense that the table does not know is in no group.
    """

    to: AppliesTo = AppliesTo.EVERYONE
    since: date | None = None
    codes: tuple[str, ...] = ()
    except_codes: tuple[str, ...] = ()
    groups: frozenset[OffenceGroup] = frozenset()
    except_groups: frozenset[OffenceGroup] = frozenset()
    kinds: frozenset[str] = frozenset()
    age_from: int | None = None
    age_to: int | None = None
    minimum_months_from: int | None = None
    minimum_months_to: int | None = None

    def covers(self, sentence: Sentence, person: Person) -> bool:
        """Whether the change reaches the sentence."""
        return (
            self._in_time(sentence)
            and (not self.kinds or sentence.kind.value in self.kinds)
            and self._of_offence(sentence)
            and self._of_age(person.age_on(sentence.offense.date))
            and self._of_length(sentence)
        )

    def _in_time(self, sentence: Sentence) -> bool:
        if self.to is AppliesTo.EVERYONE or self.since is None:
            return True
        if self.to is AppliesTo.OFFENCES:
            return sentence.offense.date >= self.since
        return sentence.sentenced_on >= self.since

    def _of_offence(self, sentence: Sentence) -> bool:
        code = _normalised(sentence.offense.code)
        if self.codes and not code.startswith(self.codes):
            return False
        if self.except_codes and code.startswith(self.except_codes):
            return False
        if not self.groups and not self.except_groups:
            return True
        found = groups_of(offence_of(sentence))
        return (not self.groups or bool(found & self.groups)) and not found & self.except_groups

    def _of_age(self, age: int | None) -> bool:
        if self.age_from is None and self.age_to is None:
            return True
        if age is None:
            return False
        return (self.age_from or 0) <= age and (self.age_to is None or age <= self.age_to)

    def _of_length(self, sentence: Sentence) -> bool:
        if self.minimum_months_from is None and self.minimum_months_to is None:
            return True
        if sentence.minimum is None:
            return False
        months = sentence.minimum.whole_months
        longest = self.minimum_months_to
        return (self.minimum_months_from or 0) <= months and (longest is None or months <= longest)


@dataclass(frozen=True, slots=True)
class ParameterChange:
    """Another amount for a parameter; from a day on, or, without one, in the place of all."""

    id: str
    amount: object
    since: date | None = None


@dataclass(frozen=True, slots=True)
class RuleUse:
    """A proposed rule with the settings of the scenario."""

    proposal: Proposal
    settings: object


@dataclass(frozen=True, slots=True)
class Assumptions:
    """What no law says and a projection needs; each is printed with the figures.

    `granted_percent`: of those whom the change lets go sooner by somebody's leave (a court, the
    board), how many get it. `parole_today_percent` and `parole_percent`: how many are paroled on
    the earliest day, today and under the change; the others wait `deferral_months`.
    """

    granted_percent: int = 100
    parole_today_percent: int = 100
    parole_percent: int = 100
    deferral_months: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A proposed change of law, read from its file or from a form."""

    id: str
    title: str
    proposal: str
    summary: str
    source: str
    applies: Applies = Applies()
    parameters: tuple[ParameterChange, ...] = ()
    rules: tuple[RuleUse, ...] = ()
    assumptions: Assumptions = field(default_factory=Assumptions)
    effective: date | None = None

    @property
    def citation(self) -> str:
        """How its rules are cited wherever they are used."""
        return f"proposed: {self.proposal}"

    @property
    def touches(self) -> frozenset[str]:
        """Rules and parameters of the book; whoever used none of them cannot be concerned."""
        named = {change.id for change in self.parameters}
        for use in self.rules:
            named.update(use.proposal.touches)
        if not named and not self.concerns:
            return frozenset({EVERYBODY_WITH_A_DATE})
        return frozenset(named)

    @property
    def concerns(self) -> tuple[str, ...]:
        """Sections of the law whose sentences its rules concern, whatever rules were used."""
        return tuple(code for use in self.rules for code in use.proposal.concerns(use.settings))


def values_under(change: ParameterChange, enacted: Sequence[Value[object]]) -> list[Value[object]]:
    """The dated values of a parameter with the change in its place; the citation says proposed."""
    citation = "proposed"
    if change.since is None:
        return [Value(value.since, change.amount, citation) for value in enacted]
    kept = [value for value in enacted if value.since is None or value.since < change.since]
    return [*kept, Value(change.since, change.amount, citation)]


@lru_cache(maxsize=4096)
def _normalised(code: str) -> str:
    return normalise_code(code)


@lru_cache(maxsize=4096)
def groups_of(row: OffenceCode | None) -> frozenset[OffenceGroup]:
    """The groups in which the table puts an offense; none for one it does not know."""
    if row is None:
        return frozenset()
    flags = {
        OffenceGroup.ASSAULTIVE: row.is_assaultive,
        OffenceGroup.SEX_OFFENCE: row.is_sex_offence,
        OffenceGroup.DRUG: row.is_drug,
        OffenceGroup.DOMESTIC: row.is_domestic,
        OffenceGroup.LIFE_MAXIMUM: row.is_life_maximum,
        OffenceGroup.MANDATORY_LIFE: row.mandatory_life,
    }
    found = {group for group, is_in in flags.items() if is_in}
    if row.category in NAMES_OF_GROUPS:
        found.add(OffenceGroup(row.category))
    return frozenset(found)
