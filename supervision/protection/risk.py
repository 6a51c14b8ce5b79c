"""The category of every field of assessments, their overrides and case plans."""

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from supervision import models

C = Category
OF_PLAN = {**AUTHORSHIP, "person": PLAIN, "plan": C.SUPERVISION}

protect(
    models.Scoring,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "instrument",
                "version",
                "standing",
                "get_standing_display",
                "occasion",
                "get_occasion_display",
                "scored_on",
                "answers",
                "evidence",
                "tables",
                "scores",
                "scaled",
                "flags",
                "parts",
                "lowest",
                "highest",
                "missing",
                "level",
                "next_due_on",
                "is_provisional",
                "overrides",
            ),
            C.RISK,
        ),
    },
)
protect(
    models.ScoringOverride,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "scoring",
                "asked_by",
                "decided_by",
                "direction",
                "get_direction_display",
                "from_level",
                "to_level",
                "reason_code",
                "get_reason_code_display",
                "explanation",
                "asked_on",
                "state",
                "get_state_display",
                "decided_on",
                "decision_note",
            ),
            C.RISK,
        ),
    },
)
protect(
    models.CasePlan,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "person": PLAIN,
        "recorded_at": C.STAFF,
    },
)
protect(
    models.PlanState,
    {
        **OF_PLAN,
        **dict.fromkeys(
            (
                "status",
                "get_status_display",
                "opened_on",
                "review_due_on",
                "closed_on",
                "closing",
                "get_closing_display",
            ),
            C.SUPERVISION,
        ),
        "scoring": C.RISK,
    },
)
protect(
    models.Goal,
    {
        **OF_PLAN,
        **dict.fromkeys(
            (
                "number",
                "need",
                "get_need_display",
                "statement",
                "why_it_matters",
                "strength",
                "measure",
                "target",
                "by_date",
                "stage",
                "get_stage_display",
                "conditions",
                "dropped_on",
            ),
            C.RISK,
        ),
    },
)
protect(
    models.Objective,
    {**OF_PLAN, **dict.fromkeys(("goal_number", "number", "statement"), C.RISK)},
)
protect(
    models.ActionStep,
    {
        **OF_PLAN,
        **dict.fromkeys(
            (
                "goal_number",
                "objective_number",
                "number",
                "who",
                "get_who_display",
                "kind",
                "get_kind_display",
                "what",
                "due_on",
                "incentive",
                "done_on",
                "minutes",
            ),
            C.RISK,
        ),
    },
)
protect(
    models.GoalProgress,
    {
        **OF_PLAN,
        **dict.fromkeys(
            (
                "goal_number",
                "noted_on",
                "progress",
                "get_progress_display",
                "stage",
                "get_stage_display",
                "note",
            ),
            C.RISK,
        ),
    },
)
protect(
    models.PlanSignature,
    {
        **OF_PLAN,
        **dict.fromkeys(
            ("party", "get_party_display", "name", "signed_on", "witness", "content_digest"),
            C.SUPERVISION,
        ),
    },
)
protect(
    models.PlanReview,
    {
        **OF_PLAN,
        **dict.fromkeys(("reviewed_on", "next_due_on"), C.SUPERVISION),
        **dict.fromkeys(("occasion", "get_occasion_display", "summary"), C.RISK),
    },
)
