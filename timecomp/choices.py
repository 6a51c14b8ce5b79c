"""Closed code lists of stored computations."""

from django.db import models


class Cause(models.TextChoices):
    """Why a computation took the place of the one before it."""

    FIRST = "first", "First computation"
    FACTS = "facts", "A fact was recorded or corrected"
    LAW = "law", "The law book changed"
    DAY = "day", "Time passed"
    UNEXPLAINED = "unexplained", "Same facts, law and day, another result"


class RunState(models.TextChoices):
    """Where a nightly run stands."""

    RUNNING = "running", "Running"
    FINISHED = "finished", "Finished"
    ABANDONED = "abandoned", "Abandoned"


class DecisionKind(models.TextChoices):
    """What a clerk decided of a question or a date."""

    STANDS = "stands", "The computation stands as it is"
    OVERRIDE = "override", "Another date holds"
    WITHDRAWN = "withdrawn", "Withdrawn"


class CertificationAct(models.TextChoices):
    """What a clerk did with computed dates."""

    CERTIFIED = "certified", "Certified"
    CONFIRMED = "confirmed", "Confirmed by a second clerk"
    SENT_BACK = "sent_back", "Sent back"


class SecondClerkReason(models.TextChoices):
    """Why one clerk's name is not enough."""

    EARLIER = "earlier", "a date moves earlier"
    NEAR = "near", "release is near, or its day has come"
    OVERRIDDEN = "overridden", "a date was overridden by decision"
    OPEN = "open", "a question is still open"


class ImpactState(models.TextChoices):
    """Where a run of a proposed law stands."""

    RUNNING = "running", "Running"
    FINISHED = "finished", "Finished"
    FAILED = "failed", "Stopped by an error"
