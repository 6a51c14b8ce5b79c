"""The category of every field of programs; treatment of substance use opens by consent alone."""

from django.db.models import Model, Q

from offenders.protection.columns import fact_columns
from ots.access.categories import Category
from ots.access.fields import protect, protect_rows
from ots.access.scopes import keep_rows_by
from ots.access.viewer import Viewer
from supervision import models

C = Category

protect(
    models.Referral,
    fact_columns(C.SUPERVISION, "program", "need", "is_ordered", "target_hours", "started_on"),
)
protect(
    models.ReferralStep,
    fact_columns(
        C.SUPERVISION,
        "referral",
        "position",
        "before",
        "get_before_display",
        "state",
        "get_state_display",
        "on",
        "why",
        "get_why_display",
        "note",
    ),
)
protect(
    models.ProgramSession,
    fact_columns(
        C.SUPERVISION,
        "referral",
        "held_on",
        "outcome",
        "get_outcome_display",
        "minutes",
        "note",
    ),
)


def _treatment(record: Model) -> Category | None:
    """Put what tells of treatment of substance use in its category (42 CFR Part 2)."""
    referral = record if isinstance(record, models.Referral) else getattr(record, "referral", None)
    if not isinstance(referral, models.Referral):
        return None
    return C.SUBSTANCE_USE if referral.program.is_part_2 else None


protect_rows(models.Referral, _treatment)
protect_rows(models.ReferralStep, _treatment)
protect_rows(models.ProgramSession, _treatment)


def _no_treatment(viewer: Viewer) -> Q | None:
    """Leave referrals to protected treatment to those whom a consent names."""
    return None if viewer.may_category(C.SUBSTANCE_USE) else Q(program__is_part_2=False)


def _no_treatment_of_referral(viewer: Viewer) -> Q | None:
    if viewer.may_category(C.SUBSTANCE_USE):
        return None
    return Q(referral__program__is_part_2=False)


keep_rows_by(models.Referral, _no_treatment)
keep_rows_by(models.ReferralStep, _no_treatment_of_referral)
keep_rows_by(models.ProgramSession, _no_treatment_of_referral)
