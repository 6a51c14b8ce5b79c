"""Who answers what users say is wrong: the one place that decides it."""

from typing import Final

from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.oversight.models.concern import OF_A_RECORD, ConcernKind, Desk

# Beside the right to answer at all: who holds one of these works at the desk.
WORKED_BY: Final[dict[Desk, frozenset[Permission]]] = {
    Desk.RECORDS: frozenset({Permission.PERSON_RECORD, Permission.RECORD_RESTRICT}),
    Desk.SUPERVISION: frozenset({Permission.TEAM_VIEW}),
    Desk.COMPACT: frozenset({Permission.COMPACT_ROUTE}),
    Desk.SYSTEM: frozenset({Permission.INCIDENT_HANDLE}),
}
COMPACT_PAGES: Final = "interstate"
# Their facts are of kinds that clerks of records do not see.
SUPERVISION_PAGES: Final = "supervision"
TREATMENT_PAGES: Final = frozenset(
    {
        "offenders:person-treatment",
        "offenders:treatment-record",
        "offenders:consent-record",
        "offenders:consent-revoke",
    }
)


def desk_for(kind: str, *, page: str, has_office: bool) -> Desk:
    """Return who answers: by what is wrong, and of a fact by the page that shows it.

    Facts of supervision go to the person's office; where there is none, to the records.
    """
    if ConcernKind(kind) not in OF_A_RECORD:
        return Desk.SYSTEM
    app = page.partition(":")[0]
    if app == COMPACT_PAGES:
        return Desk.COMPACT
    if has_office and (app == SUPERVISION_PAGES or page in TREATMENT_PAGES):
        return Desk.SUPERVISION
    return Desk.RECORDS


def desks_of(viewer: Viewer) -> tuple[Desk, ...]:
    """Return the desks at which the viewer answers."""
    if not viewer.may(Permission.CONCERN_ANSWER):
        return ()
    return tuple(desk for desk in Desk if any(map(viewer.may, WORKED_BY[desk])))
