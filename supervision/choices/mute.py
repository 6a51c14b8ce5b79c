"""What a line of the day's list is about."""

from django.db import models


class MuteSubject(models.TextChoices):
    """The table of what a line asks for; with the row's number it names the line."""

    OBLIGATION = "obligation", "What is due"
    APPOINTMENT = "appointment", "Appointment"
    HEARING = "hearing", "Court date"
    TERM = "term", "End of supervision"
    WARRANT = "warrant", "Warrant"
    ORDER = "order", "Protective order"
