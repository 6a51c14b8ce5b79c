"""The caseload as a file."""

from offenders.models import Person
from ots.access.exports import export_csv
from ots.access.viewer import Viewer
from supervision.selectors.caseload import caseload

COLUMNS = (
    "id",
    "last_name",
    "first_name",
    "middle_name",
    "birth_date",
    "sex",
    "get_status_display",
    "office",
    "agent",
)


def caseload_csv(viewer: Viewer) -> str:
    """Return the viewer's caseload as CSV, hidden columns left out."""
    return export_csv(viewer, Person, caseload(viewer), COLUMNS, list_name="caseload")
