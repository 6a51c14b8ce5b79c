"""The compact office takes its reports along: a right older than its need of it."""

from typing import Final

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ROLE: Final = "Compact office"
RIGHT: Final = "people.export"


def give(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give the right to the role where both are; a new database gets it with its roles."""
    groups, rights = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    held = rights.objects.filter(codename=RIGHT, content_type__app_label="access")
    for group in groups.objects.filter(name=ROLE):
        group.permissions.add(*held)


class Migration(migrations.Migration):
    """Data only; taken back by an administrator, not by going back."""

    dependencies = [
        ("access", "0024_reports_of_what_is_wrong_are_answered"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
