"""What a proposal makes of the start of a sentence and of the day that opens parole."""

from dataclasses import replace
from datetime import date

from timecomp.law.count import Count
from timecomp.law.docket import Docket
from timecomp.law.end_dates import EndDates
from timecomp.law.proposed import PROPOSED, ParoleFacts, StartFacts


def proposed_start(count: Count, facts: StartFacts) -> date:
    """Where the later sentence starts under the proposal."""
    start = facts.start
    if count.id in PROPOSED.covered:
        for law in PROPOSED.start:
            start = law(facts=replace(facts, start=start))
    return start


def proposed_eligibility(
    docket: Docket, count: Count, minimum: EndDates, day: date | None
) -> date | None:
    """The day that opens parole under the proposal; the enacted law's where it says nothing."""
    start = minimum.starts.net
    if count.id not in PROPOSED.covered or start is None or not count.is_live:
        return day
    is_known = day is not None or count.is_life
    for law in PROPOSED.parole:
        facts = ParoleFacts(
            sentence=count.sentence,
            offence=count.offence,
            person=docket.case.person,
            start=start,
            day=day,
            is_known=is_known,
            calendar_minimum=minimum.calendar,
            is_flat=count.is_flat,
            is_life=count.is_life,
            has_been_paroled=bool(docket.case.parole),
            decided_on=docket.decided_on,
        )
        day = law(facts=facts)
    return day
