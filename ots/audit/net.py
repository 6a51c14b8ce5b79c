"""Which tables the net watches: all whose rows django-auditlog records, whoever changes them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from auditlog.registry import auditlog
from django.db import connections, models

# What changes without a decision of anybody: when a user last signed in is an event of its own.
NOT_A_CHANGE: Final[dict[str, tuple[str, ...]]] = {"access.user": ("last_login",)}

_PREFIX = "net_"
_TRIGGERS = {
    "insert": "AFTER INSERT ON {table} REFERENCING NEW TABLE AS changed",
    "update": "AFTER UPDATE ON {table} REFERENCING NEW TABLE AS changed OLD TABLE AS previous",
    "delete": "AFTER DELETE ON {table} REFERENCING OLD TABLE AS changed",
    "truncate": "AFTER TRUNCATE ON {table}",
}


@dataclass(frozen=True, slots=True)
class Watched:
    """A table with the columns that name a row and its person."""

    table: str
    app_label: str
    model: str
    key: str
    person: str
    ignored: tuple[str, ...]


def watched_tables() -> list[Watched]:
    """List the tables that are watched, with the tables that link them many to many."""
    found = {model._meta.db_table: _watched(model) for model in _models()}
    return [found[table] for table in sorted(found)]


def unwatched_tables(using: str = "default") -> list[str]:
    """List the tables that should be watched and are not."""
    standing = _standing(using)
    return [each.table for each in watched_tables() if not standing.get(each.table)]


def watch_tables(*, using: str = "default", **_: object) -> None:
    """Watch every table that is not watched yet; called after each migration."""
    standing = _standing(using)
    with connections[using].cursor() as cursor:
        for each in watched_tables():
            if not standing.get(each.table, True):
                for statement in _statements(each):
                    cursor.execute(statement)


def _standing(using: str) -> dict[str, bool]:
    """Return for each table that exists whether all of its triggers are there."""
    with connections[using].cursor() as cursor:
        cursor.execute(
            "SELECT relname, count(tgname) FROM pg_class"
            " LEFT JOIN pg_trigger ON tgrelid = pg_class.oid AND starts_with(tgname, %s)"
            " WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace GROUP BY 1",
            [_PREFIX],
        )
        return {table: count == len(_TRIGGERS) for table, count in cursor.fetchall()}


def _models() -> Iterator[type[models.Model]]:
    for model in auditlog.get_models():
        yield model
        for name in auditlog._registry[model]["m2m_fields"]:
            yield model._meta.get_field(name).remote_field.through


def _watched(model: type[models.Model]) -> Watched:
    meta = model._meta
    return Watched(
        table=meta.db_table,
        app_label=meta.app_label,
        model=str(meta.model_name),
        key=str(meta.pk.column) if _is_number(meta.pk) else "",
        person=_person_column(model),
        ignored=NOT_A_CHANGE.get(meta.label_lower, ()),
    )


def _is_number(column: "models.Field[object, object]") -> bool:
    target = column.target_field if isinstance(column, models.ForeignKey) else column
    return isinstance(target, models.IntegerField)


def _person_column(model: type[models.Model]) -> str:
    if model._meta.model_name == "person":
        return str(model._meta.pk.column)
    columns = {field.name: str(field.column) for field in model._meta.concrete_fields}
    return columns.get("person", "")


def _statements(each: Watched) -> Iterator[str]:
    ignored = "{" + ",".join(each.ignored) + "}"
    arguments = ", ".join(
        f"'{text}'" for text in (each.app_label, each.model, each.key, each.person, ignored)
    )
    for operation, when in _TRIGGERS.items():
        yield (
            f"CREATE OR REPLACE TRIGGER {_PREFIX}{operation} {when.format(table=each.table)}"
            f" FOR EACH STATEMENT EXECUTE FUNCTION audit_note_rows({arguments})"
        )
