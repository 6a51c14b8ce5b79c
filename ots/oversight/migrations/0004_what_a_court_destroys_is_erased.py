"""What was said to be wrong loses its words, and nothing else, while a court's order is carried out."""

from typing import Final

from django.db import migrations

# Each table with what its row is afterwards.
ERASED: Final = {
    "oversight_concern": '{"words": "These words were erased.", "address": ""}',
    "oversight_concernstep": '{"words": "These words were erased."}',
}


def _may_be_erased(table: str, erased: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"""
        DROP TRIGGER keep_row ON {table};
        CREATE TRIGGER keep_row BEFORE UPDATE ON {table} FOR EACH ROW
            WHEN (NOT (
                destroyed_by_order() AND to_jsonb(NEW) = to_jsonb(OLD) || '{erased}'::jsonb
            ))
            EXECUTE FUNCTION keep_row();
        CREATE TRIGGER keep_row_there BEFORE DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION keep_row();
        """,
        f"""
        DROP TRIGGER keep_row ON {table};
        DROP TRIGGER keep_row_there ON {table};
        CREATE TRIGGER keep_row BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION keep_row();
        """,
    )


class Migration(migrations.Migration):
    """The guards of both tables know of orders to destroy."""

    dependencies = [
        ("oversight", "0003_what_is_wrong_is_told"),
        ("offenders", "0010_facts_are_compared_as_stored"),
    ]

    operations = [_may_be_erased(table, erased) for table, erased in ERASED.items()]
