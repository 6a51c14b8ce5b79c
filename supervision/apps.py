"""Django application of community supervision."""

from importlib import import_module

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """Community supervision."""

    name = "supervision"
    verbose_name = "Supervision"

    def ready(self) -> None:
        """Declare field categories, record every change, add to timeline and status."""
        import_module("supervision.protection")
        events = import_module("supervision.selectors.timeline")
        timeline = import_module("offenders.selectors.timeline")
        for source in events.SOURCES:
            timeline.show_on_timeline(source)
        standing = import_module("supervision.selectors.standing").standing_from_supervision
        import_module("offenders.services.status").status_follows_from(standing)
        auditlog = import_module("auditlog.registry").auditlog
        for model in self.get_models():
            auditlog.register(model)
