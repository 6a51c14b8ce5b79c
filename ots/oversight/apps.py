"""Django application of oversight."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OversightConfig(AppConfig):
    """Reading the trail: searches, questions, reviews, disclosures, evidence."""

    name = "ots.oversight"
    label = "oversight"
    verbose_name = "Oversight"

    def ready(self) -> None:
        """Create first rows, lead to the pages, and erase what a court destroys."""
        first_rows = import_module("ots.oversight.first_rows")
        post_migrate.connect(first_rows.create_missing, sender=self)
        panels = import_module("ots.oversight.views.panels")
        registry = import_module("ots.access.panels")
        registry.register_panel("home", panels.home_panel)
        registry.register_panel("home", panels.incident_panel)
        registry.register_panel("home", panels.concern_panel)
        registry.register_panel("home", panels.answer_panel)
        registry.register_panel("person-side", panels.concern_of_person_panel)
        registry.register_panel("person-tabs", panels.person_tab)
        erasing = import_module("ots.oversight.services.destroying").erase_concerns
        import_module("offenders.services.destruction").erase_along("reports erased", erasing)
