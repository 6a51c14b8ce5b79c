"""Why a case goes to another office, and what became of the offer."""

from django.db import models


class TransferReason(models.TextChoices):
    """Why the case goes to another office."""

    MOVED = "moved", "The person moved"
    SPECIALTY = "specialty", "A specialized caseload"
    WORKLOAD = "workload", "Balance of caseloads"
    SAFETY = "safety", "Safety of staff or of a victim"
    COURT = "court", "By order of the court or board"
    OTHER = "other", "Another reason"


class OfferState(models.TextChoices):
    """Where an offer stands."""

    OPEN = "open", "Waiting for an answer"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    WITHDRAWN = "withdrawn", "Withdrawn"
