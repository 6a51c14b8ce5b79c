"""The rule by which a closure notice is called to mind before supervision ends."""

from datetime import date

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

ROW = {
    "key": "CCN_DUE",
    "anchor": "due",
    "days": -30,
    "unit": "calendar days",
    "to": "agent",
    "since": date(2014, 3, 1),
}


def add(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Add it where the rules of closure notices stand; a new installation begins with it."""
    rules = apps.get_model("interstate", "ReminderRule")
    if rules.objects.filter(key=ROW["key"], to=ROW["to"]).exists():
        said = {"citation": "ICOTS e-mail notifications", "standing": "verified"}
        rules.objects.get_or_create(**ROW, defaults=said)


def remove(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Take it away again."""
    apps.get_model("interstate", "ReminderRule").objects.filter(**ROW).delete()


class Migration(migrations.Migration):
    """One row."""

    dependencies = [("interstate", "0015_how_long_a_message_is_said")]

    operations = [migrations.RunPython(add, remove)]
