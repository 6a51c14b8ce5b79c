"""Closed code lists of assessments of risk and needs."""

from django.db import models


class Occasion(models.TextChoices):
    """Why somebody is assessed now."""

    INITIAL = "initial", "First assessment of this supervision"
    REASSESSMENT = "reassessment", "Reassessment"
    EVENT = "event", "Something changed"
    BOARD = "board", "For the court or the board"


class Direction(models.TextChoices):
    """Which way a level is overridden."""

    UP = "up", "To a closer level"
    DOWN = "down", "To a lighter level"


class OverrideState(models.TextChoices):
    """How far an override is decided."""

    ASKED = "asked", "Waits for a decision"
    APPROVED = "approved", "Approved"
    REFUSED = "refused", "Refused"


class OverrideReason(models.TextChoices):
    """Why the level the score gives does not fit; race, sex, place and nationality never do."""

    VIOLENCE_NOT_SCORED = "violence", "Violence that the tool does not count"
    VICTIM_SAFETY = "victim", "Safety of a victim"
    PATTERN = "pattern", "Pattern of offending that the tool does not count"
    MENTAL_HEALTH = "crisis", "Crisis that needs closer contact for a time"
    STABLE = "stable", "Long stable time in the community"
    PROTECTIVE = "protective", "Protective circumstances that the tool does not count"
    ILLNESS = "illness", "Illness or age that lowers the risk"
    STALE = "stale", "The score rests on facts that have changed"


class GuidelineBoundName(models.TextChoices):
    """The totals of the parole guidelines that part low, average and high."""

    LOW_AT_MOST = "low_at_most", "Low probability up to and including"
    HIGH_AT_LEAST = "high_at_least", "High probability from"


class NeedSection(models.TextChoices):
    """Areas of life in which a person may need help."""

    ACCOMMODATION = "accommodation", "Accommodation"
    WORK = "work", "Education, training and employment"
    RELATIONSHIPS = "relationships", "Relationships"
    LIFESTYLE = "lifestyle", "Lifestyle and associates"
    DRUGS = "drugs", "Drug misuse"
    ALCOHOL = "alcohol", "Alcohol"
    THINKING = "thinking", "Thinking and behavior"
    ATTITUDES = "attitudes", "Attitudes"


class OtherTool(models.TextChoices):
    """Tools whose items belong to somebody: their results alone are kept."""

    COMPAS = "COMPAS", "COMPAS"
    LSI_R = "LSI-R", "LSI-R"
    LS_CMI = "LS/CMI", "LS/CMI"
    STRONG_R = "STRONG-R", "STRONG-R"
    STATIC_99R = "Static-99R", "Static-99R"
    STABLE_2007 = "STABLE-2007", "STABLE-2007"
    OTHER = "Other", "Another tool"
