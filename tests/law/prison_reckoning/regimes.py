"""Which credits the day of a crime gives: MCL 800.33 and 800.34, Proposal B (OAG 5583)."""

from datetime import date

PROPOSAL_B = date(1978, 12, 10)
NEW_CREDITS = date(1983, 1, 1)
NEW_FOR_ALL = date(1987, 4, 1)
TRUTH_FOR_LISTED = date(1998, 12, 15)
TRUTH_FOR_ALL = date(2000, 12, 15)

# (a crime of Proposal B, a crime listed in 1998), as far as the lists are beyond doubt.
CRIMES = {
    "750.317": (True, True),
    "750.321": (True, True),
    "750.529": (True, True),
    "750.520b": (True, True),
    "750.110": (True, False),
    "750.224": (True, False),
    "750.227": (True, False),
    "750.360": (False, False),
    "750.248": (False, False),
}
FIREARM = "750.227b"


def regime_of(code: str, crime: date) -> str:
    """The credit regime by the day of the crime."""
    of_proposal_b, is_listed = CRIMES[code]
    if crime < PROPOSAL_B:
        return "r1"
    if crime >= TRUTH_FOR_LISTED and is_listed:
        return "r6a"
    if crime >= TRUTH_FOR_ALL:
        return "r6b"
    if crime >= NEW_FOR_ALL:
        return "r5"
    if not of_proposal_b:
        return "r3"
    return "r4" if crime >= NEW_CREDITS else "r2"


def credit_of(regime: str, end: str) -> str:
    """Which credit shortens one end: good time, disciplinary credit, or none."""
    if regime.startswith("r6"):
        return "none"
    if regime in ("r1", "r3") or (regime == "r2" and end == "maximum"):
        return "good_time"
    return "disciplinary_credit"
