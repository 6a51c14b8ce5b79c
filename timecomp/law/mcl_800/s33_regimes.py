"""MCL 800.33, 800.34 and 791.233b: which credits a sentence earns hangs on the day of the offense.

A later law may not take away credits that attached to the crime (Hill v Snyder; People v Wiley), so
the offense date alone chooses, together with the lists of Proposal B and of truth in sentencing.
"""

from datetime import date

from timecomp.engine.rules import GovernedBy, Versions, rule, versions
from timecomp.engine.standing import Standing
from timecomp.law.regime import Regime, RegimeId, Scheme

# Offenses from 12.01 a.m. of this day (OAG 5583, 1979).
PROPOSAL_B = date(1978, 12, 10)
DISCIPLINARY_CREDIT_ACT = date(1983, 1, 1)
CREDITS_FOR_ALL = date(1987, 4, 1)
TRUTH_IN_SENTENCING_LISTED = date(1998, 12, 15)
TRUTH_IN_SENTENCING_ALL = date(2000, 12, 15)


@rule(
    "regime_r1",
    title="Crimes before Proposal B",
    citation="MCL 800.33; MCL 791.233; OAG 5583 (1979)",
    until=PROPOSAL_B,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose=(
        "An offense of {offense_date} is older than Proposal B: good time shortens minimum "
        "and maximum."
    ),
)
def regime_r1(*, offense_date: date) -> Regime:
    """Regular and special good time shorten both ends."""
    return Regime(RegimeId.R1, Scheme.GOOD_TIME, Scheme.GOOD_TIME)


@rule(
    "regime_r2",
    title="Proposal B crimes of 1978 to 1982",
    citation="MCL 791.233b; OAG 5583 (1979); 1982 PA 442",
    since=PROPOSAL_B,
    until=DISCIPLINARY_CREDIT_ACT,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="The number of the act of 1982.",
    prose=(
        "A Proposal B crime of {offense_date}: disciplinary credit from the end of 1982 "
        "shortens the minimum, good time the maximum."
    ),
)
def regime_r2(*, offense_date: date) -> Regime:
    """The minimum takes only disciplinary credit, from the end of 1982; the maximum takes good
    time."""
    return Regime(RegimeId.R2, Scheme.DISCIPLINARY_CREDIT, Scheme.GOOD_TIME)


@rule(
    "regime_r3",
    title="Crimes outside Proposal B, 1978 to 1987",
    citation="MCL 800.33(2); MCL 791.233(1)(b)",
    since=PROPOSAL_B,
    until=CREDITS_FOR_ALL,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose=(
        "A crime of {offense_date} that Proposal B does not list: good time shortens "
        "minimum and maximum."
    ),
)
def regime_r3(*, offense_date: date) -> Regime:
    """Regular and special good time shorten both ends."""
    return Regime(RegimeId.R3, Scheme.GOOD_TIME, Scheme.GOOD_TIME)


@rule(
    "regime_r4",
    title="Proposal B crimes of 1983 to 1987",
    citation="MCL 800.33(5); Lowe v Department of Corrections (1994)",
    since=DISCIPLINARY_CREDIT_ACT,
    until=CREDITS_FOR_ALL,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="A Proposal B crime of {offense_date}: disciplinary credit shortens minimum and maximum.",
)
def regime_r4(*, offense_date: date) -> Regime:
    """Disciplinary credit alone shortens both ends."""
    return Regime(RegimeId.R4, Scheme.DISCIPLINARY_CREDIT, Scheme.DISCIPLINARY_CREDIT)


@rule(
    "regime_r5",
    title="All crimes from 1987 to truth in sentencing",
    citation="MCL 800.33(3); 1986 PA 322",
    since=CREDITS_FOR_ALL,
    until=TRUTH_IN_SENTENCING_LISTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="A crime of {offense_date}: disciplinary credit shortens minimum and maximum.",
)
def regime_r5(*, offense_date: date) -> Regime:
    """Disciplinary credit shortens both ends of every sentence."""
    return Regime(RegimeId.R5, Scheme.DISCIPLINARY_CREDIT, Scheme.DISCIPLINARY_CREDIT)


@rule(
    "regime_gap",
    title="Unlisted crimes of 1998 to 2000",
    citation="MCL 800.34",
    since=TRUTH_IN_SENTENCING_LISTED,
    until=TRUTH_IN_SENTENCING_ALL,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="A crime of {offense_date} outside the list of 1998 keeps disciplinary credit.",
)
def regime_gap(*, offense_date: date) -> Regime:
    """A crime that the first list left out keeps its credits until truth in sentencing reached
    every crime."""
    return Regime(RegimeId.R5, Scheme.DISCIPLINARY_CREDIT, Scheme.DISCIPLINARY_CREDIT)


@rule(
    "regime_r6a",
    title="Listed assaultive crimes under truth in sentencing",
    citation="MCL 800.34; 1998 PA 316",
    since=TRUTH_IN_SENTENCING_LISTED,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose=(
        "A listed crime of {offense_date} falls under truth in sentencing: nothing shortens "
        "the term."
    ),
)
def regime_r6a(*, offense_date: date) -> Regime:
    """No credits of any kind; misconduct adds disciplinary time."""
    return Regime(RegimeId.R6A, Scheme.NOTHING, Scheme.NOTHING)


@rule(
    "regime_r6b",
    title="All other crimes under truth in sentencing",
    citation="MCL 800.34",
    since=TRUTH_IN_SENTENCING_ALL,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="A crime of {offense_date} falls under truth in sentencing: nothing shortens the term.",
)
def regime_r6b(*, offense_date: date) -> Regime:
    """No credits of any kind; misconduct adds disciplinary time."""
    return Regime(RegimeId.R6B, Scheme.NOTHING, Scheme.NOTHING)


@rule(
    "regime_drug_possession",
    title="Drug possession before 1987",
    citation="OAG 6514 (1988); 1986 PA 322",
    until=CREDITS_FOR_ALL,
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose=(
        "Possession of {offense_date} under MCL 333.7403(2)(a)(i) to (iii): good time, "
        "limited until April 1987."
    ),
)
def regime_drug_possession(*, offense_date: date) -> Regime:
    """Good time shortens both ends, at no more than five days a month until 1 April 1987."""
    id = RegimeId.R1 if offense_date < PROPOSAL_B else RegimeId.R3
    return Regime(id, Scheme.GOOD_TIME, Scheme.GOOD_TIME)


LISTED_IN_BOTH = versions(
    "regime_of_listed_proposal_b", regime_r1, regime_r2, regime_r4, regime_r5, regime_r6a
)
LISTED_1998 = versions("regime_of_listed_1998", regime_r1, regime_r3, regime_r5, regime_r6a)
LISTED_PROPOSAL_B = versions(
    "regime_of_proposal_b", regime_r1, regime_r2, regime_r4, regime_r5, regime_gap, regime_r6b
)
UNLISTED = versions("regime_of_unlisted", regime_r1, regime_r3, regime_r5, regime_gap, regime_r6b)


def regime_versions(*, is_proposal_b: bool, is_listed_1998: bool) -> Versions[..., Regime]:
    """The regimes, each in its time, for a crime with these places on the two lists."""
    if is_listed_1998:
        return LISTED_IN_BOTH if is_proposal_b else LISTED_1998
    return LISTED_PROPOSAL_B if is_proposal_b else UNLISTED
