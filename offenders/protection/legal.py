"""The category of every field of cases, charges and sentences."""

from offenders import models
from offenders.protection.columns import fact_columns
from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect

C = Category

protect(
    models.CourtCase,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "person": PLAIN,
        "recorded_at": C.STAFF,
        **dict.fromkeys(
            (
                "court",
                "docket_number",
                "filed_on",
                "status",
                "get_status_display",
                "judge",
                "charges",
                "judgments",
            ),
            C.LEGAL,
        ),
        # Only those who read a closed row at all can read why it is closed.
        "closure": C.LEGAL,
        "get_closure_display": C.LEGAL,
        "bonds": C.CUSTODY,
        "hearings": C.LEGAL,
        "warrants": C.WARRANT,
        "custody": C.CUSTODY,
        "arrests": C.LEGAL,
    },
)
protect(models.Arrest, fact_columns(C.LEGAL, "arrested_on", "agency_name", "case"))
protect(
    models.Charge,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "recorded_at": C.STAFF,
        **dict.fromkeys(
            (
                "case",
                "count_number",
                "particulars",
                "dispositions",
                "sentence",
                "closure",
                "get_closure_display",
            ),
            C.LEGAL,
        ),
    },
)
protect(
    models.ChargeParticulars,
    {
        **AUTHORSHIP,
        **dict.fromkeys(
            (
                "charge",
                "statute",
                "offense_code",
                "description",
                "degree",
                "offense_date",
                "offense_date_to",
                "form",
                "get_form_display",
            ),
            C.LEGAL,
        ),
        # Flags such as victim_under_13 say something about the victim.
        "flags": C.VICTIM,
    },
)
protect(
    models.Disposition,
    {
        **AUTHORSHIP,
        **dict.fromkeys(("charge", "kind", "get_kind_display", "disposed_on"), C.LEGAL),
    },
)
protect(models.Hearing, fact_columns(C.LEGAL, "case", "purpose", "scheduled_at", "outcome"))
protect(
    models.JudgmentOfSentence,
    {
        **AUTHORSHIP,
        **dict.fromkeys(("case", "kind", "get_kind_display", "entered_on", "judge"), C.LEGAL),
        "terms": C.LEGAL,
    },
)
protect(
    models.Sentence,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "person": PLAIN,
        "recorded_at": C.STAFF,
        **dict.fromkeys(("charge", "label", "terms", "followed_by"), C.LEGAL),
        "credit_awards": C.TIME,
        "forfeitures": C.TIME,
        "restorations": C.TIME,
    },
)
protect(
    models.SentenceTerms,
    {
        **AUTHORSHIP,
        **dict.fromkeys(
            (
                "sentence",
                "judgment",
                "kind",
                "get_kind_display",
                "sentenced_on",
                "minimum_years",
                "minimum_months",
                "minimum_days",
                "maximum_years",
                "maximum_months",
                "maximum_days",
                "is_life_maximum",
                "jail_credit_days",
                "habitual_level",
                "get_habitual_level_display",
                "consecutive_authority",
                "judge_approval_on",
                "as_written",
                "vacated_on",
                "surrendered_on",
                "follows",
            ),
            C.LEGAL,
        ),
    },
)
protect(models.ConsecutiveLink, {"id": PLAIN, "pk": PLAIN, "terms": C.LEGAL, "after": C.LEGAL})
protect(
    models.Submission,
    {"pk": PLAIN, "token": PLAIN, "event": C.STAFF, "result_id": PLAIN, "sent_at": C.STAFF},
)
