"""The first weights and targets; administrators add newer ones beside them."""

from datetime import date

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SINCE = date(2026, 1, 1)
PROPOSED = "Proposed for this system; replace by the state's own audit policy"
BJS = (
    "BJS and SEARCH: audits of criminal history records; voluntary standard of 95 % within 90 days"
)

WEIGHTS = {
    "last_name": 4,
    "birth_date": 4,
    "offense": 4,
    "disposition": 4,
    "disposed_on": 4,
    "sentenced_on": 4,
    "minimum": 4,
    "maximum": 4,
    "jail_credit": 4,
    "judge": 2,
    "record": 4,
}
# Measure: green, amber, days, source, standing.
TARGETS = {
    "disposition_timely": (95, 85, 30, PROPOSED, "inferred"),
    "judgment_timely": (95, 85, 7, PROPOSED, "inferred"),
    "arrest_disposed": (95, 90, None, BJS, "recalled"),
    "conviction_sentenced": (99, 95, None, PROPOSED, "inferred"),
    "birth_date_known": (99.5, 98, None, PROPOSED, "inferred"),
    "critical_accurate": (99.5, 98, None, PROPOSED, "inferred"),
    "fields_accurate": (98, 95, None, PROPOSED, "inferred"),
    "documents_found": (99, 97, None, PROPOSED, "inferred"),
}


def add(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Add each weight and target."""
    weight, target = apps.get_model("quality", "Weight"), apps.get_model("quality", "Target")
    for field, severity in WEIGHTS.items():
        weight.objects.create(
            field=field, severity=severity, since=SINCE, citation=PROPOSED, standing="inferred"
        )
    for measure, (green, amber, days, citation, standing) in TARGETS.items():
        target.objects.create(
            measure=measure,
            green=green,
            amber=amber,
            days=days,
            since=SINCE,
            citation=citation,
            standing=standing,
        )


def remove(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Take the first rows away again."""
    apps.get_model("quality", "Weight").objects.filter(since=SINCE).delete()
    apps.get_model("quality", "Target").objects.filter(since=SINCE).delete()


class Migration(migrations.Migration):
    """Data only."""

    dependencies = [("quality", "0001_samples_and_findings")]

    operations = [migrations.RunPython(add, remove)]
