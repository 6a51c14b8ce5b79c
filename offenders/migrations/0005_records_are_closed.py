"""Grants for a time, records that are closed, and what was opened in an emergency."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Tables of grants, closures, orders, treatment and emergencies."""

    dependencies = [
        ("access", "0010_an_office_is_of_a_region"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("offenders", "0004_forms_are_carried_out_once"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="EmergencyOpening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("identity", "Identity"),
                            ("identifier", "Official numbers"),
                            ("sensitive_identifier", "Social security and licence numbers"),
                            ("contact", "Addresses and telephones"),
                            ("legal", "Cases, charges and sentences"),
                            ("time", "Computed dates"),
                            ("custody", "Custody and movements"),
                            ("warrant", "Warrants, holds and orders"),
                            ("supervision", "Supervision"),
                            ("risk", "Risk assessments"),
                            ("medical", "Medical"),
                            ("mental_health", "Mental health"),
                            ("substance_use", "Substance use"),
                            ("victim", "Victims and protected people"),
                            ("juvenile", "Juvenile record"),
                            ("youthful", "Youthful trainee record (HYTA)"),
                            ("consent", "Consents to disclosure"),
                            ("financial", "Money and employment"),
                            ("staff", "Staff notes and authorship"),
                        ],
                        help_text="Empty: the record as such.",
                        max_length=20,
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("opened_at", models.DateTimeField(db_index=True)),
                ("open_until", models.DateTimeField()),
            ],
            options={
                "ordering": ["-opened_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="EmergencyReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[("justified", "Justified"), ("not_justified", "Not justified")],
                        max_length=16,
                    ),
                ),
                ("note", models.CharField(max_length=500)),
                ("reviewed_at", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["-reviewed_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="PersonClosure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("employee", "Employee"),
                            ("relative", "Relative or close friend of an employee"),
                            ("protected", "Protected person"),
                            ("known", "Known privately to a user"),
                            ("sealed", "Sealed by order of a court"),
                            ("lifted", "No longer closed"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="SealOrder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "action",
                    models.CharField(
                        choices=[("seal", "Seal"), ("unseal", "Unseal"), ("expunge", "Destroy")],
                        max_length=8,
                    ),
                ),
                ("order_number", models.CharField(max_length=40)),
                ("ordered_on", models.DateField()),
                ("authority", models.CharField(help_text="Section, as 780.621.", max_length=80)),
                ("destroyed", models.JSONField(blank=True, default=dict)),
            ],
            options={
                "ordering": ["-ordered_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Treatment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("program", models.CharField(max_length=120)),
                ("service", models.CharField(help_text="As outpatient counseling.", max_length=80)),
                ("began_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "ordering": ["-began_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TreatmentConsent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "reason",
                    models.CharField(
                        blank=True, help_text="Why it was recorded or corrected.", max_length=200
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="The feed, file or document it came from.",
                        max_length=80,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, editable=False, null=True)),
                ("purpose", models.CharField(max_length=120)),
                ("signed_on", models.DateField()),
                (
                    "expires_on",
                    models.DateField(help_text="First day on which it no longer counts."),
                ),
                ("revoked_on", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-signed_on", "-pk"],
                "abstract": False,
            },
        ),
        migrations.AlterModelOptions(
            name="persongroupobjectpermission",
            options={"verbose_name": "grant of a person to a role"},
        ),
        migrations.AlterModelOptions(
            name="personuserobjectpermission",
            options={"verbose_name": "grant of a person to a user"},
        ),
        migrations.AddField(
            model_name="charge",
            name="closure",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Open"),
                    ("youthful", "Youthful trainee (HYTA)"),
                    ("juvenile", "Juvenile"),
                    ("sealed", "Sealed by order of a court"),
                ],
                db_default="",
                default="",
                editable=False,
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="courtcase",
            name="closure",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "Open"),
                    ("youthful", "Youthful trainee (HYTA)"),
                    ("juvenile", "Juvenile"),
                    ("sealed", "Sealed by order of a court"),
                ],
                db_default="",
                default="",
                editable=False,
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="persongroupobjectpermission",
            name="given_at",
            field=models.DateTimeField(auto_now_add=True, null=True),
        ),
        migrations.AddField(
            model_name="persongroupobjectpermission",
            name="given_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="persongroupobjectpermission",
            name="open_from",
            field=models.DateTimeField(blank=True, help_text="Empty: from the first.", null=True),
        ),
        migrations.AddField(
            model_name="persongroupobjectpermission",
            name="open_until",
            field=models.DateTimeField(blank=True, help_text="Empty: until taken back.", null=True),
        ),
        migrations.AddField(
            model_name="persongroupobjectpermission",
            name="reason",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="personuserobjectpermission",
            name="given_at",
            field=models.DateTimeField(auto_now_add=True, null=True),
        ),
        migrations.AddField(
            model_name="personuserobjectpermission",
            name="given_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="personuserobjectpermission",
            name="open_from",
            field=models.DateTimeField(blank=True, help_text="Empty: from the first.", null=True),
        ),
        migrations.AddField(
            model_name="personuserobjectpermission",
            name="open_until",
            field=models.DateTimeField(blank=True, help_text="Empty: until taken back.", null=True),
        ),
        migrations.AddField(
            model_name="personuserobjectpermission",
            name="reason",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddConstraint(
            model_name="persongroupobjectpermission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("open_until__isnull", True),
                    ("open_from__isnull", True),
                    ("open_until__gte", models.F("open_from")),
                    _connector="OR",
                ),
                name="group_grant_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="personuserobjectpermission",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("open_until__isnull", True),
                    ("open_from__isnull", True),
                    ("open_until__gte", models.F("open_from")),
                    _connector="OR",
                ),
                name="grant_ends_after_it_begins",
            ),
        ),
        migrations.AddField(
            model_name="emergencyopening",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offenders.person"
            ),
        ),
        migrations.AddField(
            model_name="emergencyopening",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="emergencyreview",
            name="opening",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="review",
                to="offenders.emergencyopening",
            ),
        ),
        migrations.AddField(
            model_name="emergencyreview",
            name="reviewed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="personclosure",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)s_set",
                to="offenders.person",
            ),
        ),
        migrations.AddField(
            model_name="personclosure",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty where a feed or an import recorded it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="personclosure",
            name="supersedes",
            field=models.OneToOneField(
                blank=True,
                help_text="The fact that this one corrects.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="offenders.personclosure",
            ),
        ),
        migrations.AddField(
            model_name="personclosure",
            name="user",
            field=models.ForeignKey(
                blank=True,
                help_text="The employee, whose relative it is, or who declares to know the person.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sealorder",
            name="case",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="offenders.courtcase",
            ),
        ),
        migrations.AddField(
            model_name="sealorder",
            name="charge",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="offenders.charge",
            ),
        ),
        migrations.AddField(
            model_name="sealorder",
            name="court",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="offenders.court"
            ),
        ),
        migrations.AddField(
            model_name="sealorder",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)s_set",
                to="offenders.person",
            ),
        ),
        migrations.AddField(
            model_name="sealorder",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty where a feed or an import recorded it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="sealorder",
            name="supersedes",
            field=models.OneToOneField(
                blank=True,
                help_text="The fact that this one corrects.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="offenders.sealorder",
            ),
        ),
        migrations.AddField(
            model_name="treatment",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)s_set",
                to="offenders.person",
            ),
        ),
        migrations.AddField(
            model_name="treatment",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty where a feed or an import recorded it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="treatment",
            name="supersedes",
            field=models.OneToOneField(
                blank=True,
                help_text="The fact that this one corrects.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="offenders.treatment",
            ),
        ),
        migrations.AddField(
            model_name="treatmentconsent",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="%(class)s_set",
                to="offenders.person",
            ),
        ),
        migrations.AddField(
            model_name="treatmentconsent",
            name="recipient",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.agency"
            ),
        ),
        migrations.AddField(
            model_name="treatmentconsent",
            name="recorded_by",
            field=models.ForeignKey(
                blank=True,
                help_text="Empty where a feed or an import recorded it.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="treatmentconsent",
            name="supersedes",
            field=models.OneToOneField(
                blank=True,
                help_text="The fact that this one corrects.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="superseded_by",
                to="offenders.treatmentconsent",
            ),
        ),
        migrations.AddIndex(
            model_name="emergencyopening",
            index=models.Index(fields=["user", "open_until"], name="opening_by_user"),
        ),
        migrations.AddConstraint(
            model_name="emergencyopening",
            constraint=models.CheckConstraint(
                condition=models.Q(("open_until__gt", models.F("opened_at"))),
                name="opening_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="personclosure",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("superseded_at__isnull", True), models.Q(("kind", "lifted"), _negated=True)
                ),
                fields=("person", "kind", "user"),
                name="person_is_closed_once_a_reason",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="personclosure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind__in", ("relative", "known")), _negated=True),
                    ("user__isnull", False),
                    _connector="OR",
                ),
                name="closure_names_the_user",
            ),
        ),
        migrations.AddConstraint(
            model_name="treatment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ended_on__isnull", True),
                    ("ended_on__gte", models.F("began_on")),
                    _connector="OR",
                ),
                name="treatment_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="treatmentconsent",
            constraint=models.CheckConstraint(
                condition=models.Q(("expires_on__gt", models.F("signed_on"))),
                name="consent_ends_after_it_begins",
            ),
        ),
        migrations.AddConstraint(
            model_name="treatmentconsent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("revoked_on__isnull", True),
                    ("revoked_on__gte", models.F("signed_on")),
                    _connector="OR",
                ),
                name="consent_is_revoked_after_it_was_given",
            ),
        ),
    ]
