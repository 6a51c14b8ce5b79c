"""Django application of the person and the legal record."""

from importlib import import_module

from django.apps import AppConfig


class OffendersConfig(AppConfig):
    """The person and the legal record."""

    name = "offenders"
    verbose_name = "Offenders"

    def ready(self) -> None:
        """Declare field categories and reach; record every change of every row."""
        import_module("offenders.protection")
        import_module("offenders.reach")
        import_module("offenders.services.closing").close_by_the_facts()
        panels = import_module("offenders.views.panels")
        registry = import_module("ots.access.panels")
        registry.register_panel("home", panels.emergency_news)
        registry.register_panel("person-alerts", panels.emergency_banner)
        registry.register_panel("person-side", panels.access_doors)
        auditlog = import_module("auditlog.registry").auditlog
        for model in self.get_models():
            auditlog.register(model)
