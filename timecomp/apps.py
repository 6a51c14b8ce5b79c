"""Django application of time computation."""

from importlib import import_module

from django.apps import AppConfig


class TimecompConfig(AppConfig):
    """Time computation."""

    name = "timecomp"
    verbose_name = "Time computation"

    def ready(self) -> None:
        """Declare field categories, record changes of rows, and listen for what moves dates."""
        import_module("timecomp.protection")
        auditlog = import_module("auditlog.registry").auditlog
        for name in ("Computation", "ComputationException", "NightlyRun"):
            auditlog.register(self.get_model(name))
        import_module("timecomp.services.requests").listen_to_the_record()
