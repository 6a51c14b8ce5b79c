"""The category of every field of safety on visits."""

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from supervision import models

C = Category

protect(
    models.SafetyProfile,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            ("hazards", "cautions", "policy", "get_policy_display", "advice", "reviewed_on"),
            C.SUPERVISION,
        ),
        **dict.fromkeys(("address", "latitude", "longitude"), C.CONTACT),
    },
)
protect(
    models.NearMiss,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(("kind", "get_kind_display", "happened_at", "what"), C.SUPERVISION),
        "address": C.CONTACT,
    },
)
protect(
    models.Outing,
    {
        "id": PLAIN,
        "pk": PLAIN,
        **dict.fromkeys(
            (
                "agent",
                "people",
                "left_at",
                "due_back_at",
                "partner",
                "vehicle",
                "back_at",
                "was_duress",
                "alarms",
            ),
            C.STAFF,
        ),
    },
)
protect(
    models.OutingAlarm,
    {
        "id": PLAIN,
        "pk": PLAIN,
        **dict.fromkeys(
            ("outing", "step", "get_step_display", "raised_at", "seen_by", "seen_at"), C.STAFF
        ),
    },
)
