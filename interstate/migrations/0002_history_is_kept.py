"""What happened is never rewritten; what was sent is not changed; cases are numbered."""

from django.db import migrations

from ots.core.guards import append_only

SENT_STAYS = """
CREATE FUNCTION keep_sent_activity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was sent is not changed, send a correction: activity %', OLD.id
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_sent_activity BEFORE UPDATE ON interstate_activity FOR EACH ROW
    WHEN (
        OLD.event_id IS NOT NULL AND (
            NEW.event_id IS DISTINCT FROM OLD.event_id
            OR NEW.sent_at IS DISTINCT FROM OLD.sent_at
            OR (NEW.content IS DISTINCT FROM OLD.content AND OLD.status <> 'sent_back')
        )
    )
    EXECUTE FUNCTION keep_sent_activity();
"""
NO_LONGER = """
DROP TRIGGER keep_sent_activity ON interstate_activity; DROP FUNCTION keep_sent_activity();
"""


class Migration(migrations.Migration):
    """Triggers and a sequence."""

    dependencies = [("interstate", "0001_cases_of_the_compact"), ("access", "0002_fact_guard")]

    operations = [
        *append_only("interstate_compactevent", "interstate_activitystep", "interstate_attachment"),
        migrations.RunSQL(SENT_STAYS, NO_LONGER),
        migrations.RunSQL(
            "CREATE SEQUENCE interstate_case_number", "DROP SEQUENCE interstate_case_number"
        ),
    ]
