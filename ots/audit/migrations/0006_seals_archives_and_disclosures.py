"""Seals of the trail, archives of its months, and what left the system."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import append_only, never_emptied


class Migration(migrations.Migration):
    """Seals and archives prove the trail; disclosures tell what left."""

    dependencies = [
        ("audit", "0005_entries_by_month"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="AuditArchive",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("month", models.DateField()),
                ("entries", models.PositiveBigIntegerField()),
                (
                    "run_starts",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                (
                    "run_ends",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                ("file_name", models.CharField(max_length=120)),
                ("file_digest", models.CharField(max_length=64)),
                ("archived_at", models.DateTimeField()),
                ("signature", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ["month"],
            },
        ),
        migrations.CreateModel(
            name="AuditSeal",
            fields=[
                ("number", models.BigIntegerField(primary_key=True, serialize=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("minute", "As every minute"),
                            ("recovery", "After the database was restored"),
                        ],
                        default="minute",
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True, help_text="Why, where it was made by hand.")),
                (
                    "text_format",
                    models.PositiveSmallIntegerField(help_text="How an entry was written as text."),
                ),
                (
                    "previous",
                    models.CharField(help_text="The digest of the seal before.", max_length=64),
                ),
                (
                    "root",
                    models.CharField(
                        help_text="The root of the tree of the leaves.", max_length=64
                    ),
                ),
                (
                    "entry_ids",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), size=None
                    ),
                ),
                (
                    "leaves",
                    models.BinaryField(help_text="The hash of each entry, one behind the other."),
                ),
                (
                    "last_transaction",
                    models.BigIntegerField(help_text="The transaction of the last entry."),
                ),
                ("last_entry", models.BigIntegerField(help_text="The last entry.")),
                (
                    "floor",
                    models.BigIntegerField(
                        default=0, help_text="Entries up to this one were sealed before a recovery."
                    ),
                ),
                ("sealed_at", models.DateTimeField()),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("signature", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ["number"],
            },
        ),
        migrations.CreateModel(
            name="Disclosure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("disclosed_at", models.DateTimeField()),
                (
                    "people",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), help_text="Whose records.", size=None
                    ),
                ),
                (
                    "recipient",
                    models.CharField(
                        help_text="The person or office that received it.", max_length=160
                    ),
                ),
                ("recipient_agency", models.CharField(blank=True, max_length=160)),
                (
                    "recipient_ori",
                    models.CharField(blank=True, max_length=9, verbose_name="recipient's ORI"),
                ),
                (
                    "authority",
                    models.CharField(
                        help_text="What allows it: law, order, consent.", max_length=200
                    ),
                ),
                ("purpose", models.CharField(max_length=20)),
                ("reason", models.TextField(blank=True)),
                (
                    "categories",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "medium",
                    models.CharField(
                        choices=[
                            ("csv", "Table file"),
                            ("pdf", "Document"),
                            ("message", "Answer to another system"),
                            ("paper", "On paper"),
                            ("oral", "By word of mouth"),
                        ],
                        max_length=10,
                    ),
                ),
                ("document", models.CharField(help_text="The list or document.", max_length=160)),
                (
                    "content_digest",
                    models.CharField(
                        blank=True, help_text="SHA-256 of what was handed over.", max_length=64
                    ),
                ),
                ("request_number", models.CharField(blank=True, max_length=64)),
                (
                    "disclosed_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where the system answered by itself.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-disclosed_at", "-id"],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["people"], name="disclosure_by_people"
                    ),
                    models.Index(fields=["-disclosed_at", "-id"], name="disclosure_by_time"),
                ],
            },
        ),
        *append_only("audit_auditseal", "audit_auditarchive", "audit_disclosure"),
        *never_emptied("audit_auditseal", "audit_auditarchive", "audit_disclosure"),
    ]
