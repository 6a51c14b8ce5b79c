"""Django application of time computation."""

from importlib import import_module

from django.apps import AppConfig


class TimecompConfig(AppConfig):
    """Time computation."""

    name = "timecomp"
    verbose_name = "Time computation"

    def ready(self) -> None:
        """Declare field categories, record changes, listen for what moves dates, fill panels."""
        import_module("timecomp.protection")
        auditlog = import_module("auditlog.registry").auditlog
        for name in (
            "Certification",
            "ClerkDecision",
            "Computation",
            "ComputationException",
            "NightlyRun",
        ):
            auditlog.register(self.get_model(name))
        import_module("timecomp.services.requests").listen_to_the_record()
        destroying = import_module("timecomp.services.destroying")
        destruction = import_module("offenders.services.destruction")
        destruction.destroy_along(destroying.rows_that_go)
        destruction.erase_along("computations erased", destroying.erase_computations)
        panels = import_module("timecomp.views.panels")
        registry = import_module("ots.access.panels")
        registry.register_panel("home", panels.home_panel)
        registry.register_panel("home", panels.try_panel)
        registry.register_panel("person-summary", panels.dates_panel)
        registry.register_panel("person-tabs", panels.person_tab)
        registry.register_panel("sentence-dates", panels.sentence_panel)
