"""The category of every field of supervision."""

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from supervision import models

C = Category

protect(
    models.SupervisionPeriod,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "supervision_type",
                "get_supervision_type_display",
                "level",
                "get_level_display",
                "began_on",
                "expected_end_on",
                "ended_on",
                "termination_reason",
            ),
            C.SUPERVISION,
        ),
    },
)
protect(
    models.Assignment,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            ("agent", "office", "role", "get_role_display", "began_on", "ended_on"), C.SUPERVISION
        ),
    },
)
protect(
    models.RiskAssessment,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(("instrument", "scale", "assessed_on", "score", "band"), C.RISK),
    },
)
