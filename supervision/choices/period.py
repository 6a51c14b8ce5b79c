"""Types and levels of supervision, and what an agent is to a person."""

from django.db import models


class SupervisionType(models.TextChoices):
    """Types of supervision in Michigan."""

    PROBATION = "probation", "Probation"
    PAROLE = "parole", "Parole"
    DELAYED_SENTENCE = "delayed_sentence", "Delayed sentence"
    HYTA = "hyta", "Youthful trainee (HYTA)"
    COMPACT_PROBATION = "compact_probation", "Interstate compact probation"
    COMPACT_PAROLE = "compact_parole", "Interstate compact parole"
    PRETRIAL = "pretrial", "Pretrial"


class SupervisionLevel(models.TextChoices):
    """Levels from closest to lightest."""

    HIGH = "high", "High"
    MAXIMUM = "maximum", "Maximum"
    MEDIUM = "medium", "Medium"
    MINIMUM = "minimum", "Minimum"
    LIMITED = "limited", "Limited (telephone reporting)"
    UNSUPERVISED = "unsupervised", "Unsupervised"
    UNASSIGNED = "unassigned", "Not yet set"


# The closest first; a level not yet set is nowhere in it.
CLOSEST_FIRST = tuple(each for each in SupervisionLevel if each != SupervisionLevel.UNASSIGNED)


class AssignmentRole(models.TextChoices):
    """What an agent is to a person."""

    PRIMARY = "primary", "Primary agent"
    COVER = "cover", "Cover"
