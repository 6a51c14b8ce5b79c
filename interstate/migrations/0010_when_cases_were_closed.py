"""Which cases were closed lately is found by an index: how long another state reads them asks it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index."""

    dependencies = [("interstate", "0009_a_request_is_copied")]

    operations = [
        migrations.AddIndex(
            model_name="compactevent",
            index=models.Index(
                condition=models.Q(("type", "case_closure_reply")),
                fields=["happened_at", "case"],
                name="compact_closed_when",
            ),
        )
    ]
