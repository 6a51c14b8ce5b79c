"""Whether the old clause on long terms opens parole before the minimum is served."""

from datetime import date

from timecomp.law.count import Count
from timecomp.law.dead_time import after_dead_time
from timecomp.law.docket import Docket
from timecomp.law.facts import SentenceKind
from timecomp.law.mcl_791.s234_jurisdiction import LIFER_ACT_1992
from timecomp.law.mcl_791.s234_long_term import (
    is_barred_by_list,
    is_twenty_to_thirty,
    long_term_eligibility,
)
from timecomp.law.mcl_800.s33_regimes import PROPOSAL_B


def long_term_day(docket: Docket, count: Count, start: date, net_minimum: date) -> date:
    """The day parole opens; crimes from October 1992 on keep their minimum."""
    sentence = count.sentence
    offense = sentence.offense
    if offense.date >= LIFER_ACT_1992 or sentence.kind is not SentenceKind.INDETERMINATE:
        return net_minimum
    opens = long_term_eligibility(start=start, net_minimum=net_minimum, offense_date=offense.date)
    if opens == net_minimum or _is_barred(docket, count):
        return net_minimum
    return min(net_minimum, after_dead_time(docket.record, start, opens))


def _is_barred(docket: Docket, count: Count) -> bool:
    offense, row = count.sentence.offense, count.offence
    if is_twenty_to_thirty(code=offense.code):
        return True
    if offense.date < PROPOSAL_B:
        return False
    listed = None if row is None else row.is_proposal_b
    if listed is not None:
        return is_barred_by_list(listed=listed)
    docket.findings.note(
        "lifer_law_pb_bar",
        f"The book cannot tell whether [{offense.code}] was on the list of Proposal B. If it was "
        "not, parole opened after ten calendar years; ask the parole board's counsel.",
    )
    return True
