"""Django application."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """Supervision."""

    name = "supervision"
    verbose_name = "Supervision"
