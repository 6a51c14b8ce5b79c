"""Django application of what has no domain."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    """Pagination, display filters, error pages."""

    name = "ots.core"
    label = "core"
