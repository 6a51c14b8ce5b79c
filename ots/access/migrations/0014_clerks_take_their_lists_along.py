"""Clerks of records may export lists: a right older than their role's need of it."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ROLE = "Records and time-computation clerk"
RIGHT = "people.export"


def give(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give the right to the role where both are; a new database gets it with its roles."""
    groups = apps.get_model("auth", "Group").objects.filter(name=ROLE)
    held = apps.get_model("auth", "Permission").objects.filter(
        codename=RIGHT, content_type__app_label="access"
    )
    for group in groups:
        group.permissions.add(*held)


class Migration(migrations.Migration):
    """Data only; taken back by an administrator, not by going back."""

    dependencies = [
        ("access", "0013_trail_of_a_person_and_evidence"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
