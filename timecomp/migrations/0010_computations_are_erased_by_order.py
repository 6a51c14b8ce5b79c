"""Computations lose their text, and nothing else, while a court's order to destroy is carried out."""

from django.db import migrations

KEEP = """
CREATE FUNCTION keep_computation() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    stood boolean;
    erased timecomp_computation;
BEGIN
    IF coalesce(current_setting('ots.destroyed_by', true), '') <> '' AND TG_OP = 'UPDATE'
       AND EXISTS (
           SELECT 1 FROM offenders_sealorder
           WHERE action = 'expunge' AND person_id = OLD.person_id
             AND id::text = current_setting('ots.destroyed_by', true)
       ) THEN
        erased := OLD;
        erased.facts := '{"sentences": []}';
        erased.results := '{"offender": {}, "sentences": []}';
        erased.moved := '[]';
        erased.earliest_release_date := NULL;
        erased.maximum_discharge_date := NULL;
        erased.parole_discharge_date := NULL;
        erased.controlling_minimum := '';
        erased.controlling_maximum := '';
        erased.exception_count := 0;
        IF erased *= NEW THEN
            RETURN NEW;
        END IF;
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
DROP TRIGGER keep_fact ON timecomp_computation;
CREATE TRIGGER keep_fact BEFORE UPDATE OR DELETE ON timecomp_computation
    FOR EACH ROW EXECUTE FUNCTION keep_computation();
"""
BEFORE = """
DROP TRIGGER keep_fact ON timecomp_computation;
CREATE TRIGGER keep_fact BEFORE UPDATE OR DELETE ON timecomp_computation
    FOR EACH ROW EXECUTE FUNCTION keep_fact();
DROP FUNCTION keep_computation();
"""


class Migration(migrations.Migration):
    """The guard of computations knows of orders to destroy."""

    dependencies = [
        ("timecomp", "0009_projections_are_kept"),
        ("offenders", "0010_facts_are_compared_as_stored"),
    ]

    operations = [migrations.RunSQL(KEEP, BEFORE)]
