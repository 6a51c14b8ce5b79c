"""PostgreSQL refuses to change what a message said, and to delete one."""

from django.db import migrations

KEPT = """
CREATE FUNCTION keep_compact_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a message of the compact is kept as it was: % %', TG_TABLE_NAME, OLD.id
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_compact_message_out BEFORE UPDATE ON exchange_compactmessage FOR EACH ROW
    WHEN (
        NEW.body IS DISTINCT FROM OLD.body
        OR NEW.message_id IS DISTINCT FROM OLD.message_id
        OR NEW.receiver_id IS DISTINCT FROM OLD.receiver_id
        OR NEW.case_id IS DISTINCT FROM OLD.case_id
        OR (OLD.delivered_at IS NOT NULL AND NEW.delivered_at IS DISTINCT FROM OLD.delivered_at)
    )
    EXECUTE FUNCTION keep_compact_message();
CREATE TRIGGER keep_compact_message_in BEFORE UPDATE ON exchange_compactintake FOR EACH ROW
    WHEN (
        OLD.outcome = 'taken'
        OR NEW.raw IS DISTINCT FROM OLD.raw
        OR NEW.digest IS DISTINCT FROM OLD.digest
        OR NEW.message_id IS DISTINCT FROM OLD.message_id
        OR NEW.received_at IS DISTINCT FROM OLD.received_at
    )
    EXECUTE FUNCTION keep_compact_message();
CREATE TRIGGER keep_compact_message_there BEFORE DELETE ON exchange_compactmessage FOR EACH ROW
    EXECUTE FUNCTION keep_compact_message();
CREATE TRIGGER keep_compact_message_there BEFORE DELETE ON exchange_compactintake FOR EACH ROW
    EXECUTE FUNCTION keep_compact_message();
"""
NO_LONGER = """
DROP TRIGGER keep_compact_message_out ON exchange_compactmessage;
DROP TRIGGER keep_compact_message_there ON exchange_compactmessage;
DROP TRIGGER keep_compact_message_in ON exchange_compactintake;
DROP TRIGGER keep_compact_message_there ON exchange_compactintake;
DROP FUNCTION keep_compact_message();
"""


class Migration(migrations.Migration):
    """Triggers on both tables."""

    dependencies = [("exchange", "0003_messages_of_the_compact")]

    operations = [migrations.RunSQL(KEPT, NO_LONGER)]
