"""Django application of community supervision."""

from importlib import import_module

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """Community supervision."""

    name = "supervision"
    verbose_name = "Supervision"

    def ready(self) -> None:
        """Declare field categories; record every change of every row."""
        import_module("supervision.protection")
        auditlog = import_module("auditlog.registry").auditlog
        for model in self.get_models():
            auditlog.register(model)
