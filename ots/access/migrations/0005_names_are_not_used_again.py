"""A user name stays with its account for good: never changed, never free for another."""

from django.db import migrations

GUARD = """
    CREATE FUNCTION keep_user() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' THEN
            RAISE EXCEPTION 'an account is closed, never deleted: %', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        IF NEW.username IS DISTINCT FROM OLD.username THEN
            RAISE EXCEPTION 'a user name is never changed or used again: %', OLD.id
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    END $$;
    CREATE TRIGGER keep_user BEFORE UPDATE OF username OR DELETE ON access_user
        FOR EACH ROW EXECUTE FUNCTION keep_user();
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0004_sign_in")]

    operations = [
        migrations.RunSQL(
            GUARD,
            "DROP TRIGGER keep_user ON access_user; DROP FUNCTION keep_user();",
        ),
    ]
