"""The category of every field of the ledger of imports."""

from ots.access.categories import Category
from ots.access.fields import PLAIN, protect
from ots.exchange.models import ImportedRow, ImportRun

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
