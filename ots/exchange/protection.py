"""The category of every field of the ledger of imports."""

from ots.access.categories import Category
from ots.access.fields import PLAIN, protect
from ots.exchange.models import (
    CompactIntake,
    CompactKey,
    CompactMessage,
    ImportedRow,
    ImportRun,
)

C = Category

protect(
    ImportRun,
    {
        "id": PLAIN,
        "pk": PLAIN,
        **dict.fromkeys(
            (
                "agency",
                "folder",
                "outcome",
                "get_outcome_display",
                "started_at",
                "ended_at",
                "counts",
            ),
            C.STAFF,
        ),
    },
)
protect(
    ImportedRow,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "run": PLAIN,
        "person": PLAIN,
        **dict.fromkeys(("agency", "table", "key", "line", "digest", "record_id", "note"), C.STAFF),
        # What has no field of its own may say something about a person's youth.
        "kept": C.JUVENILE,
    },
)
protect(
    CompactMessage,
    {
        "id": PLAIN,
        "pk": PLAIN,
        **dict.fromkeys(("case", "person_id"), PLAIN),
        **dict.fromkeys(
            (
                *("message_id", "receiver", "activity", "event", "kind"),
                *("queued_at", "delivered_at", "refused_at", "tries"),
            ),
            C.SUPERVISION,
        ),
        # The other state may quote the person's name in what it finds wrong.
        "trouble": C.IDENTITY,
        # Mixed content: as strict as the strictest of it.
        "body": C.VICTIM,
    },
)
protect(
    CompactIntake,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "case": PLAIN,
        "person": PLAIN,
        **dict.fromkeys(
            (
                *("received_at", "digest", "message_id", "came_from", "sender", "outcome"),
                *("get_outcome_display", "rule", "kind", "settled_at", "activity", "event"),
            ),
            C.SUPERVISION,
        ),
        # The reason quotes the message's frame, never its content.
        **dict.fromkeys(("about", "reason"), C.IDENTITY),
        # Mixed content: as strict as the strictest of it.
        "raw": C.VICTIM,
        "settled_by": C.STAFF,
    },
)
protect(
    CompactKey,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "member": PLAIN,
        **dict.fromkeys(("digest", "made_at", "ended_at"), C.STAFF),
    },
)
