"""Time out of touch and attempts to find the person."""

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from supervision import models

C = Category

protect(
    models.AbscondingEpisode,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                *("began_on", "last_contact_on", "ended_on", "closing_reason"),
                *("get_closing_reason_display", "cautions", "vehicles"),
            ),
            C.SUPERVISION,
        ),
    },
)
protect(
    models.LocateAttempt,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                *("made_at", "method", "get_method_display", "result", "get_result_display"),
                "note",
            ),
            C.SUPERVISION,
        ),
    },
)
