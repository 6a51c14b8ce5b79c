"""Django application of the interstate compact."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class InterstateConfig(AppConfig):
    """Transfers of supervision between the members of the compact."""

    name = "interstate"
    verbose_name = "Interstate compact"

    def ready(self) -> None:
        """Declare who reaches and sees what, record every change, know the members."""
        import_module("interstate.protection")
        import_module("interstate.reach")
        import_module("interstate.admin")
        post_migrate.connect(import_module("interstate.first_rows").create_missing, sender=self)
        import_module("interstate.services.listening").listen_to_cases()
        import_module("interstate.services.standards").listen_to_cases()
        going = import_module("interstate.services.destroying").rows_that_go
        import_module("offenders.services.destruction").destroy_along(going)
        panels = import_module("ots.access.panels")
        panels.register_panel("person-tabs", import_module("interstate.views.panels").person_tab)
        auditlog = import_module("auditlog.registry").auditlog
        for model in self.get_models():
            # A row's columns are recorded, not what other tables say of it; a document's content
            # is kept once, in its table.
            without = [each.name for each in model._meta.related_objects]
            without += ["content"] if model.__name__ == "Attachment" else []
            auditlog.register(model, exclude_fields=without)
