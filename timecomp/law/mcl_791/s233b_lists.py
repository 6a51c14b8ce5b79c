"""MCL 791.233b and MCL 800.34(5): the crimes Proposal B lists and those truth in sentencing
listed in 1998."""

from datetime import date

from timecomp.engine.rules import GovernedBy, ManualComputation, rule
from timecomp.engine.standing import Standing
from timecomp.law.mcl_800.s33_regimes import (
    CREDITS_FOR_ALL,
    PROPOSAL_B,
    TRUTH_IN_SENTENCING_ALL,
    TRUTH_IN_SENTENCING_LISTED,
)


@rule(
    "pb_attempt_conspiracy",
    title="Whether Proposal B lists the crime",
    citation="MCL 791.233b; OAG 5583 (1979)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="Letters (o) to (cc) of the list, and that conspiracy is treated as the crime itself.",
    prose="Proposal B lists {code}: {output}.",
)
def is_proposal_b(*, code: str, offense_date: date, listed: bool | None) -> bool:
    """A listed crime, an attempt at one among them; an attempt at an unlisted crime is not; where
    the book cannot tell and it matters, a person."""
    if listed is None and PROPOSAL_B <= offense_date < CREDITS_FOR_ALL:
        raise unknown_member(code, "Proposal B's list (MCL 791.233b)")
    return bool(listed)


@rule(
    "tis_list",
    title="Whether truth in sentencing listed the crime in 1998",
    citation="MCL 800.34(5)(a); 1998 PA 316",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="The full list of 1998.",
    prose="The list of 1998 holds {code}: {output}.",
)
def is_listed_1998(*, code: str, offense_date: date, listed: bool | None, is_attempt: bool) -> bool:
    """A crime on the first list; where the book cannot tell, and the offense falls before all
    crimes, a person."""
    in_window = TRUTH_IN_SENTENCING_LISTED <= offense_date < TRUTH_IN_SENTENCING_ALL
    if in_window and (listed is None or (listed and is_attempt)):
        raise unknown_member(code, "the list of truth in sentencing of 1998 (MCL 800.34)")
    return bool(listed) and not is_attempt


def unknown_member(code: str, which: str) -> ManualComputation:
    """The book cannot tell whether a list holds the crime, and the credits hang on it."""
    reason = (
        f"The book cannot tell whether {which} holds [{code}], and the credits of this sentence "
        "hang on it. No credits were applied; confirm the offense code and the list."
    )
    return ManualComputation(reason, rule="eng_unknown_list_member")
