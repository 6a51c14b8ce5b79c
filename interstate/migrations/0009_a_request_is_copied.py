"""A copied request shares the stored documents; why a case stands beside others is kept."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Two columns and a constraint."""

    dependencies = [
        ("interstate", "0008_who_is_told_outside"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="attachment",
            name="same_as",
            field=models.ForeignKey(
                blank=True,
                help_text="The document whose stored content this is, in a request copied from another.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="copies",
                to="interstate.attachment",
            ),
        ),
        migrations.AddField(
            model_name="compactcase",
            name="opened_despite",
            field=models.TextField(
                blank=True, help_text="Why it was opened beside cases or people found alike."
            ),
        ),
        migrations.AlterField(
            model_name="attachment",
            name="content",
            field=models.BinaryField(blank=True, default=b""),
        ),
        migrations.AddConstraint(
            model_name="attachment",
            constraint=models.CheckConstraint(
                condition=models.Q(("same_as__isnull", True), ("content", b""), _connector="OR"),
                name="content_is_stored_once",
            ),
        ),
    ]
