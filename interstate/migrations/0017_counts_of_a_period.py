"""What was sent in a period is counted from its index alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index in the place of another."""

    dependencies = [("interstate", "0016_before_supervision_ends")]

    operations = [
        migrations.RemoveIndex(model_name="activity", name="activity_sent_when"),
        migrations.AddIndex(
            model_name="activity",
            index=models.Index(
                condition=models.Q(("sent_at__isnull", False)),
                fields=["sent_at"],
                include=["kind", "side", "author", "case"],
                name="activity_sent_of_a_period",
            ),
        ),
    ]
