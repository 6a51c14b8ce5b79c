"""The category of every field of conditions, notices and zones, and of cases offered."""

from django.db.models import Model

from offenders.protection.columns import fact_columns
from ots.access.categories import Category
from ots.access.fields import protect, protect_rows
from supervision import models

C = Category

protect(models.Condition, fact_columns(C.SUPERVISION, "template"))
protect(
    models.ConditionTerms,
    {
        **fact_columns(
            C.SUPERVISION,
            "state",
            "get_state_display",
            "details",
            "imposed_by",
            "get_imposed_by_display",
            "ordered_on",
            "ordered_for",
            "case",
            "order_number",
            "asks_notice",
            "noticed_on",
            "effective_on",
            "expires_on",
            "review_on",
            "ended_on",
            "ended_as",
            "get_ended_as_display",
        ),
        "condition": C.SUPERVISION,
        "victim_details": C.VICTIM,
        # It tells of risks and needs of the person.
        "why_this_person": C.RISK,
    },
)
protect(
    models.ConditionNotice,
    {
        **fact_columns(C.SUPERVISION, "given_on", "manner", "get_manner_display", "remark"),
        "condition": C.SUPERVISION,
    },
)
protect(
    models.Zone,
    {
        **fact_columns(
            C.SUPERVISION,
            "label",
            "kind",
            "get_kind_display",
            "shape",
            "get_shape_display",
            "points",
            "buffer_m",
            "told_width",
            "days",
            "from_time",
            "until_time",
            "is_victim_related",
            "is_hidden_from_person",
            "began_on",
            "ended_on",
        ),
        "condition": C.SUPERVISION,
    },
)
protect(
    models.CaseOffer,
    fact_columns(
        C.SUPERVISION,
        "from_office",
        "to_office",
        "why",
        "get_why_display",
        "handover",
        "offered_on",
        "state",
        "get_state_display",
        "answered_by",
        "answered_on",
        "answer",
    ),
)


def _of_template(row: Model) -> Category | None:
    """Keep what a condition tells of tests, treatment or risk to those who see that as well."""
    condition = row if isinstance(row, models.Condition) else row.condition  # type: ignore[attr-defined]  # its terms
    also = condition.template.also_category
    return Category(also) if also else None


def _of_zone(row: Model) -> Category | None:
    """Keep where a victim is to those who see victims."""
    return C.VICTIM if isinstance(row, models.Zone) and row.is_victim_related else None


protect_rows(models.Condition, _of_template)
protect_rows(models.ConditionTerms, _of_template)
protect_rows(models.ConditionNotice, _of_template)
protect_rows(models.Zone, _of_zone)
