"""The category of every field of tests and of random selection.

Tests that the department takes itself are no records of a treatment program: 42 CFR Part 2 does
not bind them. They have a category of their own, apart from treatment.
"""

from offenders.protection.columns import fact_columns
from ots.access.categories import Category
from ots.access.fields import PLAIN, protect
from supervision import models

T = Category.TESTING

protect(
    models.DrugTest,
    fact_columns(
        T,
        "sample_type",
        "get_sample_type_display",
        "test_reason",
        "get_test_reason_display",
        "panel",
        "attendance",
        "get_attendance_display",
        "taken_at",
        "note",
    ),
)
protect(
    models.Specimen,
    fact_columns(
        T,
        "test",
        "seal_number",
        "bottle_number",
        "collector",
        "is_witnessed",
        "is_observer_of_same_sex",
        "temperature_f",
    ),
)
protect(
    models.CustodyTransfer,
    fact_columns(
        T,
        "specimen",
        "position",
        "purpose",
        "get_purpose_display",
        "released_by",
        "received_by",
        "passed_at",
        "is_seal_intact",
    ),
)
protect(
    models.ValidityReading,
    fact_columns(
        T,
        "test",
        "creatinine",
        "specific_gravity",
        "ph",
        "nitrite",
        "is_foreign_substance_found",
        "reported_on",
    ),
)
protect(
    models.AnalyteResult,
    fact_columns(
        T,
        "test",
        "analyte",
        "get_analyte_display",
        "stage",
        "get_stage_display",
        "reading",
        "get_reading_display",
        "level",
        "laboratory",
        "reported_on",
    ),
)
protect(
    models.Admission,
    fact_columns(T, "test", "admitted_on", "is_written", "substances", "statement"),
)
protect(models.VoidedTest, fact_columns(T, "test", "voided_on"))
protect(models.SchemeMembership, fact_columns(T, "scheme", "began_on", "ended_on"))
protect(models.Selection, fact_columns(T, "draw", "on"))
protect(
    models.SelectionDraw,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "commitment": PLAIN,
        **dict.fromkeys(
            ("seed", "frame", "times", "minimum_gap_days", "kind", "get_kind_display", "drawn_at"),
            T,
        ),
    },
)
