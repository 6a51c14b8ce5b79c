"""Whether the minimum of a count is as long as the law sets it."""

from timecomp.law.count import Count
from timecomp.law.facts import SentenceKind, Term
from timecomp.law.findings import Findings
from timecomp.law.mcl_257.s625_drunk_driving import THIRD, minimum_of_third_driving
from timecomp.law.mcl_333.s7410_least_minimums import (
    BY_FLAG,
    RECRUITED_MINOR,
    minimum_for_recruiting,
    minimum_near_school,
)
from timecomp.law.mcl_750.s520b_first_degree import VICTIM_UNDER_13
from timecomp.law.mcl_750.s520f_repeat import SECOND_CSC, minimum_of_second_conduct
from timecomp.law.mcl_769.s34_mandatory_minimum import mandatory_minimum_is_kept


def check_least_minimums(count: Count, findings: Findings) -> None:
    """Ask about a minimum shorter than the offense, or what is flagged with it, allows."""
    sentence, row = count.sentence, count.offence
    minimum, offense = sentence.minimum, sentence.offense
    if minimum is None or offense.attempt or sentence.kind is not SentenceKind.INDETERMINATE:
        return
    if offense.flags:
        _check_flagged(count, minimum, findings)
    if row is None:
        return
    if row.pacc in THIRD:
        findings.ask(
            minimum_of_third_driving, code=row.pacc, minimum=minimum, offense_date=offense.date
        )
    least = row.mandatory_minimum_months
    if least is not None and VICTIM_UNDER_13 not in offense.flags:
        findings.ask(mandatory_minimum_is_kept, minimum=minimum, least_months=least)


def _check_flagged(count: Count, minimum: Term, findings: Findings) -> None:
    offense, maximum = count.sentence.offense, count.sentence.maximum
    day, flags = offense.date, offense.flags
    if not flags.isdisjoint(BY_FLAG):
        findings.ask(minimum_near_school, minimum=minimum, flags=flags, offense_date=day)
    if SECOND_CSC in flags:
        findings.ask(minimum_of_second_conduct, minimum=minimum, offense_date=day)
    if RECRUITED_MINOR in flags and isinstance(maximum, Term):
        findings.ask(minimum_for_recruiting, minimum=minimum, maximum=maximum, offense_date=day)
