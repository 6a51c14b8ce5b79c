"""A form sent twice is carried out once."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """The tokens of forms that were sent."""

    dependencies = [("offenders", "0003_names_can_be_searched")]

    operations = [
        migrations.CreateModel(
            name="Submission",
            fields=[
                ("token", models.UUIDField(primary_key=True, serialize=False)),
                ("event", models.CharField(help_text="What the form was for.", max_length=40)),
                (
                    "result_id",
                    models.BigIntegerField(
                        blank=True, help_text="Key of the record that came of it.", null=True
                    ),
                ),
                ("sent_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "indexes": [models.Index(fields=["sent_at"], name="submission_by_age")],
            },
        ),
    ]
