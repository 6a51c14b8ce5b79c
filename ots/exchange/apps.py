"""Django application of the exchange with other agencies."""

from importlib import import_module

from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    """Records that come from other agencies."""

    name = "ots.exchange"
    label = "exchange"
    verbose_name = "Exchange"

    def ready(self) -> None:
        """Declare field categories; record every change of every row."""
        import_module("ots.exchange.protection")
        auditlog = import_module("auditlog.registry").auditlog
        for model in self.get_models():
            auditlog.register(model)
