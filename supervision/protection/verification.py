"""The category of every field of checks of work and home."""

from offenders.protection.columns import fact_columns
from ots.access.categories import Category
from ots.access.fields import protect
from supervision import models

protect(
    models.EmploymentCheck,
    fact_columns(
        Category.FINANCIAL,
        "job",
        "occupation",
        "get_occupation_display",
        "method",
        "get_method_display",
        "checked_on",
        "result",
        "get_result_display",
        "ended_because",
        "get_ended_because_display",
        "note",
    ),
)
protect(
    models.ResidenceCheck,
    fact_columns(
        Category.CONTACT,
        "address",
        "kind",
        "get_kind_display",
        "method",
        "get_method_display",
        "checked_on",
        "result",
        "get_result_display",
        "approval",
        "get_approval_display",
        "landlord",
        "household",
        "hazards",
        "note",
    ),
)
