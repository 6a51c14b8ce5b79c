"""The category of every field of the ledger of imports."""

from ots.access.categories import Category
from ots.access.fields import PLAIN, protect
from ots.exchange.models import CompactIntake, CompactMessage, ImportedRow, ImportRun

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
        "case": PLAIN,
        **dict.fromkeys(
            (
                *("message_id", "receiver", "activity", "event"),
                *("queued_at", "delivered_at", "tries", "trouble"),
            ),
            C.SUPERVISION,
        ),
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
                *("received_at", "digest", "message_id", "sender", "outcome"),
                *("get_outcome_display", "rule", "settled_at", "activity", "event"),
            ),
            C.SUPERVISION,
        ),
        # Both may quote what the message says.
        **dict.fromkeys(("raw", "reason"), C.VICTIM),
        "settled_by": C.STAFF,
    },
)
