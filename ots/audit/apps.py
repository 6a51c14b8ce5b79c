"""Django application of the audit trail."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    """The audit trail over django-auditlog."""

    name = "ots.audit"
    label = "audit"
    verbose_name = "Audit trail"

    def ready(self) -> None:
        """Connect the receivers once all models are there; watch the tables after migrating."""
        import_module("ots.audit.receivers")
        import_module("ots.audit.who")
        net = import_module("ots.audit.net")
        post_migrate.connect(net.watch_tables, sender=self, dispatch_uid="audit-watch-tables")
