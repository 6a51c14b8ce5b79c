"""The days by which the board, the department or a court has to act for the person."""

from timecomp.law.docket import Docket
from timecomp.law.facts import OrderKind
from timecomp.law.mcl_791.s234_lifer_review import next_lifer_interview
from timecomp.law.mcl_791.s235_interview import interview_by, release_from
from timecomp.law.probation_orders import check_delay
from timecomp.law.results import OffenderDates
from timecomp.law.topics import End, Topic


def find_deadlines(docket: Docket, offender: OffenderDates) -> None:
    """Keep every deadline that the facts of the case open."""
    release = offender.earliest_release_date
    if release is not None and not docket.case.parole:
        docket.due(None, interview_by, earliest_release=release)
    for count in docket.counts.values():
        if count.is_live and count.is_life and docket.case.as_of is not None:
            _review_lifer(docket, count.id)
    if docket.case.orders:
        _after_orders(docket)


def _after_orders(docket: Docket) -> None:
    docket.findings.about(None, Topic.JUDGMENT)
    check_delay(docket)
    for order in docket.orders(OrderKind.PAROLE_GRANT):
        docket.due(None, release_from, granted_on=order.made_on)


def _review_lifer(docket: Docket, id: str) -> None:
    start = docket.dates(id, End.MINIMUM).starts.net
    if docket.eligible.get(id) is not None and start is not None:
        docket.due(id, next_lifer_interview, start=start, asked_on=docket.decided_on)
