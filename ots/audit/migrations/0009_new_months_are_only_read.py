"""A month made by the site is the owner's: whoever else got rights on it may only read it."""

from django.db import migrations

_BEFORE = """
    CREATE OR REPLACE FUNCTION audit_make_part(month date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
        first date := date_trunc('month', month);
        part text := 'audit_auditentry_' || to_char(first, '"y"YYYY"m"MM');
        {variables}
    BEGIN
        IF to_regclass(part) IS NOT NULL THEN
            RETURN false;
        END IF;
        EXECUTE format(
            'CREATE TABLE %I PARTITION OF audit_auditentry FOR VALUES FROM (%L) TO (%L)',
            part, first::timestamp AT TIME ZONE 'UTC',
            (first + interval '1 month')::timestamp AT TIME ZONE 'UTC');
        EXECUTE format(
            'CREATE TRIGGER keep_table BEFORE TRUNCATE ON %I EXECUTE FUNCTION keep_row()', part);
        {rights}
        RETURN true;
    END $$;
"""
# Rights that new tables are given by default would let a role change entries past the trail.
_RIGHTS = """
        FOR given IN
            SELECT DISTINCT acl.grantee::regrole::text
            FROM pg_class, aclexplode(relacl) AS acl
            WHERE pg_class.oid = to_regclass(part)
              AND acl.grantee NOT IN (0, relowner)
        LOOP
            EXECUTE format('REVOKE ALL ON %I FROM %s', part, given);
            EXECUTE format('GRANT SELECT ON %I TO %s', part, given);
        END LOOP;
"""


class Migration(migrations.Migration):
    """The function that makes a month takes back what its table was given."""

    dependencies = [("audit", "0008_data_files_are_a_medium")]

    operations = [
        migrations.RunSQL(
            _BEFORE.format(variables="given text;", rights=_RIGHTS),
            _BEFORE.format(variables="", rights=""),
        )
    ]
