"""What terms of supervision said of their level becomes the person's history of levels."""

from django.db import migrations

# A person has one level at a time: a term's level ends where the next term begins.
COPY = """
    INSERT INTO supervision_levelperiod
        (person_id, level, basis, began_on, ended_on, recorded_at, recorded_by_id, reason, source)
    SELECT person_id, level, 'default', began_on, until, recorded_at, recorded_by_id, '',
           'Level of the term'
    FROM (
        SELECT *, least(ended_on, lead(began_on) OVER (
            PARTITION BY person_id ORDER BY began_on, id)) AS until
        FROM supervision_supervisionperiod
        WHERE superseded_at IS NULL AND level <> 'unassigned'
    ) AS terms
    WHERE until IS NULL OR until > began_on
"""


class Migration(migrations.Migration):
    """Data only; going back leaves the terms without a level."""

    dependencies = [("supervision", "0005_levels_have_a_history")]

    operations = [migrations.RunSQL(COPY, migrations.RunSQL.noop)]
