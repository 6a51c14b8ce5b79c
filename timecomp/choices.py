"""Closed code lists of stored computations."""

from django.db import models


class Cause(models.TextChoices):
    """Why a computation took the place of the one before it."""

    FIRST = "first", "First computation"
    FACTS = "facts", "A fact was recorded or corrected"
    LAW = "law", "The law book changed"
    DAY = "day", "Time passed"


class RunState(models.TextChoices):
    """Where a nightly run stands."""

    RUNNING = "running", "Running"
    FINISHED = "finished", "Finished"
    ABANDONED = "abandoned", "Abandoned"
