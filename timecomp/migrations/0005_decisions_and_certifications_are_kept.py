"""PostgreSQL keeps decisions and certifications, and lets nobody confirm his own."""

from django.db import migrations

from ots.core.guards import append_only, guard_facts


class Migration(migrations.Migration):
    """Triggers, and the key that ties an answer to the clerk and the computation it answers."""

    dependencies = [
        ("timecomp", "0004_decisions_and_certifications"),
        ("access", "0002_fact_guard"),
    ]

    operations = [
        *guard_facts("timecomp_clerkdecision"),
        *append_only("timecomp_certification"),
        migrations.RunSQL(
            """
            ALTER TABLE timecomp_certification ADD CONSTRAINT answer_is_to_its_certification
            FOREIGN KEY (answers_id, person_id, computation_id, first_clerk_id)
            REFERENCES timecomp_certification (id, person_id, computation_id, clerk_id)
            """,
            "ALTER TABLE timecomp_certification DROP CONSTRAINT answer_is_to_its_certification",
        ),
    ]
