"""What was read of a count goes with it when a court orders it destroyed, and never otherwise."""

from django.db import migrations

KEEP = """
CREATE FUNCTION keep_reading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND destroyed_by_order() THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER keep_row ON quality_comparison;
CREATE TRIGGER keep_row BEFORE UPDATE OR DELETE ON quality_comparison
    FOR EACH ROW EXECUTE FUNCTION keep_reading();
"""
BEFORE = """
DROP TRIGGER keep_row ON quality_comparison;
CREATE TRIGGER keep_row BEFORE UPDATE OR DELETE ON quality_comparison
    FOR EACH ROW EXECUTE FUNCTION keep_row();
DROP FUNCTION keep_reading();
"""


class Migration(migrations.Migration):
    """The guard of readings knows of orders to destroy."""

    dependencies = [
        ("quality", "0001_samples_and_findings"),
        ("offenders", "0010_facts_are_compared_as_stored"),
    ]

    operations = [migrations.RunSQL(KEEP, BEFORE)]
