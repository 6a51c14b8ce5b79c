"""The category of every field of warrants, holds, detainers and protective orders."""

from offenders import models
from offenders.protection.columns import fact_columns
from ots.access.categories import Category
from ots.access.fields import protect

C = Category

protect(
    models.Warrant,
    fact_columns(
        C.WARRANT,
        "number",
        "kind",
        "get_kind_display",
        "status",
        "get_status_display",
        "court",
        "case",
        "issued_on",
        "served_on",
        "recalled_on",
        "extradition",
        "caution",
    ),
)
protect(
    models.Hold,
    fact_columns(C.WARRANT, "agency", "agency_name", "basis", "placed_on", "cleared_on"),
)
protect(
    models.Detainer,
    fact_columns(C.WARRANT, "authority", "number", "charge_pending", "lodged_on", "lifted_on"),
)
protect(
    models.ProtectiveOrder,
    {
        **fact_columns(C.WARRANT, "number", "court", "issued_on", "served_on", "expires_on"),
        "protected_name": C.VICTIM,
        "conditions": C.VICTIM,
    },
)
