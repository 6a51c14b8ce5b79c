"""What conditions are, who sets them, and how they end."""

from django.db import models


class TemplateKind(models.TextChoices):
    """Why a condition stands in an order."""

    STATUTORY = "statutory", "Set by statute for everybody"
    STANDARD = "standard", "Standard"
    SPECIAL = "special", "Special"


class ConditionGroup(models.TextChoices):
    """What a breach of the condition is counted as in reports."""

    LAW = "law", "Law"
    REPORT = "report", "Failure to report"
    NOTIFY = "notify", "Failure to notify"
    FINANCIAL = "financial", "Financial"
    EMPLOYMENT = "employment", "Employment"
    SUBSTANCE = "substance", "Substance"
    TREATMENT = "treatment", "Treatment compliance"
    SPECIAL = "special", "Special conditions"


class Imposer(models.TextChoices):
    """Who set the condition."""

    COURT = "court", "Court"
    BOARD = "board", "Parole board"
    SENDING_STATE = "sending_state", "Sending state (compact)"
    AGENT = "agent", "Agent, within the order"


class ConditionState(models.TextChoices):
    """How a condition stands during a stretch of days."""

    ACTIVE = "active", "Active"
    SUSPENDED = "suspended", "Suspended"


class EndedAs(models.TextChoices):
    """How a stretch of a condition came to its end."""

    AMENDED = "amended", "Amended"
    SUSPENDED = "suspended", "Suspended"
    RESUMED = "resumed", "Resumed"
    SATISFIED = "satisfied", "Satisfied"
    REMOVED = "removed", "Removed by order"
    EXPIRED = "expired", "Expired"
    MISTAKEN = "mistaken", "Entered by mistake"


# The ends after which the condition is over; the others are followed by its next stretch.
FINAL_ENDS = (EndedAs.SATISFIED, EndedAs.REMOVED, EndedAs.EXPIRED, EndedAs.MISTAKEN)


class NoticeManner(models.TextChoices):
    """How the person learned of a condition."""

    SIGNED = "signed", "Signed for it"
    TOLD = "told", "Told in person, copy handed over"
    REFUSED = "refused", "Told in person, would not sign"
    MAILED = "mailed", "Mailed, receipt confirmed"


class ZoneKind(models.TextChoices):
    """What a zone asks of the person."""

    EXCLUSION = "exclusion", "Keep out of it"
    INCLUSION = "inclusion", "Stay within it"


class ZoneShape(models.TextChoices):
    """How a zone is drawn."""

    CIRCLE = "circle", "Circle around one point"
    POLYGON = "polygon", "Area with corners"
    CORRIDOR = "corridor", "Strip along a way"
