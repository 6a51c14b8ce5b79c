"""Agents and supervisors may record whom a condition protects."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ROLES = ("Probation agent", "Parole agent", "Supervisor")
RIGHT = "change.victim"


def give(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give the right to the roles where both are; a new database gets it with its roles."""
    groups = apps.get_model("auth", "Group").objects.filter(name__in=ROLES)
    held = apps.get_model("auth", "Permission").objects.filter(
        codename=RIGHT, content_type__app_label="access"
    )
    for group in groups:
        group.permissions.add(*held)


class Migration(migrations.Migration):
    """Data only; taken back by an administrator, not by going back."""

    dependencies = [
        ("access", "0018_risk_is_assessed"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
