"""The guard of facts compares rows as they are stored.

Both rows as JSON took most of the time of writing a night's computations, whose columns are long.
"""

from importlib import import_module

from django.db import migrations

KEEP = """
CREATE OR REPLACE FUNCTION keep_fact() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stood boolean;
BEGIN
    IF TG_OP = 'DELETE' AND destroyed_by_order() THEN
        RETURN OLD;
    END IF;
    IF TG_TABLE_NAME = 'offenders_sealorder' AND TG_OP = 'UPDATE' AND destroyed_by_order()
       AND to_jsonb(OLD) - 'destroyed' = to_jsonb(NEW) - 'destroyed'
       AND OLD.id::text = current_setting('ots.destroyed_by', true) THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a recorded fact is never deleted: % %', TG_TABLE_NAME, OLD.id
            USING ERRCODE = 'restrict_violation';
    END IF;
    stood := OLD.superseded_at IS NULL;
    OLD.superseded_at := NEW.superseded_at;
    IF NOT stood OR OLD *<> NEW THEN
        RAISE EXCEPTION 'a recorded fact is never changed, record a correction: % %',
            TG_TABLE_NAME, OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""
BEFORE: str = import_module("offenders.migrations.0007_facts_go_by_order_alone").KEEP


class Migration(migrations.Migration):
    """Replace the function; the triggers stay as they are."""

    dependencies = [("offenders", "0009_orders_on_time_are_kept")]

    operations = [migrations.RunSQL(KEEP, BEFORE)]
