"""The category of every field of data-quality audits."""

from django.db import models as db

from ots.access.categories import Category as C
from ots.access.fields import PLAIN, protect, protect_rows
from ots.quality.choices import FieldKey
from ots.quality.models import Comparison, Finding, Item

_KEYS = {"id": PLAIN, "pk": PLAIN}
_IDENTITY = frozenset({FieldKey.LAST_NAME, FieldKey.BIRTH_DATE})

protect(
    Item,
    {
        **_KEYS,
        **dict.fromkeys(("draw", "direction", "get_direction_display", "position"), PLAIN),
        **dict.fromkeys(("person", "charge", "is_read_twice", "count_number"), PLAIN),
        **dict.fromkeys(
            (
                "county",
                "court",
                "docket_number",
                "record_type",
                "get_record_type_display",
                "risk",
                "get_risk_display",
                "scan",
                "comparisons",
            ),
            C.LEGAL,
        ),
        **dict.fromkeys(("entered_by", "entered_at"), C.STAFF),
    },
)
protect(
    Comparison,
    {
        **_KEYS,
        **dict.fromkeys(
            ("item", "reading", "field", "get_field_display", "severity", "finding"), PLAIN
        ),
        **dict.fromkeys(("said", "held", "outcome", "get_outcome_display"), C.LEGAL),
        **dict.fromkeys(("keyed_by", "read_by", "read_at"), C.STAFF),
    },
)


def _of_comparison(record: db.Model) -> C | None:
    return C.IDENTITY if getattr(record, "field", "") in _IDENTITY else None


protect_rows(Comparison, _of_comparison)
protect(
    Finding,
    {
        **_KEYS,
        "comparison": PLAIN,
        "answer_due_on": PLAIN,
        **dict.fromkeys(
            (
                "root_cause",
                "get_root_cause_display",
                "caused_by",
                "closing",
                "get_closing_display",
                "closing_reason",
                "closed_at",
                "closed_by",
            ),
            C.STAFF,
        ),
    },
)
