"""Django application of users, roles, scopes and field access."""

from importlib import import_module

from django.apps import AppConfig
from django.db.models.signals import post_migrate

RECORDED_WHOLE = (
    "AccountAttributes",
    "Agency",
    "County",
    "Course",
    "Cover",
    "EmergencyTerm",
    "IdleLimit",
    "Office",
    "OfficeGroupObjectPermission",
    "OfficeUserObjectPermission",
    "ProviderIdentity",
    "SignInProvider",
    "Region",
    "RegionGroupObjectPermission",
    "RegionUserObjectPermission",
    "RequiredTraining",
    "TrainingRecord",
)


class AccessConfig(AppConfig):
    """Who may do and see what."""

    name = "ots.access"
    label = "access"
    verbose_name = "Users and access"

    def ready(self) -> None:
        """Record changes of users, roles and offices; create the standard roles."""
        roles = import_module("ots.access.roles")
        import_module("ots.access.receivers")
        import_module("ots.access.protection")
        post_migrate.connect(roles.create_missing_roles, sender=self)
        panels = import_module("ots.access.panels")
        panels.register_panel("home", import_module("ots.access.views.training").training_panel)
        # Django calls them groups; everywhere here they are roles.
        group = import_module("django.contrib.auth.models").Group
        group._meta.verbose_name, group._meta.verbose_name_plural = "role", "roles"
        auditlog = import_module("auditlog.registry").auditlog
        for name in RECORDED_WHOLE:
            auditlog.register(self.get_model(name))
        auditlog.register(group, m2m_fields={"permissions"})
        auditlog.register(
            self.get_model("User"),
            exclude_fields=["password", "last_login"],
            m2m_fields={"groups", "user_permissions"},
        )
