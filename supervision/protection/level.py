"""The category of every field of levels of supervision."""

from offenders.protection.columns import fact_columns
from ots.access.categories import Category
from ots.access.fields import protect
from supervision import models

C = Category

protect(
    models.LevelPeriod,
    fact_columns(
        C.SUPERVISION,
        "level",
        "get_level_display",
        "basis",
        "get_basis_display",
        "began_on",
        "ended_on",
        "review_due_on",
        "approved_by",
    ),
)
