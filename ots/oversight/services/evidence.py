"""Taking entries of the trail along as evidence."""

from dataclasses import dataclass

from ots.access.fields import has_stricter_rows, is_protected, may_access
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.disclosures import Purpose
from ots.audit.events import Event
from ots.audit.evidence import MOST_ENTRIES, bundle
from ots.audit.models import AuditEntry
from ots.audit.services import record
from ots.oversight.selectors.trail import TrailQuery, asked, matching


@dataclass(frozen=True, slots=True)
class Taken:
    """A bundle, how many entries it holds, and how many stayed behind."""

    content: bytes
    entries: int
    left_out: int


def take_evidence(viewer: Viewer, query: TrailQuery, *, reason: str) -> Taken:
    """Return the entries that fit as a signed bundle, and record who took them and why.

    An entry goes whole or not at all, or its seal could not be proved: entries that hold a change
    of a field not open to the viewer stay behind, and how many is said.
    """
    viewer.require(Permission.AUDIT_VIEW)
    viewer.require(Permission.EVIDENCE_TAKE)
    rows = matching(viewer, query, limit=MOST_ENTRIES)
    open_rows = [row.pk for row in rows if _is_open(viewer, row)]
    made = bundle(open_rows, taken_by=str(viewer), asked=asked(query))
    left_out = len(rows) - made.entries
    record(
        Event.TRAIL_EXPORTED,
        actor=viewer.user,
        person_id=query.person,
        reason=reason,
        purpose=Purpose.CRIMINAL_JUSTICE,
        details={"entries": made.entries, "left_out": left_out, "asked": ", ".join(asked(query))},
    )
    return Taken(made.content, made.entries, left_out)


def _is_open(viewer: Viewer, row: AuditEntry) -> bool:
    if not row.changes:
        return True
    model = row.content_type.model_class()
    if model is None or has_stricter_rows(model):
        return False
    return not is_protected(model) or all(may_access(viewer, model, name) for name in row.changes)
