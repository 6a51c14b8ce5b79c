"""The trail is cut by month; PostgreSQL itself stamps each entry and refuses to empty the table.

``keep_row`` and the stamp are triggers of the whole table, which its parts inherit. A trigger
against TRUNCATE is not inherited, so each part gets its own when it is made.
"""

from django.db import migrations, models

from ots.audit.canonical import expression

INDEXES = """
    CREATE INDEX audit_by_time ON audit_auditentry ("timestamp" DESC, id DESC);
    CREATE INDEX audit_by_person ON audit_auditentry (person_id, "timestamp" DESC);
    CREATE INDEX audit_by_actor ON audit_auditentry (actor_id, "timestamp" DESC);
    CREATE INDEX audit_by_event ON audit_auditentry (event, "timestamp" DESC);
    CREATE INDEX audit_by_request ON audit_auditentry (cid);
    CREATE INDEX audit_by_address ON audit_auditentry (remote_addr, "timestamp" DESC);
    CREATE INDEX audit_by_object ON audit_auditentry (object_pk, content_type_id);
    CREATE INDEX audit_by_people ON audit_auditentry USING gin (people);
    CREATE INDEX audit_by_terms ON audit_auditentry USING gin (terms);
"""

LINKS = """
    ALTER TABLE audit_auditentry
        ADD CONSTRAINT audit_entry_actor FOREIGN KEY (actor_id)
            REFERENCES access_user (id) DEFERRABLE INITIALLY DEFERRED,
        ADD CONSTRAINT audit_entry_content_type FOREIGN KEY (content_type_id)
            REFERENCES django_content_type (id) DEFERRABLE INITIALLY DEFERRED;
"""

MAKE_PART = """
    CREATE FUNCTION audit_make_part(month date) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
        first date := date_trunc('month', month);
        part text := 'audit_auditentry_' || to_char(first, '"y"YYYY"m"MM');
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
        RETURN true;
    END $$;
"""

STAMP = f"""
    CREATE FUNCTION audit_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF NEW."timestamp" NOT BETWEEN clock_timestamp() - interval '1 day'
                               AND clock_timestamp() + interval '1 day' THEN
            RAISE EXCEPTION 'an entry of the trail is dated when it is made, not %',
                NEW."timestamp" USING ERRCODE = 'check_violation';
        END IF;
        NEW.transaction_id := pg_current_xact_id()::text::bigint;
        NEW.database_user := session_user;
        NEW.digest := sha256(convert_to({expression("NEW")}, 'UTF8'));
        RETURN NEW;
    END $$;
    CREATE TRIGGER stamp BEFORE INSERT ON audit_auditentry
        FOR EACH ROW EXECUTE FUNCTION audit_stamp();
    CREATE TRIGGER keep_row BEFORE UPDATE OR DELETE ON audit_auditentry
        FOR EACH ROW EXECUTE FUNCTION keep_row();
    CREATE TRIGGER keep_table BEFORE TRUNCATE ON audit_auditentry EXECUTE FUNCTION keep_row();
    CREATE TRIGGER keep_table BEFORE TRUNCATE ON audit_auditentry_other EXECUTE FUNCTION keep_row();
"""

BY_MONTH = f"""
    ALTER TABLE audit_auditentry RENAME TO audit_whole;
    CREATE SEQUENCE audit_entry_number;
    CREATE TABLE audit_auditentry
        (LIKE audit_whole INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)
        PARTITION BY RANGE ("timestamp");
    ALTER TABLE audit_auditentry ADD PRIMARY KEY (id, "timestamp");
    ALTER TABLE audit_auditentry ALTER COLUMN id SET DEFAULT nextval('audit_entry_number');
    ALTER SEQUENCE audit_entry_number OWNED BY audit_auditentry.id;
    CREATE TABLE audit_auditentry_other PARTITION OF audit_auditentry DEFAULT;
    {MAKE_PART}
    SELECT audit_make_part(month::date) FROM generate_series(
        date_trunc('month', (SELECT coalesce(min("timestamp"), now()) FROM audit_whole)),
        now() + interval '3 months', interval '1 month') AS month;
    INSERT INTO audit_auditentry SELECT * FROM audit_whole;
    SELECT setval('audit_entry_number', greatest((SELECT max(id) FROM audit_whole), 1),
                  EXISTS (SELECT FROM audit_whole));
    DROP TABLE audit_whole;
    UPDATE audit_auditentry AS entry
        SET digest = sha256(convert_to({expression("entry")}, 'UTF8'));
    SET CONSTRAINTS ALL IMMEDIATE;
    {INDEXES}
    CREATE INDEX audit_to_seal ON audit_auditentry (transaction_id, id);
    {LINKS}
    {STAMP}
"""  # noqa: S608  own names

WHOLE = f"""
    ALTER TABLE audit_auditentry RENAME TO audit_parts;
    CREATE TABLE audit_auditentry
        (LIKE audit_parts INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE);
    INSERT INTO audit_auditentry SELECT * FROM audit_parts;
    ALTER SEQUENCE audit_entry_number OWNED BY audit_auditentry.id;
    DROP TABLE audit_parts;
    ALTER TABLE audit_auditentry ADD PRIMARY KEY (id);
    {INDEXES}
    {LINKS}
    CREATE TRIGGER keep_row BEFORE UPDATE OR DELETE ON audit_auditentry
        FOR EACH ROW EXECUTE FUNCTION keep_row();
    DROP FUNCTION audit_stamp();
    DROP FUNCTION audit_make_part(date);
"""  # noqa: S608  own names


class Migration(migrations.Migration):
    """One entry, one month, one stamp."""

    dependencies = [("audit", "0004_entries_say_why")]

    operations = [
        migrations.AddField(
            "auditentry",
            "database_user",
            models.CharField(
                max_length=63,
                blank=True,
                editable=False,
                help_text="The role of the database that wrote the entry; set by the database.",
            ),
        ),
        migrations.AddField(
            "auditentry",
            "transaction_id",
            models.BigIntegerField(
                default=0, editable=False, help_text="The transaction; set by the database."
            ),
        ),
        migrations.AddField(
            "auditentry",
            "digest",
            models.BinaryField(
                null=True, help_text="Hash of all other columns; set by the database."
            ),
        ),
        migrations.RunSQL(BY_MONTH, WHOLE),
    ]
