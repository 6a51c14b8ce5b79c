"""The category of every field of answers, incentives and proceedings about violations."""

from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect
from supervision import models

C = Category

protect(
    models.Response,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "incidents",
                "period",
                "kind",
                "cell",
                "presumed_level",
                "chosen_level",
                "deviation",
                "get_deviation_display",
                "deviation_reason",
                "get_deviation_reason_display",
                "explanation",
                "jail_days",
                "awaits_treatment",
                "counts_as_technical",
                "needs_approval",
                "effective_on",
                "until",
                "steps",
            ),
            C.SUPERVISION,
        ),
    },
)
protect(
    models.ResponseStep,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(("response", "move", "get_move_display", "on", "note"), C.SUPERVISION),
    },
)
protect(
    models.Incentive,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            ("kind", "trigger", "get_trigger_display", "given_on", "note"), C.SUPERVISION
        ),
    },
)
protect(
    models.SuggestionDecision,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "rule",
                "version",
                "suggested",
                "facts",
                "suggested_on",
                "verdict",
                "get_verdict_display",
                "explanation",
            ),
            C.SUPERVISION,
        ),
    },
)
protect(
    models.Proceeding,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "period",
                "kind",
                "get_kind_display",
                "opened_on",
                "reports",
                "steps",
                "findings",
                "dispositions",
                "clock_marks",
            ),
            C.SUPERVISION,
        ),
    },
)
protect(
    models.ViolationReport,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "proceeding",
                "incidents",
                "what_led",
                "response_so_far",
                "alternatives",
                "alternatives_note",
                "vulnerabilities",
                "arrest_note",
                "route",
                "get_route_display",
                "recommendation",
                "is_immediate_danger",
                "left_treatment",
                "is_swift_and_sure",
                "asks_revocation",
            ),
            C.SUPERVISION,
        ),
    },
)
protect(
    models.ProceedingStep,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "proceeding",
                "move",
                "get_move_display",
                "at",
                "note",
                "decision",
                "get_decision_display",
                "hearing_at",
            ),
            C.SUPERVISION,
        ),
        "warrant": C.WARRANT,
        "custody": C.CUSTODY,
    },
)
protect(
    models.Finding,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            ("proceeding", "incident", "outcome", "get_outcome_display", "found_on"), C.SUPERVISION
        ),
    },
)
protect(
    models.ViolationDisposition,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "proceeding",
                "outcome",
                "get_outcome_display",
                "body",
                "get_body_display",
                "decided_on",
                "jail_days",
                "note",
                "violation",
            ),
            C.SUPERVISION,
        ),
    },
)
protect(
    models.ClockMark,
    {
        **AUTHORSHIP,
        "person": PLAIN,
        **dict.fromkeys(
            (
                "proceeding",
                "clock",
                "move",
                "get_move_display",
                "at",
                "standstill",
                "get_standstill_display",
            ),
            C.SUPERVISION,
        ),
    },
)
