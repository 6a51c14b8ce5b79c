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
            # The bytes of a message are kept once, in their table.
            without = ["raw"] if model.__name__ == "CompactIntake" else []
            auditlog.register(model, exclude_fields=without)
        # A place that is none stops the start, not the first message.
        import_module("ots.exchange.compact.peers").peers()
        import_module("ots.exchange.compact.sending").listen_to_the_compact()
