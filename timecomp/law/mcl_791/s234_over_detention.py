"""MCL 791.234 and 800.33: nobody is held past the maximum."""

from datetime import date

from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing


@rule(
    "over_detention",
    title="Held past the maximum",
    citation="Upshaw (2016); MCL 800.33",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def is_held_lawfully(*, asked_on: date, maximum_discharge: date, is_in_prison: bool) -> str | None:
    """A person still in prison on or after the maximum discharge date goes before a person at
    once."""
    if not is_in_prison or asked_on < maximum_discharge:
        return None
    # The day asked about stays unsaid: the same finding must read the same every night.
    return (
        f"The maximum discharge date was {maximum_discharge} and the record still shows the "
        "person in prison. Check the record now, and release without delay if it is right."
    )
