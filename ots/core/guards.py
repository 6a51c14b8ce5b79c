"""Migration operations by which PostgreSQL itself keeps history from being rewritten."""

from django.db.migrations import RunSQL

FACT_FUNCTION = RunSQL(
    """
    CREATE FUNCTION keep_fact() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            RAISE EXCEPTION 'a recorded fact is never deleted: % %', TG_TABLE_NAME, OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        IF to_jsonb(OLD) - 'superseded_at' IS DISTINCT FROM to_jsonb(NEW) - 'superseded_at'
           OR OLD.superseded_at IS NOT NULL THEN
            RAISE EXCEPTION 'a recorded fact is never changed, record a correction: % %',
                TG_TABLE_NAME, OLD.id USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$;
    CREATE FUNCTION keep_row() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END $$;
    """,
    "DROP FUNCTION keep_fact(); DROP FUNCTION keep_row();",
)


def guard_facts(*tables: str) -> list[RunSQL]:
    """Refuse UPDATE and DELETE on tables of facts; only ``superseded_at`` may be set, once."""
    return [_trigger(table, "keep_fact") for table in tables]


def append_only(*tables: str) -> list[RunSQL]:
    """Refuse every UPDATE and DELETE on the tables."""
    return [_trigger(table, "keep_row") for table in tables]


def _trigger(table: str, function: str) -> RunSQL:
    return RunSQL(
        f"CREATE TRIGGER {function} BEFORE UPDATE OR DELETE ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {function}();",
        f"DROP TRIGGER {function} ON {table};",
    )


def never_emptied(*tables: str) -> list[RunSQL]:
    """Refuse TRUNCATE on the tables."""
    return [
        RunSQL(
            f"CREATE TRIGGER keep_table BEFORE TRUNCATE ON {table} EXECUTE FUNCTION keep_row();",
            f"DROP TRIGGER keep_table ON {table};",
        )
        for table in tables
    ]
