"""Closed code lists of safety on home visits."""

from django.db import models


class Hazard(models.TextChoices):
    """What is dangerous about a place."""

    DOGS = "dogs", "Dogs"
    WEAPONS = "weapons", "Weapons in the home"
    RESIDENTS = "residents", "Other residents"
    ISOLATION = "isolation", "Remote, poor telephone signal"
    STAIRS = "stairs", "Bad stairs or entry"
    BIOHAZARD = "biohazard", "Filth, needles or infection"
    DRUG_LAB = "drug_lab", "Drug laboratory"


class Caution(models.TextChoices):
    """What calls for care with the person."""

    ASSAULT = "assault", "Has assaulted staff"
    CRISIS = "crisis", "Mental-health crisis"
    ESCAPE = "escape", "Has escaped or fled"


class VisitPolicy(models.TextChoices):
    """How one may go there."""

    SOLO = "solo", "May go alone"
    PAIR = "pair", "Go in pairs"
    POLICE = "police", "Only with police"


class AlarmStep(models.TextChoices):
    """How far an overdue visit has been called out."""

    SUPERVISOR = "supervisor", "Supervisor alerted"
    ESCALATION = "escalation", "Escalation list alerted"
    POLICE = "police", "Police call sheet"
    DURESS = "duress", "Duress word given"


class NearMissKind(models.TextChoices):
    """What nearly went wrong."""

    THREAT = "threat", "Threat"
    ANIMAL = "animal", "Animal"
    WEAPON = "weapon", "Weapon seen"
    STRANGERS = "strangers", "Hostile people"
    HEALTH = "health", "Needles, filth or infection"
    TRAFFIC = "traffic", "Traffic or car"
    OTHER = "other", "Something else"
