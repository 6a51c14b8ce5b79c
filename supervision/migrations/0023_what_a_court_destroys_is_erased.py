"""Rows that name a case lose it, and nothing else, while a court's order to destroy is carried out."""

from typing import Final

from django.db import migrations

# Each table with what its row is without the case.
ERASED: Final = {
    "supervision_conditionterms": (
        '{"case_id": null, "order_number": "", "details": {}, "victim_details": {},'
        ' "why_this_person": ""}'
    ),
    "supervision_debt": '{"case_id": null, "description": ""}',
    "supervision_proceedingstep": '{"warrant_id": null, "custody_id": null, "note": ""}',
}


def _may_be_erased(table: str, erased: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"""
        DROP TRIGGER keep_fact ON {table};
        CREATE TRIGGER keep_fact BEFORE UPDATE ON {table} FOR EACH ROW
            WHEN (NOT (
                destroyed_by_order() AND to_jsonb(NEW) - 'superseded_at'
                    = (to_jsonb(OLD) - 'superseded_at') || '{erased}'::jsonb
            ))
            EXECUTE FUNCTION keep_fact();
        CREATE TRIGGER keep_fact_there BEFORE DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION keep_fact();
        """,
        f"""
        DROP TRIGGER keep_fact ON {table};
        DROP TRIGGER keep_fact_there ON {table};
        CREATE TRIGGER keep_fact BEFORE UPDATE OR DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION keep_fact();
        """,
    )


class Migration(migrations.Migration):
    """The guards of three tables know of orders to destroy."""

    dependencies = [
        ("supervision", "0022_lines_may_be_muted"),
        ("offenders", "0010_facts_are_compared_as_stored"),
    ]

    operations = [_may_be_erased(table, erased) for table, erased in ERASED.items()]
