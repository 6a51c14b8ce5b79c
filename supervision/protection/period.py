"""Terms of supervision, who supervised, and scores of risk."""

from django.db.models import Q

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from ots.access.scopes import keep_rows_by
from ots.access.viewer import Viewer
from supervision import models
from supervision.choices.period import SupervisionType

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


def _no_trainees(viewer: Viewer) -> Q | None:
    """Leave supervision of youthful trainees to those who may know of it."""
    if viewer.may_category(C.YOUTHFUL):
        return None
    return ~Q(supervision_type=SupervisionType.HYTA)


keep_rows_by(models.SupervisionPeriod, _no_trainees)
