"""Rights that are older than the need of the roles that start with them today."""

from typing import Final

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

GIVEN: Final = {
    "Parole board member": "change.supervision",
    "Victim services": "change.victim",
    "Compact office": "view.staff",
    "Records and time-computation clerk": "quality.view",
}


def give(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give each right to its role where both are; a new database gets it with its roles."""
    groups, rights = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for role, right in GIVEN.items():
        held = rights.objects.filter(codename=right, content_type__app_label="access")
        for group in groups.objects.filter(name=role):
            group.permissions.add(*held)


class Migration(migrations.Migration):
    """Data only; taken back by an administrator, not by going back."""

    dependencies = [
        ("access", "0021_rights_of_supervision_and_the_compact"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(give, migrations.RunPython.noop)]
