"""The category of every field of what is due."""

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from supervision import models

C = Category

protect(
    models.Obligation,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "person": PLAIN,
        **dict.fromkeys(
            (
                *("kind", "get_kind_display", "title", "standard", "source_label", "source_id"),
                *("slot", "is_critical", "feed", "window_opens_on", "due_on", "grace_until"),
                *("done_on", "done_label", "done_id", "excuse", "get_excuse_display"),
                *("excuse_reason", "excused_at", "closed_on", "opened_at", "state"),
            ),
            C.SUPERVISION,
        ),
        "excused_by": C.STAFF,
    },
)
protect(
    models.StandardsPause,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(("kind", "get_kind_display", "began_on", "ended_on"), C.SUPERVISION),
    },
)
