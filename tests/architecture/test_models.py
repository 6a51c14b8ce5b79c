"""Tables: links point down, facts are kept, migrations are named by what they do."""

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models

from ots.access.models import Fact

# From the ground up; an app's tables link to its own and to those before it.
LAYERS = (
    "contenttypes",
    "auth",
    "audit",
    "access",
    "offenders",
    "timecomp",
    "supervision",
    "interstate",
    "exchange",
    "oversight",
    "quality",
)
# Links that point up, each with its reason.
UPWARD = {
    "audit.AuditEntry.actor": "the trail names the user; Django's own setting says which table",
    "audit.Disclosure.disclosed_by": "who let it out; as above",
}


def our_models():
    return [model for model in apps.get_models() if model._meta.app_label in LAYERS]


def links():
    return [
        (model, column)
        for model in our_models()
        for column in [*model._meta.local_fields, *model._meta.local_many_to_many]
        if isinstance(column, models.ForeignKey | models.ManyToManyField)
    ]


def test_every_app_with_tables_has_its_layer():
    projects = {"ots", "offenders", "timecomp", "supervision", "interstate"}
    labels = {
        config.label
        for config in apps.get_app_configs()
        if config.name.split(".")[0] in projects and list(config.get_models())
    }
    assert labels <= set(LAYERS)


def test_every_link_points_down():
    upward = {
        f"{model._meta.label}.{column.name}"
        for model, column in links()
        if LAYERS.index(column.related_model._meta.app_label) > LAYERS.index(model._meta.app_label)
    }
    assert upward == UPWARD.keys()


# Rows that may go with the row they belong to, each with its reason.
CASCADING = {
    "offenders.NameKey.name": "computed from the name",
    "offenders.NameKey.person": "computed from the name",
    "timecomp.NightlyChunk.run": "how far a run has come",
    "timecomp.RecomputationRequest.person": "a wish, done and forgotten",
}


def test_no_row_takes_others_with_it_when_it_is_deleted():
    cascading = {
        f"{model._meta.label}.{column.name}"
        for model, column in links()
        if isinstance(column, models.ForeignKey)
        and column.remote_field.on_delete is models.CASCADE
        and not model.__name__.endswith("ObjectPermission")  # a grant goes with what it is on
        and model._meta.app_label not in {"auth", "contenttypes", "audit"}
    }
    assert cascading == CASCADING.keys()


def fact_tables():
    found, waiting = [], [Fact]
    while waiting:
        subclasses = waiting.pop().__subclasses__()
        waiting += subclasses
        found += [model._meta.db_table for model in subclasses if not model._meta.abstract]
    return sorted(found)


def triggers_of(table):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND tgenabled <> 'D'",
            [table],
        )
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.parametrize("table", fact_tables())
def test_the_database_keeps_every_fact(table, db):
    assert "keep_fact" in triggers_of(table)


@pytest.mark.parametrize("table", ["audit_auditentry", "offenders_consecutivelink"])
def test_the_database_keeps_every_row(table, db):
    assert "keep_row" in triggers_of(table)


def test_no_change_of_a_table_waits_for_its_migration(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def migrations():
    root = Path(__file__).parents[2]
    return sorted(
        path
        for app in apps.get_app_configs()
        if root in Path(app.path).parents and ".venv" not in app.path
        for path in Path(app.path).glob("migrations/[0-9]*.py")
    )


@pytest.mark.parametrize("path", migrations(), ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_every_migration_is_named_by_what_it_does(path):
    assert not re.search(r"_(auto|initial|alter_\w+_and_more|\d{8})", path.stem)
    assert re.fullmatch(r"\d{4}_[a-z]+(_[a-z0-9]+)+", path.stem)
