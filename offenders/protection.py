"""The category of every field of the record; what is not listed here shows nowhere."""

from offenders import models
from ots.access.categories import Category
from ots.access.fields import AUTHORSHIP, PLAIN, protect

C = Category


def _all(category: Category, *names: str) -> dict[str, Category | str]:
    return {**AUTHORSHIP, "person": PLAIN, **dict.fromkeys(names, category)}


protect(
    models.Person,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "recorded_at": C.STAFF,
        **dict.fromkeys(
            (
                "last_name",
                "first_name",
                "middle_name",
                "suffix",
                "full_name",
                "birth_date",
                "sex",
                "get_sex_display",
                "race",
                "get_race_display",
            ),
            C.IDENTITY,
        ),
        "status": C.CUSTODY,
        "get_status_display": C.CUSTODY,
        "office": C.SUPERVISION,
        "agent": C.SUPERVISION,
    },
)
protect(
    models.PersonName,
    _all(
        C.IDENTITY, "kind", "get_kind_display", "last_name", "first_name", "middle_name", "suffix"
    ),
)
protect(
    models.NameKey,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "name": PLAIN,
        "person": PLAIN,
        **dict.fromkeys(("last_key", "first_key", "basis", "get_basis_display"), C.IDENTITY),
    },
)
protect(
    models.NameWord,
    {
        "id": PLAIN,
        "pk": PLAIN,
        **dict.fromkeys(
            ("part", "get_part_display", "word", "sound", "other_sound", "shortened"), C.IDENTITY
        ),
    },
)
protect(
    models.Demographics,
    {
        **_all(
            C.IDENTITY,
            "birth_date",
            "sex",
            "get_sex_display",
            "race",
            "get_race_display",
            "ethnicity",
            "get_ethnicity_display",
            "citizenship",
            "language",
            "needs_interpreter",
            "died_on",
        ),
    },
)
protect(
    models.Identifier,
    _all(
        C.IDENTIFIER,
        "kind",
        "get_kind_display",
        "issuer",
        "value",
        "verification",
        "get_verification_display",
        "is_sensitive",
    ),
)
protect(
    models.Address,
    _all(
        C.CONTACT,
        "kind",
        "get_kind_display",
        "street",
        "unit",
        "city",
        "state",
        "postal_code",
        "began_on",
        "ended_on",
    ),
)
protect(
    models.Phone,
    _all(C.CONTACT, "kind", "get_kind_display", "number", "began_on", "ended_on"),
)
protect(
    models.Employment,
    _all(C.FINANCIAL, "employer", "occupation", "hours_a_week", "began_on", "ended_on"),
)
protect(
    models.PhysicalDescription,
    _all(C.IDENTITY, "height_inches", "weight_pounds", "eye_color", "hair_color", "marks"),
)
protect(models.Photograph, _all(C.IDENTITY, "taken_on", "image"))
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
        "bonds": C.CUSTODY,
        "hearings": C.LEGAL,
        "warrants": C.WARRANT,
        "custody": C.CUSTODY,
        "arrests": C.LEGAL,
    },
)
protect(models.Arrest, _all(C.LEGAL, "arrested_on", "agency_name", "case"))
protect(
    models.Charge,
    {
        "id": PLAIN,
        "pk": PLAIN,
        "recorded_at": C.STAFF,
        **dict.fromkeys(
            ("case", "count_number", "particulars", "dispositions", "sentence"), C.LEGAL
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
protect(models.Hearing, _all(C.LEGAL, "case", "purpose", "scheduled_at", "outcome"))
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
                "follows",
            ),
            C.LEGAL,
        ),
    },
)
protect(models.ConsecutiveLink, {"id": PLAIN, "pk": PLAIN, "terms": C.LEGAL, "after": C.LEGAL})
protect(
    models.CustodyPeriod,
    _all(
        C.CUSTODY,
        "kind",
        "get_kind_display",
        "facility",
        "booking_number",
        "began_on",
        "ended_on",
        "admission_reason",
        "release_reason",
        "case",
    ),
)
protect(
    models.Movement,
    _all(C.CUSTODY, "kind", "get_kind_display", "occurred_on", "facility", "note"),
)
protect(
    models.Bond,
    _all(
        C.CUSTODY,
        "case",
        "kind",
        "get_kind_display",
        "amount_cents",
        "set_on",
        "posted_on",
        "revoked_on",
    ),
)
protect(
    models.Warrant,
    _all(
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
    _all(C.WARRANT, "agency", "agency_name", "basis", "placed_on", "cleared_on"),
)
protect(
    models.Detainer,
    _all(C.WARRANT, "authority", "number", "charge_pending", "lodged_on", "lifted_on"),
)
protect(
    models.ProtectiveOrder,
    {
        **_all(C.WARRANT, "number", "court", "issued_on", "served_on", "expires_on"),
        "protected_name": C.VICTIM,
        "conditions": C.VICTIM,
    },
)
protect(
    models.Misconduct,
    _all(
        C.CUSTODY,
        "violated_on",
        "found_guilty_on",
        "misconduct_class",
        "get_misconduct_class_display",
        "description",
        "disciplinary_time_days",
    ),
)
protect(
    models.CreditAward,
    _all(
        C.TIME,
        "sentence",
        "kind",
        "get_kind_display",
        "days",
        "awarded_on",
        "applies_to",
        "get_applies_to_display",
    ),
)
protect(
    models.Forfeiture,
    _all(C.TIME, "sentence", "days", "ordered_on", "authority", "get_authority_display"),
)
protect(models.Restoration, _all(C.TIME, "sentence", "days", "ordered_on"))
protect(models.ParoleRelease, _all(C.SUPERVISION, "released_on", "term_months", "violations"))
protect(
    models.ParoleViolation,
    _all(C.SUPERVISION, "parole", "kind", "get_kind_display", "declared_on", "available_on"),
)
protect(
    models.PersonUserObjectPermission,
    {"id": PLAIN, "user": C.STAFF, "permission": C.STAFF, "content_object": PLAIN},
)
protect(
    models.PersonGroupObjectPermission,
    {"id": PLAIN, "group": C.STAFF, "permission": C.STAFF, "content_object": PLAIN},
)
protect(
    models.Submission,
    {"pk": PLAIN, "token": PLAIN, "event": C.STAFF, "result_id": PLAIN, "sent_at": C.STAFF},
)
