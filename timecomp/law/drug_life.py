"""When the board takes up a life sentence for a drug crime."""

from datetime import date

from timecomp.engine.rules import ManualComputation
from timecomp.law.count import Count
from timecomp.law.mcl_791.s234_drug_life import (
    drug_lifer_alone,
    drug_lifer_beside_serious,
    not_before_1998,
    repeat_offender_eligibility,
)
from timecomp.law.mcl_791.s234_jurisdiction import LIFER_JURISDICTION
from timecomp.law.offences import normalise_code

REPEAT = "repeat_drug_offender"
COOPERATED = "cooperated"
SERIOUS = "other_serious_crime"
NO_SERIOUS = "no_other_serious_crime"
LARGEST_DELIVERY = "333.74012A1"


def drug_lifer_eligibility(count: Count, start: date) -> date:
    """Delivery of the largest weight has years of its own; other drug crimes those of any life."""
    offense = count.sentence.offense
    if REPEAT in offense.flags:
        return repeat_offender_eligibility(start=start, offense_date=offense.date)
    if normalise_code(offense.code) != LARGEST_DELIVERY:
        # Possession included: People v Bullock (1992) made its mandatory life parolable.
        return LIFER_JURISDICTION.on(offense.date)(start=start, offense_date=offense.date)
    day = _delivery(count, start)
    if count.offence is not None and count.offence.mandatory_life:
        return not_before_1998(day=day, offense_date=offense.date)
    return day


def _delivery(count: Count, start: date) -> date:
    offense = count.sentence.offense
    if SERIOUS in offense.flags:
        law = drug_lifer_beside_serious
    elif NO_SERIOUS in offense.flags:
        law = drug_lifer_alone
    else:
        raise ManualComputation(
            "Life for delivery opens after 17 years and 6 months, or after 20 beside a conviction "
            "of another serious crime. Enter the flag no_other_serious_crime or "
            "other_serious_crime with the offense.",
            rule="drug_lifer_175",
        )
    cooperated = COOPERATED in offense.flags
    return law(start=start, has_cooperated=cooperated, offense_date=offense.date)
