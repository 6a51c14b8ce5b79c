"""Django application."""

from django.apps import AppConfig


class TimecompConfig(AppConfig):
    """Time computation."""

    name = "timecomp"
    verbose_name = "Time computation"
