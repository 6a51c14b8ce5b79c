"""Django application of the exchange with other agencies."""

from importlib import import_module

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Records that come from other agencies and states, and messages that go to them."""

    name = "ots.exchange"
    label = "exchange"
    verbose_name = "Exchange"

    def ready(self) -> None:
        """Declare field categories, record every change of every row, send what is transmitted."""
        import_module("ots.exchange.protection")
        auditlog = import_module("auditlog.registry").auditlog
        for model in self.get_models():
            # Bytes of a message are kept once, in their table; of a key nothing goes elsewhere.
            without = {"CompactIntake": ["raw"], "CompactKey": ["digest"]}.get(model.__name__, [])
            auditlog.register(model, exclude_fields=without)
        panels = import_module("ots.access.panels")
        own = import_module("ots.exchange.views.panels")
        panels.register_panel("home", own.home_panel)
        panels.register_panel("compact-office", own.office_panel)
        # A place that is none stops the start, not the first message.
        import_module("ots.exchange.compact.peers").peers()
        import_module("ots.exchange.compact.sending").listen_to_the_compact()
