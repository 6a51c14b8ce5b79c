"""Why a person is supervised at a level."""

from django.db import models


class LevelBasis(models.TextChoices):
    """What a level rests on."""

    DEFAULT = "default", "Default until assessed"
    ASSESSMENT = "assessment", "Risk assessment"
    OVERRIDE_UP = "override_up", "Override to a closer level"
    OVERRIDE_DOWN = "override_down", "Override to a lighter level"
    POLICY = "policy", "Policy"


OVERRIDES = frozenset({LevelBasis.OVERRIDE_UP, LevelBasis.OVERRIDE_DOWN})


class Band(models.TextChoices):
    """The band of a risk scale."""

    LOW = "Low", "Low"
    MEDIUM = "Medium", "Medium"
    HIGH = "High", "High"
