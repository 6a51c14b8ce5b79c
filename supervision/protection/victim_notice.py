"""Victims and what they are told: that somebody is to be told may be known, who and where not."""

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from supervision import models

C = Category
KEYS = {"id": PLAIN, "pk": PLAIN}

protect(
    models.ProtectedVictim,
    {
        **KEYS,
        "person": PLAIN,
        "recorded_at": C.VICTIM,
        "particulars": C.VICTIM,
        "notices": C.VICTIM,
    },
)
protect(
    models.VictimParticulars,
    {
        **AUTHORSHIP,
        **dict.fromkeys(("recorded_at", "recorded_by", "reason", "source"), C.VICTIM),
        "victim": C.VICTIM,
        **dict.fromkeys(
            (
                *("name", "preferred_name", "language", "channel", "get_channel_display"),
                *("wants_notice", "street", "city", "state", "postal_code", "phone", "email"),
                "safety_note",
            ),
            C.VICTIM,
        ),
    },
)
protect(
    models.VictimNotice,
    {
        **KEYS,
        "person": PLAIN,
        "victim": C.VICTIM,
        **dict.fromkeys(
            (
                *("trigger", "get_trigger_display", "event_on", "due_on", "blocks", "citation"),
                *("standing", "made_at"),
            ),
            C.LEGAL,
        ),
        "attempts": C.VICTIM,
    },
)
protect(
    models.NoticeAttempt,
    {
        **KEYS,
        "notice": PLAIN,
        **dict.fromkeys(
            (
                *("made_at", "made_by", "channel", "get_channel_display", "result"),
                *("get_result_display", "note"),
            ),
            C.VICTIM,
        ),
    },
)
