"""Users of other states lose the search and the record: a compact case is what they work on."""

from typing import Final

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ROLES: Final = ("Other state's compact office", "Other state's agent")
TAKEN: Final = ("person.search", "person.view")


def take(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Take the rights from the roles where both are."""
    groups, rights = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    taken = rights.objects.filter(codename__in=TAKEN, content_type__app_label="access")
    for group in groups.objects.filter(name__in=ROLES):
        group.permissions.remove(*taken)


class Migration(migrations.Migration):
    """Data only; given again by an administrator, not by going back."""

    dependencies = [
        ("access", "0022_older_rights_of_roles"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(take, migrations.RunPython.noop)]
