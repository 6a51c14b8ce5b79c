"""What each version of the law book said is kept, so that old computations can be replayed."""

from django.db import migrations, models

from ots.core.guards import append_only


class Migration(migrations.Migration):
    """The table of law versions; PostgreSQL refuses to change or delete one."""

    dependencies = [
        ("timecomp", "0007_impact_runs"),
        ("access", "0002_fact_guard"),
    ]

    operations = [
        migrations.CreateModel(
            name="LawVersion",
            fields=[
                (
                    "version",
                    models.CharField(max_length=32, primary_key=True, serialize=False),
                ),
                ("first_seen_at", models.DateTimeField(auto_now_add=True)),
                (
                    "parameters",
                    models.JSONField(help_text="Every parameter with its dated values."),
                ),
                ("rules", models.JSONField(help_text="The fingerprint of each rule's text.")),
                (
                    "files",
                    models.JSONField(
                        help_text="The fingerprint of the text around the rules, by file."
                    ),
                ),
            ],
            options={"ordering": ["-first_seen_at", "version"]},
        ),
        *append_only("timecomp_lawversion"),
    ]
