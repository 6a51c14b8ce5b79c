"""The category of every field of custody, conduct and parole."""

from django.db.models import Model

from offenders import models
from offenders.choices import TimeOrderKind
from offenders.protection.columns import fact_columns
from ots.access.categories import Category
from ots.access.fields import protect, protect_rows

C = Category

protect(
    models.CustodyPeriod,
    fact_columns(
        C.CUSTODY,
        "kind",
        "get_kind_display",
        "facility",
        "booking_number",
        "began_on",
        "ended_on",
        "admission_reason",
        "release_reason",
        "case",
    ),
)
protect(
    models.Movement,
    fact_columns(C.CUSTODY, "kind", "get_kind_display", "occurred_on", "facility", "note"),
)
protect(
    models.Bond,
    fact_columns(
        C.CUSTODY,
        "case",
        "kind",
        "get_kind_display",
        "amount_cents",
        "set_on",
        "posted_on",
        "revoked_on",
    ),
)
protect(
    models.Misconduct,
    fact_columns(
        C.CUSTODY,
        "violated_on",
        "found_guilty_on",
        "misconduct_class",
        "get_misconduct_class_display",
        "description",
        "disciplinary_time_days",
    ),
)
protect(
    models.CreditAward,
    fact_columns(
        C.TIME,
        "sentence",
        "kind",
        "get_kind_display",
        "days",
        "awarded_on",
        "applies_to",
        "get_applies_to_display",
    ),
)
protect(
    models.Forfeiture,
    fact_columns(C.TIME, "sentence", "days", "ordered_on", "authority", "get_authority_display"),
)
protect(models.Restoration, fact_columns(C.TIME, "sentence", "days", "ordered_on"))
protect(
    models.ParoleRelease, fact_columns(C.SUPERVISION, "released_on", "term_months", "violations")
)
protect(
    models.ParoleViolation,
    {
        **fact_columns(
            C.SUPERVISION, "parole", "kind", "get_kind_display", "declared_on", "available_on"
        ),
        "detainer_on": C.WARRANT,
    },
)
protect(
    models.TimeOrder,
    {
        **fact_columns(
            C.LEGAL,
            "kind",
            "get_kind_display",
            "made_on",
            "sentence",
            "effective_on",
            "days",
            "term_years",
            "term_months",
            "is_completed",
        ),
        "awaits_treatment": C.SUBSTANCE_USE,
    },
)


def _of_health(record: Model) -> Category | None:
    is_medical = (
        isinstance(record, models.TimeOrder) and record.kind == TimeOrderKind.MEDICAL_PAROLE
    )
    return C.MEDICAL if is_medical else None


protect_rows(models.TimeOrder, _of_health)
