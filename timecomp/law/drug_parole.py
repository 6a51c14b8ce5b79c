"""Whether the reform of 2003 opens parole on a drug sentence before its minimum."""

from datetime import date

from timecomp.law.count import Count
from timecomp.law.docket import Docket
from timecomp.law.mcl_791.s234_drug_parole import BY_CODE, REFORM, string_of_small_weights
from timecomp.law.offences import normalise_code


def drug_eligibility(docket: Docket, count: Count, start: date, net_minimum: date) -> date:
    """The day parole may be granted; convictions from the reform on keep their minimum."""
    sentence = count.sentence
    convicted_on = sentence.convicted_on or sentence.sentenced_on
    if count.offence is None or not count.offence.is_drug or convicted_on >= REFORM:
        return net_minimum
    docket.findings.ask(
        string_of_small_weights,
        code=sentence.offense.code,
        is_in_a_string=_is_in_a_string(docket, count),
    )
    law = BY_CODE.get(normalise_code(sentence.offense.code))
    if law is None:
        return net_minimum
    return law(start=start, net_minimum=net_minimum, convicted_on=convicted_on)


def _is_in_a_string(docket: Docket, count: Count) -> bool:
    followed = any(count.id in before for before in docket.chain.before.values())
    return followed or bool(docket.chain.before[count.id])
