"""An office's lists as files: cases, and what is owed in them."""

from django.db.models import QuerySet

from interstate.models import CompactCase, CompactObligation
from ots.access.exports import export_csv
from ots.access.viewer import Viewer

CASE_COLUMNS = (
    "number",
    "person_id",
    "sending",
    "receiving",
    "get_supervision_display",
    "state",
    "get_supervising_display",
    "next_due_on",
    "arrived_on",
    "supervision_ends_on",
    "is_tolled",
    "sending_user",
    "receiving_user",
)
DEBT_COLUMNS = (
    "case",
    "key",
    "rule",
    "owed_by",
    "owing_office",
    "started_on",
    "due_on",
    "satisfied_on",
)


def cases_csv(viewer: Viewer, rows: QuerySet[CompactCase]) -> str:
    """Return cases as CSV, hidden columns left out."""
    return export_csv(viewer, CompactCase, rows, CASE_COLUMNS, list_name="compact cases")


def debts_csv(viewer: Viewer, rows: QuerySet[CompactObligation]) -> str:
    """Return what is owed as CSV, hidden columns left out."""
    return export_csv(viewer, CompactObligation, rows, DEBT_COLUMNS, list_name="compact limits")
