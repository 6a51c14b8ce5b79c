"""The net below the application: rows that change without an entry of the same transaction.

A statement on a watched table notes in ``audit_pending`` how many rows it changed and which. At
the end of the transaction the notes that no entry explains become entries of their own, and all
notes go. Nothing is asked of the application, so that psql is caught as well. What the application
knows (the user, the request) it tells in the setting ``ots.who`` of its connection.
"""

from django.db import migrations

PENDING = """
    CREATE UNLOGGED TABLE audit_pending (
        transaction_id bigint NOT NULL,
        app_label text NOT NULL,
        model text NOT NULL,
        operation text NOT NULL,
        rows bigint,
        first bigint,
        last bigint,
        keys bigint[] NOT NULL,
        people bigint[] NOT NULL
    ) WITH (autovacuum_vacuum_threshold = 500, autovacuum_vacuum_scale_factor = 0);
    CREATE INDEX audit_pending_transaction ON audit_pending (transaction_id);
"""

# Arguments of the trigger: app, model, column of the key, of the person, and what does not count.
NOTE = """
    CREATE FUNCTION audit_note_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
        key text := coalesce(nullif(quote_ident(TG_ARGV[2]), '""') || '::bigint', 'NULL::bigint');
        person text := coalesce(nullif(quote_ident(TG_ARGV[3]), '""') || '::bigint', 'NULL::bigint');
        source text := 'changed';
        noted audit_pending;
    BEGIN
        IF TG_OP <> 'TRUNCATE' THEN
            SELECT count(*) INTO noted.rows FROM changed;
            IF noted.rows = 0 THEN
                RETURN NULL;
            END IF;
            IF TG_OP = 'UPDATE' AND noted.rows <= 100 THEN
                source := format(
                    '(SELECT * FROM changed AS new WHERE NOT EXISTS (SELECT FROM previous AS old'
                    ' WHERE to_jsonb(old) - %1$L::text[] = to_jsonb(new) - %1$L::text[])) AS changed',
                    TG_ARGV[4]);
            END IF;
            EXECUTE format(
                'SELECT count(*), min(%1$s), max(%1$s),'
                ' CASE WHEN count(*) <= 100 THEN array_agg(%1$s) FILTER (WHERE %1$s IS NOT NULL) END,'
                ' CASE WHEN count(*) <= 100 THEN array_agg(DISTINCT %2$s)'
                ' FILTER (WHERE %2$s IS NOT NULL) END FROM %3$s', key, person, source)
                INTO noted.rows, noted.first, noted.last, noted.keys, noted.people;
            IF noted.rows = 0 THEN
                RETURN NULL;
            END IF;
        END IF;
        INSERT INTO audit_pending VALUES (
            pg_current_xact_id()::text::bigint, TG_ARGV[0], TG_ARGV[1], TG_OP, noted.rows,
            noted.first, noted.last, coalesce(noted.keys, '{}'), coalesce(noted.people, '{}'));
        RETURN NULL;
    END $$;
"""

SETTLE = """
    CREATE FUNCTION audit_settle_rows() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DECLARE
        this bigint := pg_current_xact_id()::text::bigint;
        who jsonb := coalesce(nullif(current_setting('ots.who', true), ''), '{}')::jsonb;
    BEGIN
        IF NOT EXISTS (SELECT FROM audit_pending WHERE transaction_id = this) THEN
            RETURN NULL;
        END IF;
        INSERT INTO audit_auditentry (
            "timestamp", event, action, actor_id, content_type_id, object_pk, object_id, object_repr,
            changes_text, additional_data, cid, remote_addr, people, categories, reason, purpose,
            outcome, origin, session, second_factor, agency_id, ori, terms, sealed_terms,
            database_user, transaction_id)
        SELECT clock_timestamp(), 'ROWS_CHANGED',
            CASE operation WHEN 'INSERT' THEN 0 WHEN 'UPDATE' THEN 1 ELSE 2 END,
            (SELECT id FROM access_user WHERE id = (who ->> 'actor')::bigint), type.id, '', NULL,
            pending.app_label || '.' || pending.model, '',
            jsonb_build_object('operation', lower(operation), 'rows', rows, 'first', first,
                'last', last, 'keys', to_jsonb(keys),
                'application', current_setting('application_name')),
            who ->> 'cid', coalesce((who ->> 'address')::inet, inet_client_addr()),
            people, '{}', '', '', 'success', coalesce(who ->> 'origin', 'database'),
            coalesce(who ->> 'session', ''), coalesce(who ->> 'second_factor', ''),
            (who ->> 'agency')::bigint, coalesce(who ->> 'ori', ''), '{}', '', '', 0
        FROM (
            SELECT app_label, model, operation, sum(rows) AS rows, min(first) AS first,
                   max(last) AS last, (audit_joined(keys))[1:100] AS keys,
                   (audit_joined(people))[1:100] AS people
            FROM audit_pending WHERE transaction_id = this
            GROUP BY app_label, model, operation
        ) AS pending
        LEFT JOIN django_content_type AS known USING (app_label, model)
        CROSS JOIN LATERAL (SELECT coalesce(known.id,
            (SELECT id FROM django_content_type
             WHERE app_label = 'audit' AND model = 'auditentry')) AS id) AS type
        WHERE NOT EXISTS (
            SELECT FROM audit_auditentry AS entry
            WHERE entry.transaction_id = this AND entry.action <> 3
              AND entry.event NOT IN ('', 'ROWS_CHANGED')
              AND entry."timestamp" BETWEEN now() - interval '2 days' AND now() + interval '2 days')
          AND coalesce(pending.rows > (
            SELECT count(*) FROM audit_auditentry AS entry
            WHERE entry.transaction_id = this AND entry.content_type_id = type.id
              AND entry.action <> 3 AND entry.event = ''
              AND entry."timestamp" BETWEEN now() - interval '2 days' AND now() + interval '2 days'),
            true);
        DELETE FROM audit_pending WHERE transaction_id = this;
        RETURN NULL;
    END $$;
    CREATE CONSTRAINT TRIGGER settle AFTER INSERT ON audit_pending
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION audit_settle_rows();
"""

JOINED = """
    CREATE AGGREGATE audit_joined (anycompatiblearray) (
        SFUNC = array_cat, STYPE = anycompatiblearray, INITCOND = '{}');
"""

UNDO = """
    DO $$
    DECLARE
        found record;
    BEGIN
        FOR found IN SELECT tgname, tgrelid::regclass AS watched FROM pg_trigger
                     WHERE tgfoid = 'audit_note_rows'::regproc LOOP
            EXECUTE format('DROP TRIGGER %I ON %s', found.tgname, found.watched);
        END LOOP;
    END $$;
    DROP TABLE audit_pending;
    DROP FUNCTION audit_settle_rows();
    DROP FUNCTION audit_note_rows();
    DROP AGGREGATE audit_joined (anycompatiblearray);
"""


class Migration(migrations.Migration):
    """The tables themselves are watched after each migration, see ``ots.audit.net``."""

    dependencies = [
        ("audit", "0006_seals_archives_and_disclosures"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [migrations.RunSQL(PENDING + NOTE + JOINED + SETTLE, UNDO)]
