"""The category of every field of the audit trail; what is not listed here shows nowhere."""

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from ots.access.models import TrainingRecord
from ots.audit.models import AuditEntry, Disclosure

protect(
    AuditEntry,
    {
        "id": PLAIN,
        "pk": PLAIN,
        **dict.fromkeys(
            (
                "event",
                "action",
                "actor",
                "actor_email",
                "timestamp",
                "cid",
                "remote_addr",
                "remote_port",
                "content_type",
                "object_pk",
                "object_id",
                "object_repr",
                "person_id",
                "people",
                "categories",
                "reason",
                "purpose",
                "outcome",
                "origin",
                "session",
                "second_factor",
                "agency_id",
                "ori",
                "terms",
                "database_user",
                "transaction_id",
                "digest",
                "additional_data",
                # Each changed field is decided once more, by its own category.
                "changes",
            ),
            Category.STAFF,
        ),
    },
)
protect(
    Disclosure,
    {
        "id": PLAIN,
        "pk": PLAIN,
        **dict.fromkeys(
            (
                "disclosed_at",
                "disclosed_by",
                "people",
                "recipient",
                "recipient_agency",
                "recipient_ori",
                "authority",
                "purpose",
                "reason",
                "categories",
                "medium",
                "get_medium_display",
                "document",
                "content_digest",
                "request_number",
            ),
            Category.STAFF,
        ),
    },
)
protect(
    TrainingRecord,
    {
        **AUTHORSHIP,
        **dict.fromkeys(
            ("user", "course", "completed_on", "expires_on", "certificate_number"), Category.STAFF
        ),
    },
)
