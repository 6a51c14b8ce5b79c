"""Django application of community supervision."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate

# Follows from facts that are recorded themselves; decisions about it are events of their own.
DERIVED = frozenset({"DuressWord", "Eligibility", "Obligation", "OutgoingMessage"})

# What the person's timeline shows, the home page and the record's pages, in their order.
TIMELINES = (
    "timeline",
    "timeline_conditions",
    "timeline_recommendations",
    "timeline_risk",
    "timeline_services",
    "timeline_violations",
)
PANELS = (
    ("person-side", "panels", "supervision_panel"),
    ("person-tabs", "panels", "person_tab"),
    ("home", "list_panels", "lists_panel"),
    ("person-tabs", "list_panels", "victims_tab"),
)
# Catalogues whose missing rows are made after each migration.
FIRST_ROWS = (
    ("first_rows", "create_missing"),
    ("services.first_standards", "create_missing"),
    ("services.catalogues", "create_missing_level_rules"),
    ("services.catalogues", "create_missing_templates"),
    ("services.risk_catalogues", "create_missing_risk_tables"),
    ("services.contact_codes", "create_missing_contact_codes"),
    ("services.list_rows", "create_missing_list_rows"),
    ("services.first_services", "create_missing"),
)


class SupervisionConfig(AppConfig):
    """Community supervision."""

    name = "supervision"
    verbose_name = "Supervision"

    def ready(self) -> None:
        """Declare field categories, record every change, add to timeline, status and pages."""
        import_module("supervision.protection")
        import_module("supervision.reach")
        self._add_to_timeline()
        self._add_to_status()
        self._add_to_pages()
        self._load_first_rows()
        import_module("supervision.services.obligations.listening").listen_to_the_record()
        import_module("supervision.services.listening").listen_to_the_record()
        import_module("supervision.admin")
        self._erase_what_a_court_destroys()
        auditlog = import_module("auditlog.registry").auditlog
        for model in self.get_models():
            if model.__name__ not in DERIVED:
                auditlog.register(model)

    def _erase_what_a_court_destroys(self) -> None:
        destroying = import_module("supervision.services.destroying")
        destruction = import_module("offenders.services.destruction")
        destruction.erase_along("conditions erased", destroying.erase_conditions)
        destruction.erase_along("debts erased", destroying.erase_debts)
        destruction.erase_along("steps of proceedings erased", destroying.erase_steps)

    def _add_to_timeline(self) -> None:
        timeline = import_module("offenders.selectors.timeline")
        for name in TIMELINES:
            for source in import_module(f"supervision.selectors.{name}").SOURCES:
                timeline.show_on_timeline(source)

    def _add_to_status(self) -> None:
        standing = import_module("supervision.selectors.standing")
        status = import_module("offenders.services.status")
        status.status_follows_from(standing.standing_from_supervision)
        absconding = import_module("supervision.services.absconding")
        status.status_follows_from(absconding.standing_from_absconding)
        import_module("offenders.services.closing").trainees_are(standing.youthful_trainees)
        turning = import_module("offenders.services.turning_days")
        turning.status_turns_with(standing.turning_in_supervision)

    def _add_to_pages(self) -> None:
        slots = import_module("ots.access.panels")
        for slot, module, name in PANELS:
            slots.register_panel(slot, getattr(import_module(f"supervision.views.{module}"), name))

    def _load_first_rows(self) -> None:
        for module, name in FIRST_ROWS:
            create = getattr(import_module(f"supervision.{module}"), name)
            post_migrate.connect(create, sender=self)
