"""Which office waits for what is owed stands in its row: a worklist finds it by an index."""

import django.db.models.deletion
from django.db import migrations, models

_FILL = """
    UPDATE interstate_compactobligation o
    SET awaiting_office_id = CASE o.owed_by
        WHEN 'sending' THEN c.receiving_office_id ELSE c.sending_office_id END
    FROM interstate_compactcase c
    WHERE c.id = o.case_id AND o.owed_by IN ('sending', 'receiving')
"""


class Migration(migrations.Migration):
    """One column, filled from the cases, and its index."""

    dependencies = [("interstate", "0010_when_cases_were_closed")]

    operations = [
        migrations.AddField(
            model_name="compactobligation",
            name="awaiting_office",
            field=models.ForeignKey(
                blank=True,
                help_text=(
                    "The other state's office, which waits for it; empty as the owing office is."
                ),
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="awaited",
                to="interstate.compactoffice",
            ),
        ),
        migrations.RunSQL(_FILL, migrations.RunSQL.noop),
    ]
