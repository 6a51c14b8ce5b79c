"""The category of every field of what is owed and paid."""

from offenders.protection.columns import fact_columns
from ots.access.categories import Category
from ots.access.fields import PLAIN, protect
from supervision import models

C = Category
MONEY = C.FINANCIAL

protect(
    models.Debt,
    {
        **fact_columns(
            MONEY,
            "kind",
            "get_kind_display",
            "case",
            "joint",
            "ordered_on",
            "due_on",
            "description",
        ),
        "payee": C.VICTIM,
    },
)
protect(
    models.LedgerEntry,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "person": PLAIN,
        "recorded_at": C.STAFF,
        "recorded_by": C.STAFF,
        "reason": C.STAFF,
        "reverses": PLAIN,
        "follows": PLAIN,
        **dict.fromkeys(
            (
                "kind",
                "get_kind_display",
                "on",
                "method",
                "get_method_display",
                "reference",
                "ground",
                "get_ground_display",
            ),
            MONEY,
        ),
    },
)
protect(
    models.Posting,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "entry": PLAIN,
        **dict.fromkeys(("account", "get_account_display", "debt", "amount"), MONEY),
    },
)
protect(
    models.JointRestitution,
    {
        "id": PLAIN,
        "pk": PLAIN,
        **dict.fromkeys(("docket_number", "amount", "ordered_on"), MONEY),
    },
)
protect(
    models.AbilityToPay,
    fact_columns(
        MONEY,
        "stated_on",
        "household_size",
        "wages",
        "benefits",
        "other_income",
        "housing",
        "food",
        "transport",
        "medical",
        "child_support",
        "other_expense",
        "can_pay",
        "note",
    ),
)
protect(
    models.InstalmentPlan,
    fact_columns(
        MONEY, "amount", "total", "rhythm", "get_rhythm_display", "first_due_on", "ended_on"
    ),
)
