"""Leave to travel."""

from django.db import models


class TravelStatus(models.TextChoices):
    """Where a request stands."""

    REQUESTED = "requested", "Asked for"
    GRANTED = "granted", "Granted"
    DENIED = "denied", "Denied"
    WITHDRAWN = "withdrawn", "Withdrawn"
    RETURNED = "returned", "Back, report taken"


class Transport(models.TextChoices):
    """How the person travels."""

    CAR = "car", "Car"
    BUS = "bus", "Bus"
    TRAIN = "train", "Train"
    PLANE = "plane", "Plane"
    OTHER = "other", "Other"
