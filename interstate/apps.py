"""Django application."""

from django.apps import AppConfig


class InterstateConfig(AppConfig):
    """Interstate compact."""

    name = "interstate"
    verbose_name = "Interstate compact"
