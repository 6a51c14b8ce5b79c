"""Eligibility and recommendations."""

from django.db.models import Q

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from ots.access.scopes import keep_rows_by
from ots.access.viewer import Viewer
from supervision import models
from supervision.choices.period import SupervisionType

C = Category
KEYS = {"id": PLAIN, "pk": PLAIN}

protect(
    models.Snooze,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                *("supervision_type", "get_supervision_type_display", "opportunity"),
                *("get_opportunity_display", "code", "get_code_display", "note", "began_on"),
                *("until", "facts_digest"),
            ),
            C.SUPERVISION,
        ),
    },
)
protect(
    models.Eligibility,
    {
        **KEYS,
        "person": PLAIN,
        **dict.fromkeys(
            (
                *("supervision_type", "get_supervision_type_display", "opportunity"),
                *("get_opportunity_display", "outcome", "get_outcome_display", "eligible_since"),
                *("missing", "possible_on", "facts_digest", "snooze", "computed_on"),
            ),
            C.SUPERVISION,
        ),
    },
)
protect(
    models.Recommendation,
    {
        **KEYS,
        "person": PLAIN,
        **dict.fromkeys(
            (
                *("kind", "get_kind_display", "supervision_type", "get_supervision_type_display"),
                *("opportunity", "get_opportunity_display", "body", "get_body_display", "state"),
                *("get_state_display", "eligible_since", "prepared_on", "decided_on"),
                *("completed_on", "why", "level", "get_level_display", "ends_before"),
                *("ends_after", "changes", "facts", "moves"),
            ),
            C.SUPERVISION,
        ),
    },
)
protect(
    models.RecommendationMove,
    {
        **KEYS,
        "recommendation": PLAIN,
        **dict.fromkeys(
            (
                *("step", "get_step_display", "made_at", "made_by", "reason", "decided_by"),
                "decided_on",
            ),
            C.SUPERVISION,
        ),
    },
)


def _no_trainees(viewer: Viewer) -> Q | None:
    """Leave what is of youthful trainees to those who may know of it."""
    if viewer.may_category(C.YOUTHFUL):
        return None
    return ~Q(supervision_type=SupervisionType.HYTA)


for each in (models.Eligibility, models.Recommendation, models.Snooze):
    keep_rows_by(each, _no_trainees)
