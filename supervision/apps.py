"""Django application of community supervision."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate

# Follows from facts that are recorded themselves; decisions about it are events of their own.
DERIVED = frozenset({"DuressWord", "Eligibility", "Obligation", "OutgoingMessage"})


class SupervisionConfig(AppConfig):
    """Community supervision."""

    name = "supervision"
    verbose_name = "Supervision"

    def ready(self) -> None:
        """Declare field categories, record every change, add to timeline, status and pages."""
        import_module("supervision.protection")
        import_module("supervision.reach")
        events = import_module("supervision.selectors.timeline")
        timeline = import_module("offenders.selectors.timeline")
        for source in events.SOURCES:
            timeline.show_on_timeline(source)
        for source in import_module("supervision.selectors.timeline_services").SOURCES:
            timeline.show_on_timeline(source)
        for source in import_module("supervision.selectors.timeline_violations").SOURCES:
            timeline.show_on_timeline(source)
        standing = import_module("supervision.selectors.standing")
        status = import_module("offenders.services.status")
        status.status_follows_from(standing.standing_from_supervision)
        import_module("offenders.services.closing").trainees_are(standing.youthful_trainees)
        turning = import_module("offenders.services.turning_days")
        turning.status_turns_with(standing.turning_in_supervision)
        panels = import_module("supervision.views.panels")
        slots = import_module("ots.access.panels")
        slots.register_panel("person-side", panels.supervision_panel)
        slots.register_panel("person-tabs", panels.person_tab)
        list_panels = import_module("supervision.views.list_panels")
        slots.register_panel("home", list_panels.lists_panel)
        slots.register_panel("person-tabs", list_panels.victims_tab)
        first_rows = import_module("supervision.first_rows")
        post_migrate.connect(first_rows.create_missing, sender=self)
        standards = import_module("supervision.services.first_standards")
        post_migrate.connect(standards.create_missing, sender=self)
        catalogues = import_module("supervision.services.catalogues")
        post_migrate.connect(catalogues.create_missing_level_rules, sender=self)
        post_migrate.connect(catalogues.create_missing_templates, sender=self)
        tables = import_module("supervision.services.risk_catalogues")
        post_migrate.connect(tables.create_missing_risk_tables, sender=self)
        codes = import_module("supervision.services.contact_codes")
        post_migrate.connect(codes.create_missing_contact_codes, sender=self)
        lists = import_module("supervision.services.list_rows")
        post_migrate.connect(lists.create_missing_list_rows, sender=self)
        services = import_module("supervision.services.first_services")
        post_migrate.connect(services.create_missing, sender=self)
        import_module("supervision.services.obligations.listening").listen_to_the_record()
        import_module("supervision.admin")
        absconding = import_module("supervision.services.absconding")
        status.status_follows_from(absconding.standing_from_absconding)
        victims = import_module("supervision.services.victim_notices")
        audit = import_module("ots.audit.services")
        for event in victims.TRIGGER_OF:
            audit.subscribe(event, victims.notices_follow)
        events_of_warrants = import_module("ots.audit.events").Event
        for event in (events_of_warrants.WARRANT_RECORDED, events_of_warrants.WARRANT_CLOSED):
            audit.subscribe(event, absconding.status_follows_warrant)
        auditlog = import_module("auditlog.registry").auditlog
        for model in self.get_models():
            if model.__name__ not in DERIVED:
                auditlog.register(model)
