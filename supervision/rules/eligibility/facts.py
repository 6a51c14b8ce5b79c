"""What is asked of a person's record to say what he is eligible for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Term(StrEnum):
    """What the person is supervised under."""

    PROBATION = "probation"
    PAROLE = "parole"
    DELAYED_SENTENCE = "delayed_sentence"
    HYTA = "hyta"
    COMPACT_PROBATION = "compact_probation"
    COMPACT_PAROLE = "compact_parole"
    PRETRIAL = "pretrial"


ON_PROBATION = frozenset({Term.PROBATION, Term.HYTA, Term.DELAYED_SENTENCE, Term.COMPACT_PROBATION})
ON_PAROLE = frozenset({Term.PAROLE, Term.COMPACT_PAROLE})
FROM_OTHER_STATES = frozenset({Term.COMPACT_PROBATION, Term.COMPACT_PAROLE})


class Mark(StrEnum):
    """What else is known of how the person is supervised."""

    RPOSN = "rposn"
    SEX_OFFENSE = "sex_offense"
    MONITORED = "monitored"
    LIFETIME_MONITORED = "lifetime_monitored"
    SAI = "sai"
    RESIDENTIAL = "residential"
    MODIFIED = "modified"
    COMMUTED = "commuted"


@dataclass(frozen=True, slots=True)
class Offense:
    """An offense of which the person stands convicted."""

    code: str
    maximum_months: int | None = None
    is_life: bool = False


@dataclass(frozen=True, slots=True)
class Breach:
    """A violation on record."""

    on: date
    severity: int
    stands: bool = True
    is_open: bool = False
    is_driving_drunk: bool = False


@dataclass(frozen=True, slots=True)
class Pause:
    """Days of warrant, absconding or custody; ``until`` is the first day after."""

    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class EligibilityFacts:
    """One running term of a person, on a day; ``None`` means that nobody has recorded it."""

    as_of: date
    term: Term
    began_on: date
    ends_on: date | None = None
    original_ends_on: date | None = None
    extensions: int = 0
    # On probation and on parole at the same time.
    is_dual: bool = False
    level: str = ""
    level_since: date | None = None
    # The level that the newest scores name, and the first pair of bands, violent and general.
    named_level: str = ""
    first_bands: tuple[str, str] | None = None
    offenses: tuple[Offense, ...] = ()
    is_registered: bool = False
    has_protective_order: bool = False
    pending_charges: tuple[date, ...] = ()
    has_warrant: bool = False
    has_detainer: bool = False
    in_custody: bool = False
    is_absconded: bool = False
    breaches: tuple[Breach, ...] = ()
    open_programs: tuple[str, ...] = ()
    owed_cents: int = 0
    is_unable_to_pay: bool | None = None
    marks: frozenset[Mark] = frozenset()
    pauses: tuple[Pause, ...] = ()
    last_review_on: date | None = None

    def standing_breaches(self, since: date) -> tuple[Breach, ...]:
        """Violations from the day on that are still held against the person."""
        return tuple(each for each in self.breaches if each.stands and since <= each.on)

    @property
    def has_open_breach(self) -> bool:
        """Whether a violation is alleged and not decided."""
        return any(each.stands and each.is_open for each in self.breaches)
