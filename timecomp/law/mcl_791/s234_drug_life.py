"""MCL 791.234(7)(b), (c) and (12): when the board takes up life sentences for drugs."""

from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.facts import Term
from timecomp.law.mcl_8.s3j_calendar import end_of_term

PAROLE_OPENED = parameter(
    "drug_650_1998",
    title="Day from which life for 650 grams may end in parole",
    unit="date",
    module=__name__,
    values=[
        Value(
            None,
            date(1998, 10, 1),
            "1998 PA 314 and 319",
            Standing.RECALLED,
            "The day on which the acts of 1998 took effect.",
        )
    ],
)
REPEAT_OPENED = parameter(
    "drug_repeat_opened",
    title="Day from which life of a repeat drug offender may end in parole",
    unit="date",
    module=__name__,
    values=[
        Value(
            None,
            date(2018, 3, 28),
            "2017 PA 265-267",
            Standing.RECALLED,
            "The day on which the acts of 2017 took effect.",
        )
    ],
)
ALONE_MONTHS = parameter(
    "drug_lifer_175",
    title="Time before the board takes up life for delivery, no other serious crime",
    unit="calendar months",
    module=__name__,
    values=[Value(None, 210, "MCL 791.234(7)(c)")],
)
SERIOUS_MONTHS = parameter(
    "drug_lifer_20",
    title="Time before the board takes up life for delivery beside a serious crime",
    unit="calendar months",
    module=__name__,
    values=[Value(None, 240, "MCL 791.234(7)(b)")],
)
COOPERATION_MONTHS = parameter(
    "drug_lifer_coop",
    title="Time by which cooperation brings the board's day forward",
    unit="calendar months",
    module=__name__,
    values=[
        Value(
            None,
            30,
            "MCL 791.234(12)",
            Standing.RECALLED,
            "Two years and six months; one source says two years.",
        )
    ],
)
REPEAT_YEARS = parameter(
    "drug_repeat_lwop_ended",
    title="Time before the board takes up life of a repeat drug offender",
    unit="years",
    module=__name__,
    values=[Value(None, 5, "2017 PA 265-267")],
)


@rule(
    "drug_lifer_coop",
    title="Cooperation of a drug lifer",
    citation="MCL 791.234(12)",
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits="The subsection, and that thirty months are taken off.",
    prose="The court found that the person cooperated: {months} months become {output}.",
)
def months_after_cooperation(*, months: int, offense_date: date) -> int:
    """A finding of cooperation takes two years and six months off."""
    return months - amount(COOPERATION_MONTHS, offense_date)


@rule(
    "drug_lifer_175",
    title="Life for delivery of the largest weight",
    citation="MCL 791.234(7)(c)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="Without another serious crime the board may take up the case from {output}.",
)
def drug_lifer_alone(*, start: date, has_cooperated: bool, offense_date: date) -> date:
    """Seventeen calendar years and six months, less what cooperation takes off."""
    return _day(start, amount(ALONE_MONTHS, offense_date), has_cooperated, offense_date)


@rule(
    "drug_lifer_20",
    title="Life for delivery of the largest weight, beside a serious crime",
    citation="MCL 791.234(7)(b)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="Convicted of another serious crime, the person's case opens on {output}.",
)
def drug_lifer_beside_serious(*, start: date, has_cooperated: bool, offense_date: date) -> date:
    """Twenty calendar years, less what cooperation takes off."""
    return _day(start, amount(SERIOUS_MONTHS, offense_date), has_cooperated, offense_date)


@rule(
    "drug_650_1998",
    title="Life without parole for 650 grams became parolable",
    citation="1998 PA 314 and 319",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="The day on which the acts of 1998 took effect.",
    prose="Nobody was eligible before the acts of 1998: {day} becomes {output}.",
)
def not_before_1998(*, day: date, offense_date: date) -> date:
    """People already serving life for 650 grams became eligible when the acts took effect."""
    return max(day, amount(PAROLE_OPENED, offense_date))


@rule(
    "drug_repeat_lwop_ended",
    title="Life of a repeat drug offender became parolable",
    citation="2017 PA 265-267; MCL 333.7413",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.RECALLED,
    awaits="The day on which the acts took effect, and that nobody was eligible before it.",
    prose="After five years of the sentence, and not before the acts: {output}.",
)
def repeat_offender_eligibility(*, start: date, offense_date: date) -> date:
    """Five calendar years of that sentence, but no day before the acts of 2017."""
    years = Term(years=amount(REPEAT_YEARS, offense_date))
    return max(end_of_term(start=start, term=years), amount(REPEAT_OPENED, offense_date))


def _day(start: date, months: int, has_cooperated: bool, offense_date: date) -> date:
    if has_cooperated:
        months = months_after_cooperation(months=months, offense_date=offense_date)
    return end_of_term(start=start, term=Term(months=months))
