"""Recording that a question was gone through."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils import timezone

from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from ots.oversight.models import Review
from ots.oversight.questions import Question


@transaction.atomic
def review_question(  # noqa: PLR0913  one keyword a fact of the review
    viewer: Viewer,
    question: Question,
    *,
    limits: Mapping[str, int],
    since: date,
    until: date,
    found: int,
    conclusion: str,
) -> Review:
    """Record who went through a question's answers and what came of it; it is never changed."""
    viewer.require(Permission.AUDIT_VIEW)
    if viewer.user is None:
        raise NotAllowedError("A review has the name of the one who made it.")
    review = Review.objects.create(
        question=question.key,
        parameters=dict(limits),
        from_day=since,
        to_day=until,
        found=found,
        conclusion=conclusion,
        reviewed_by=viewer.user,
        reviewed_at=timezone.now(),
    )
    record(
        Event.TRAIL_REVIEWED,
        actor=viewer.user,
        target=review,
        reason=conclusion,
        details={"question": question.key, "found": found},
    )
    return review
