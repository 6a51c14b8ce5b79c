"""NCIC codes of eye and hair colors in words."""

from django.db import models


class EyeColor(models.TextChoices):
    """NCIC eye color codes."""

    BLACK = "BLK", "Black"
    BLUE = "BLU", "Blue"
    BROWN = "BRO", "Brown"
    GRAY = "GRY", "Gray"
    GREEN = "GRN", "Green"
    HAZEL = "HAZ", "Hazel"
    MAROON = "MAR", "Maroon"
    MULTICOLORED = "MUL", "Multicolored"
    PINK = "PNK", "Pink"
    UNKNOWN = "XXX", "Unknown"


class HairColor(models.TextChoices):
    """NCIC hair color codes."""

    BALD = "BAL", "Bald"
    BLACK = "BLK", "Black"
    BLOND = "BLN", "Blond or strawberry"
    BLUE = "BLU", "Blue"
    BROWN = "BRO", "Brown"
    GRAY = "GRY", "Gray"
    GREEN = "GRN", "Green"
    ORANGE = "ONG", "Orange"
    PINK = "PNK", "Pink"
    PURPLE = "PLE", "Purple"
    RED = "RED", "Red or auburn"
    SANDY = "SDY", "Sandy"
    WHITE = "WHI", "White"
    UNKNOWN = "XXX", "Unknown"
