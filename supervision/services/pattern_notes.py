"""What an office says of how it answers, beside the figures that compare it with others."""

from django.db import transaction

from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.models import PatternNote


@transaction.atomic
def say_of_pattern(viewer: Viewer, *, cell: int, office: int, text: str) -> PatternNote:
    """Keep what a supervisor of the office says of its answers in a cell of the grid.

    Raises ``NotAllowedError`` for an office that is not the viewer's.
    """
    viewer.require(Permission.TEAM_VIEW)
    if viewer.user is None or office not in viewer.office_ids:
        raise NotAllowedError("Only a supervisor of the office speaks for it.")
    made = PatternNote.objects.create(
        cell_id=cell, office_id=office, text=text, said_by=viewer.user
    )
    record(Event.PATTERN_ANSWERED, actor=viewer.user, target=made)
    return made
