"""The category of every field of closures, orders to seal, treatment and emergencies."""

from offenders import models
from offenders.protection.columns import fact_columns
from ots.access.categories import Category
from ots.access.fields import PLAIN, protect

C = Category

protect(models.PersonClosure, fact_columns(C.STAFF, "kind", "get_kind_display", "user"))
protect(
    models.SealOrder,
    fact_columns(
        C.LEGAL,
        "action",
        "get_action_display",
        "case",
        "charge",
        "court",
        "order_number",
        "ordered_on",
        "authority",
        "destroyed",
    ),
)
protect(
    models.Treatment,
    fact_columns(C.SUBSTANCE_USE, "program", "service", "began_on", "ended_on", "outcome"),
)
protect(
    models.TreatmentConsent,
    fact_columns(C.CONSENT, "recipient", "purpose", "signed_on", "expires_on", "revoked_on"),
)
protect(
    models.EmergencyOpening,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "user",
                "category",
                "get_category_display",
                "reason",
                "opened_at",
                "open_until",
                "review",
            ),
            C.STAFF,
        ),
    },
)
protect(
    models.EmergencyReview,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "opening": PLAIN,
        **dict.fromkeys(
            ("verdict", "get_verdict_display", "note", "reviewed_by", "reviewed_at"), C.STAFF
        ),
    },
)
