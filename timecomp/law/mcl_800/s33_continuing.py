"""An offense over a range of days that straddles a change of the credit law."""

from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.regime import Regime


@rule(
    "regime_continuing_offence",
    title="Offense across a change of law",
    citation="US Const art I § 10; Const 1963 art 1 § 10",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="That the last proven act decides.",
    prose="{output}",
)
def same_regime_throughout(*, first: Regime, last: Regime) -> str | None:
    """Where the credit law changed within the range, the court must say when the crime ended."""
    if first.id is last.id:
        return None
    return (
        f"The offense is charged over a range that begins under credit regime {first} and ends "
        f"under {last}. No credits were applied; ask the court for the day of the last proven act "
        "and enter it as the offense date."
    )
