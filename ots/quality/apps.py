"""Django application of data-quality audits."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class QualityConfig(AppConfig):
    """Samples of the record compared with court documents, and what came of it."""

    name = "ots.quality"
    label = "quality"
    verbose_name = "Data quality"

    def ready(self) -> None:
        """Declare who sees what, record changes, lead here from the home page."""
        import_module("ots.quality.protection")
        import_module("ots.quality.admin")
        first_rows = import_module("ots.quality.first_rows")
        post_migrate.connect(first_rows.create_missing, sender=self)
        going = import_module("ots.quality.services.destroying").rows_that_go
        import_module("offenders.services.destruction").destroy_along(going)
        panels = import_module("ots.access.panels")
        panels.register_panel("home", import_module("ots.quality.views.panels").home_panel)
        auditlog = import_module("auditlog.registry").auditlog
        for name in ("Draw", "Finding", "Item", "Target", "Weight"):
            auditlog.register(self.get_model(name))
