"""Reports that an office user keeps by name with their filter, and no longer."""

from collections.abc import Mapping

from django.db import IntegrityError, transaction

from interstate.models import SavedReport
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event as Trail
from ots.audit.services import record


class NameTakenError(ValueError):
    """The viewer keeps another report by that name; the message says what to do."""


@transaction.atomic
def keep_report(viewer: Viewer, report: str, *, name: str, terms: Mapping[str, str]) -> SavedReport:
    """Keep a report with its filter under a name of the viewer's own.

    Raises ``NameTakenError`` where he keeps one by that name.
    """
    viewer.require(Permission.COMPACT_ROUTE)
    try:
        with transaction.atomic():
            made = SavedReport.objects.create(
                owner=_owner(viewer), name=name, report=report, terms=dict(terms)
            )
    except IntegrityError:
        raise NameTakenError(f"You keep a report as [{name}]: choose another name.") from None
    record(Trail.COMPACT_REPORT_KEPT, actor=viewer.user, target=made, details={"report": report})
    return made


@transaction.atomic
def forget_report(viewer: Viewer, saved: SavedReport) -> None:
    """Delete a report that the viewer keeps; nobody deletes another's."""
    viewer.require(Permission.COMPACT_ROUTE)
    if saved.owner_id != _owner(viewer).pk:
        raise NotAllowedError("The report is kept by somebody else.")
    record(
        Trail.COMPACT_REPORT_FORGOTTEN,
        actor=viewer.user,
        target=saved,
        details={"report": saved.report},
    )
    saved.delete()


def _owner(viewer: Viewer) -> User:
    if viewer.user is None:
        raise NotAllowedError("Only a person keeps reports.")
    return viewer.user
