"""PostgreSQL lets facts go while a court's order to destroy is carried out, and never else."""

from django.db import migrations

KEEP = """
CREATE OR REPLACE FUNCTION keep_fact() RETURNS trigger LANGUAGE plpgsql AS $$
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
    IF to_jsonb(OLD) - 'superseded_at' IS DISTINCT FROM to_jsonb(NEW) - 'superseded_at'
       OR OLD.superseded_at IS NOT NULL THEN
        RAISE EXCEPTION 'a recorded fact is never changed, record a correction: % %',
            TG_TABLE_NAME, OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END $$;
"""
BEFORE = """
CREATE OR REPLACE FUNCTION keep_fact() RETURNS trigger LANGUAGE plpgsql AS $$
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
DROP FUNCTION destroyed_by_order();
"""
BY_ORDER = """
CREATE FUNCTION destroyed_by_order() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM offenders_sealorder
        WHERE action = 'expunge'
          AND id::text = nullif(current_setting('ots.destroyed_by', true), '')
    )
$$;
"""


class Migration(migrations.Migration):
    """Teach the guard of facts about orders to destroy."""

    dependencies = [("offenders", "0006_closures_are_kept")]

    operations = [migrations.RunSQL(BY_ORDER + KEEP, BEFORE)]
