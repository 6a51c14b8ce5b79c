"""MCL 769.11b: days in jail before sentence, for want of bond on that offence, are credited on
the sentence."""

from collections.abc import Sequence
from datetime import date

from timecomp.engine.dates import (
    DaySpan,
    add_days,
    days_excluding_first,
    days_including_both,
    union,
)
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import JailDayCount


@rule(
    "start_single",
    title="Start of a sentence served first or alone",
    citation="MCL 769.11b",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.INFERRED,
    awaits=(
        "That the start is the sentence date moved back by whole days, as published date "
        "pairs show."
    ),
    prose=(
        "The sentence of {sentenced_on} less {jail_credit_days} days of jail credit starts "
        "on {output}."
    ),
)
def start_single(*, sentenced_on: date, jail_credit_days: int) -> date:
    """The sentence starts on the day it was imposed, moved back by the jail credit the court
    ordered."""
    return add_days(sentenced_on, -jail_credit_days)


@rule(
    "delayed_report_gap",
    title="Start on a later day of surrender",
    citation="Common law of Michigan",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.RECALLED,
    awaits="That a surrender date set by the court starts the term.",
    prose=(
        "The court let the person report on {surrendered_on}; less {jail_credit_days} days "
        "of jail credit the sentence starts on {output}."
    ),
)
def start_on_surrender(*, surrendered_on: date, jail_credit_days: int) -> date:
    """Where the court set a later day to report, the term starts that day, less jail credit."""
    return add_days(surrendered_on, -jail_credit_days)


@rule(
    "appeal_bond_gap",
    title="Days free on appeal bond",
    citation="MCL 769.11b; People v Tilton",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.VERIFIED,
    prose=(
        "{free_days} days free on appeal bond are not served: the start moves from {start} "
        "to {output}."
    ),
)
def start_after_appeal_bond(*, start: date, free_days: int) -> date:
    """Days at liberty on bond pending appeal are not service; the start moves on by as many."""
    return add_days(start, free_days)


@rule(
    "jc_count_inclusive",
    title="Jail days, both ends counted",
    citation="MCL 769.11b; jail practice, consistent with People v Allen (2021)",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.INFERRED,
    awaits="That the day of booking and the day of release both count in every county.",
    prose="The stays in jail, no day twice and both ends counted, come to {output} days.",
)
def jail_days_inclusive(*, stays: Sequence[DaySpan]) -> int:
    """The day of booking and the day of release both count; a day common to two stays counts
    once."""
    return sum(days_excluding_first(stay.start, stay.end) for stay in union(_with_last_day(stays)))


@rule(
    "jc_count_exclusive_alt",
    title="Jail days, one end left out",
    citation="Older opinions under MCL 769.11b",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.INFERRED,
    awaits="Whether any county still counts so.",
    prose="The stays in jail, no day twice and the last left out, come to {output} days.",
)
def jail_days_exclusive(*, stays: Sequence[DaySpan]) -> int:
    """The day of release is left out; a day common to two stays counts once."""
    return sum(stay.days for stay in union(stays))


JAIL_DAY_COUNTS = {
    JailDayCount.INCLUSIVE: jail_days_inclusive,
    JailDayCount.EXCLUSIVE: jail_days_exclusive,
}


@rule(
    "start_uses_jos_credit",
    title="The judgment's jail credit against our own count",
    citation="MCL 769.11b; MCR 6.427",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def judgment_credit_agrees(*, jail_credit_days: int, counted_days: int) -> str | None:
    """The judgment's figure is used; a count of our own that differs goes to the court."""
    if counted_days == jail_credit_days:
        return None
    return (
        f"The judgment credits {jail_credit_days} days in jail, the recorded stays come to "
        f"{counted_days}. The judgment was used; ask the court whether it needs correcting."
    )


@rule(
    "jc_cap_by_span",
    title="Jail credit longer than the time since the offense",
    citation="MCL 769.11b",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def credit_fits_since_offense(
    *, jail_credit_days: int, offense_date: date, sentenced_on: date
) -> str | None:
    """Credit cannot exceed the days from the offense to the sentence, both counted."""
    possible = max(0, days_including_both(offense_date, sentenced_on))
    if jail_credit_days <= possible:
        return None
    return (
        f"The judgment credits {jail_credit_days} days in jail, but only {possible} days lie "
        f"between the offense ({offense_date}) and the sentence ({sentenced_on}). Check the dates "
        "and the credit with the court."
    )


@rule(
    "jc_missing_on_count",
    title="Jail credit on some counts of a judgment only",
    citation="MCL 769.11b",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def credit_on_every_count(*, credited: Sequence[str], uncredited: Sequence[str]) -> str | None:
    """Credit written on one concurrent count of a day and not on another is asked about, never
    copied."""
    if not credited or not uncredited:
        return None
    return (
        f"The judgment credits jail days on {', '.join(credited)} but none on "
        f"{', '.join(uncredited)}, imposed the same day. Nothing was copied; ask the court "
        "whether the confinement was for these counts too."
    )


@rule(
    "jc_consecutive_once",
    title="Jail credit once in a consecutive string",
    citation="MCL 768.7a; People v Watts (1991)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def credit_once_in_a_string(*, jail_credit_days: int, first_served_credit_days: int) -> str | None:
    """In a string of consecutive terms credit is given once, on the term served first."""
    if jail_credit_days in (0, first_served_credit_days):
        return None
    return (
        f"The judgment credits {jail_credit_days} days on a consecutive sentence, the sentence "
        f"served first has {first_served_credit_days}. Credit counts once, on the first; none was "
        "applied here. Ask the court."
    )


@rule(
    "jc_parolee_detainer",
    title="Jail days of a parolee after the detainer",
    citation="MCL 791.238(2); People v Idziak (2009)",
    since=date(2009, 7, 31),
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def parolee_credit_settled(
    *, jail_credit_days: int, days_before_detainer: int | None
) -> str | None:
    """Days after the parole detainer go to the old term; credit the judgment gives for them is
    not applied."""
    if jail_credit_days in (0, days_before_detainer):
        return None
    return (
        f"The judgment credits {jail_credit_days} days on a felony committed on parole. Only days "
        "before the parole detainer belong to the new sentence; none beyond those was applied. "
        "Enter the detainer date and the jail stays, or ask the court."
    )


@rule(
    "jc_parolee_predetainer",
    title="Jail days of a parolee before the detainer",
    citation="People v Allen (2021)",
    governed_by=GovernedBy.DAY_SERVED,
    standing=Standing.VERIFIED,
    prose="{output} days in jail before the detainer of {detainer_on} count on the new sentence.",
)
def days_before_detainer(*, stays: Sequence[DaySpan], detainer_on: date) -> int:
    """Days in jail before the department's detainer are credited on the new sentence."""
    before = [
        DaySpan(stay.start, min(stay.end, detainer_on)) for stay in union(_with_last_day(stays))
    ]
    return sum(stay.days for stay in before)


def _with_last_day(stays: Sequence[DaySpan]) -> list[DaySpan]:
    return [DaySpan(stay.start, add_days(stay.end, 1)) for stay in stays]
