"""Django application of the audit trail."""

from importlib import import_module

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The audit trail over django-auditlog."""

    name = "ots.audit"
    label = "audit"
    verbose_name = "Audit trail"

    def ready(self) -> None:
        """Connect the receiver once all models are there."""
        import_module("ots.audit.receivers")
