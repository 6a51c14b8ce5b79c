"""MCL 771.4b: how long jail may last for a technical violation of probation."""

from datetime import date

from timecomp.engine.parameters import Parameter, Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing
from timecomp.law.mcl_771.s2_probation import ACT_2017, ACT_2020

FELONY_DAYS: Parameter[tuple[int, ...]] = parameter(
    "tv_felony_caps",
    title="Most days of jail for the first technical violations of felony probation",
    unit="days for the first, second and third",
    module=__name__,
    values=[Value(ACT_2020, (15, 30, 45), "MCL 771.4b(1)(b); 2020 PA 397")],
)
MISDEMEANOR_DAYS: Parameter[tuple[int, ...]] = parameter(
    "tv_misd_caps",
    title="Most days of jail for the first technical violations of misdemeanor probation",
    unit="days for the first, second and third",
    module=__name__,
    values=[Value(ACT_2020, (5, 10, 15), "MCL 771.4b(1)(a); 2020 PA 397")],
)
TREATMENT_DAYS = parameter(
    "tv_treatment_45",
    title="Most days of jail while a place for treatment is awaited",
    unit="days",
    module=__name__,
    values=[
        Value(ACT_2017, 90, "Former MCL 771.4b; 2017 PA 9"),
        Value(ACT_2020, 45, "MCL 771.4b(3); 2020 PA 397"),
    ],
)
OLD_DAYS: Parameter[tuple[int, ...]] = parameter(
    "tv_old_30",
    title="Most days of jail for the first technical violations, 2017 to 2021",
    unit="days for the first and second",
    module=__name__,
    values=[Value(ACT_2017, (30, 30), "Former MCL 771.4b; 2017 PA 9")],
)


@rule(
    "tv_felony_caps",
    title="Jail for a technical violation of felony probation",
    citation="MCL 771.4b(1)(b)",
    since=ACT_2020,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def felony_sanction_within_cap(
    *, number: int, days: int, awaits_treatment: bool, ordered_on: date
) -> str | None:
    """Fifteen, thirty and forty-five days; from the fourth violation on no such limit."""
    return _beyond(FELONY_DAYS, number, days, awaits_treatment, ordered_on)


@rule(
    "tv_misd_caps",
    title="Jail for a technical violation of misdemeanor probation",
    citation="MCL 771.4b(1)(a)",
    since=ACT_2020,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def misdemeanor_sanction_within_cap(
    *, number: int, days: int, awaits_treatment: bool, ordered_on: date
) -> str | None:
    """Five, ten and fifteen days; from the fourth violation on no such limit."""
    return _beyond(MISDEMEANOR_DAYS, number, days, awaits_treatment, ordered_on)


@rule(
    "tv_treatment_45",
    title="Jail while a place for treatment is awaited",
    citation="MCL 771.4b(3); 2017 PA 9",
    since=ACT_2017,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.VERIFIED,
    prose="While treatment is awaited {cap} days may become {output}.",
)
def cap_awaiting_treatment(*, cap: int, ordered_on: date) -> int:
    """The jail may be lengthened to forty-five days, before 2021 to ninety, while a place is
    awaited."""
    return max(cap, amount(TREATMENT_DAYS, ordered_on))


@rule(
    "tv_old_30",
    title="Jail for a technical violation, 2017 to 2021",
    citation="Former MCL 771.4b; 2017 PA 9",
    since=ACT_2017,
    until=ACT_2020,
    governed_by=GovernedBy.DECISION_DATE,
    standing=Standing.RECALLED,
    awaits="The day on which 2017 PA 9 took effect, ninety days after its signing.",
    prose="{output}",
)
def sanction_within_old_cap(
    *, number: int, days: int, awaits_treatment: bool, ordered_on: date
) -> str | None:
    """Thirty days for the first and the second; from the third violation on no such limit."""
    return _beyond(OLD_DAYS, number, days, awaits_treatment, ordered_on)


def _beyond(
    caps: Parameter[tuple[int, ...]], number: int, days: int, awaits: bool, ordered_on: date
) -> str | None:
    allowed = amount(caps, ordered_on)
    if number > len(allowed):
        return None
    cap = allowed[number - 1]
    if awaits:
        cap = cap_awaiting_treatment(cap=cap, ordered_on=ordered_on)
    return None if days <= cap else _too_long(days, cap)


def _too_long(days: int, cap: int) -> str:
    return (
        f"{days} days of jail were ordered for a technical violation of probation that may cost "
        f"{cap}. Ask the court; a new crime, absconding or a breach of no contact is not technical."
    )
