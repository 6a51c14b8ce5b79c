"""How many posts of agents each office was given."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """A table of the budget's numbers."""

    dependencies = [("supervision", "0024_victims_are_told_of_transfers")]

    operations = [
        migrations.CreateModel(
            name="AuthorizedPosts",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(help_text="First day on which it counts.")),
                (
                    "until",
                    models.DateField(
                        blank=True, help_text="First day on which it no longer does.", null=True
                    ),
                ),
                ("citation", models.CharField(max_length=200)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("verified", "Read in its source"),
                            ("recalled", "Recalled, to be confirmed"),
                            ("inferred", "Inferred, to be confirmed"),
                        ],
                        help_text="How sure we are of the row.",
                        max_length=10,
                    ),
                ),
                (
                    "posts",
                    models.PositiveSmallIntegerField(help_text="Posts of agents, filled or not."),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="access.office",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "authorized posts",
                "ordering": ["office__name", "since"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=["office", "since"], name="posts_once_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="posts_end_after_they_begin",
                    ),
                ],
            },
        ),
    ]
