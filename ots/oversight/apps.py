"""Django application of oversight."""

from importlib import import_module

from django.apps import AppConfig


class OversightConfig(AppConfig):
    """Reading the trail: searches, questions, reviews, disclosures, evidence."""

    name = "ots.oversight"
    label = "oversight"
    verbose_name = "Oversight"

    def ready(self) -> None:
        """Lead to the pages from home and from a person's record."""
        panels = import_module("ots.oversight.views.panels")
        registry = import_module("ots.access.panels")
        registry.register_panel("home", panels.home_panel)
        registry.register_panel("home", panels.incident_panel)
        registry.register_panel("person-tabs", panels.person_tab)
