"""What a clerk sees of a message that waits; keys of other states' systems."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Columns of both tables of messages, and the table of keys."""

    dependencies = [
        ("exchange", "0004_messages_are_kept"),
        ("interstate", "0001_cases_of_the_compact"),
    ]

    operations = [
        migrations.CreateModel(
            name="CompactKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "digest",
                    models.CharField(help_text="SHA-256 of the key.", max_length=64, unique=True),
                ),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-made_at", "-pk"],
            },
        ),
        migrations.AddField(
            model_name="compactintake",
            name="came_from",
            field=models.ForeignKey(
                blank=True,
                help_text="Whose place or key brought it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="interstate.member",
            ),
        ),
        migrations.AddField(
            model_name="compactintake",
            name="about",
            field=models.CharField(
                blank=True, help_text="The person as the other state names them.", max_length=160
            ),
        ),
        migrations.AddField(
            model_name="compactintake",
            name="kind",
            field=models.CharField(
                blank=True, help_text="Which activity it brings.", max_length=32
            ),
        ),
        migrations.AddField(
            model_name="compactmessage",
            name="refused_at",
            field=models.DateTimeField(
                blank=True,
                help_text="The other state would not take it; it goes no more.",
                null=True,
            ),
        ),
        migrations.AlterField(
            model_name="compactintake",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("taken", "Taken into its case"),
                    ("waiting", "Waits until a clerk says whose it is"),
                    ("refused", "Refused"),
                ],
                max_length=7,
            ),
        ),
        migrations.AlterField(
            model_name="compactmessage",
            name="trouble",
            field=models.CharField(blank=True, help_text="Of the last try.", max_length=600),
        ),
        migrations.AddIndex(
            model_name="compactintake",
            index=models.Index(
                condition=models.Q(("outcome", "refused")),
                fields=["received_at"],
                name="compact_intake_refused",
            ),
        ),
        migrations.AddField(
            model_name="compactkey",
            name="member",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="interstate.member",
            ),
        ),
    ]
