"""The days by which the board, the department or a court has to act for the person."""

from timecomp.law.docket import Docket
from timecomp.law.mcl_791.s234_lifer_review import next_lifer_interview
from timecomp.law.mcl_791.s235_interview import interview_by
from timecomp.law.parole_checks import check_custody, check_orders, check_parole
from timecomp.law.results import OffenderDates
from timecomp.law.topics import End


def find_deadlines(docket: Docket, offender: OffenderDates) -> None:
    """Keep every deadline that the facts of the case open, and ask what they leave open."""
    case, release = docket.case, offender.earliest_release_date
    if release is not None and not case.parole and _sees_the_board(docket):
        docket.due(None, interview_by, earliest_release=release)
    if case.as_of is not None and offender.parole_discharge_date is None:
        for count in docket.counts.values():
            if count.is_live and count.is_life:
                _review_lifer(docket, count.id)
    if case.parole:
        last = max(case.parole, key=lambda each: each.released_on)
        check_parole(docket, last, offender)
    if case.orders:
        check_orders(docket)
    if case.custody:
        check_custody(docket, offender.maximum_discharge_date)


def _sees_the_board(docket: Docket) -> bool:
    """Whether any term but a flat one is served in prison: a flat term ends without the board."""
    return any(
        count.is_live and count.is_prison and not count.is_flat for count in docket.counts.values()
    )


def _review_lifer(docket: Docket, id: str) -> None:
    start = docket.dates(id, End.MINIMUM).starts.net
    if docket.eligible.get(id) is not None and start is not None:
        docket.due(id, next_lifer_interview, start=start, asked_on=docket.decided_on)
