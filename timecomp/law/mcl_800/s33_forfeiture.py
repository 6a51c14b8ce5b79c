"""MCL 800.33 and Mich Admin Code R 791.5501: credit earned may be forfeited, and forfeited
credit restored."""

from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing


@rule(
    "forfeit_warden",
    title="Credit forfeited",
    citation="Mich Admin Code R 791.5501(4)(a), R 791.5513",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose=(
        "{ordered_days} days were ordered forfeited, {earned_days} had been earned: "
        "{output} days are lost."
    ),
)
def days_forfeited(*, ordered_days: int, earned_days: int) -> int:
    """An order takes at most what was earned; nothing falls below nought."""
    return max(0, min(ordered_days, earned_days))


@rule(
    "restore_warden",
    title="Credit restored",
    citation="MCL 800.33; Mich Admin Code R 791.5513",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits="The wording of the restoration clause.",
    prose=(
        "{ordered_days} days were ordered restored, {forfeited_days} had been forfeited: "
        "{output} days return."
    ),
)
def days_restored(*, ordered_days: int, forfeited_days: int) -> int:
    """Forfeited days may be given back; a month that earned nothing may not."""
    return max(0, min(ordered_days, forfeited_days))


@rule(
    "forfeit_floor_zero",
    title="A forfeiture larger than the credit earned",
    citation="Mich Admin Code R 791.5501(4)(a)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def forfeiture_fits(*, ordered_days: int, forfeited_days: int) -> str | None:
    """An order for more than was earned takes what there is and is asked about."""
    if forfeited_days == ordered_days:
        return None
    return (
        f"Forfeitures of {ordered_days} days were ordered, but only {forfeited_days} days of "
        "credit had been earned by then. What had been earned was taken; check the order and the "
        "sentence it names."
    )


@rule(
    "restore_not_lost_month",
    title="A restoration larger than the forfeiture",
    citation="MCL 800.33(6)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits="The number of the subsection.",
    prose="{output}",
)
def restoration_fits(*, ordered_days: int, restored_days: int) -> str | None:
    """Only forfeited days can be restored; an order for more is asked about."""
    if restored_days == ordered_days:
        return None
    return (
        f"Restorations of {ordered_days} days were ordered, but only {restored_days} days stood "
        "forfeited. Days that were never earned cannot be restored; check the order."
    )
