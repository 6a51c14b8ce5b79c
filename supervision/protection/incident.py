"""The category of every field of incidents, allegations and their evidence."""

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from supervision import models

C = Category

protect(
    models.Incident,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "episode",
                "period",
                "code",
                "severity",
                "legal_type",
                "get_legal_type_display",
                "occurred_at",
                "discovered_at",
                "informant",
                "get_informant_display",
                "conditions",
                "notes",
                "aggravators",
                "mitigators",
                "is_information",
                "drug_test",
                "responses",
                "findings",
                "reports",
                "evidence",
                "allegations",
            ),
            C.SUPERVISION,
        ),
        **dict.fromkeys(("ability_to_pay", "get_ability_to_pay_display"), C.FINANCIAL),
    },
)
protect(
    models.Evidence,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(("incident", "title", "file"), C.SUPERVISION),
    },
)
protect(
    models.Allegation,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(("incident", "state", "get_state_display", "stated_on"), C.SUPERVISION),
    },
)
