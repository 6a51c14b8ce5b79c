"""Closed code lists of messages that go out."""

from django.db import models


class Channel(models.TextChoices):
    """By what a message goes."""

    EMAIL = "email", "E-mail"
    SMS = "sms", "Text message"


class MessageState(models.TextChoices):
    """How far a message has come."""

    PLANNED = "planned", "Planned"
    SENT = "sent", "Sent"
    HANDED_OVER = "handed_over", "Waits for the text-message gateway"
    FAILED = "failed", "Could not be sent"
    WITHDRAWN = "withdrawn", "Withdrawn, not needed any more"


class MessageKind(models.TextChoices):
    """What a message is about."""

    APPOINTMENT = "appointment", "Appointment"
    COURT = "court", "Court date"
    TEST = "test", "Test"
    OVERDUE_VISIT = "overdue_visit", "Agent overdue from a visit"
    DURESS = "duress", "Duress word given"
    COMPACT = "compact", "Interstate compact"


class Language(models.TextChoices):
    """Languages of the messages to people under supervision."""

    ENGLISH = "en", "English"
    SPANISH = "es", "Spanish"
