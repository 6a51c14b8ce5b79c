"""Access over regions, and access for a time."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Regions, cover for a colleague, the term of an emergency, and the new rights."""

    dependencies = [
        ("access", "0006_reviews_are_kept"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
        migrations.CreateModel(
            name="EmergencyTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since", models.DateField(help_text="First day on which it counts.", unique=True)),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(1440),
                        ]
                    ),
                ),
            ],
            options={
                "verbose_name": "emergency term",
                "ordering": ["-since"],
            },
        ),
        migrations.CreateModel(
            name="Region",
            fields=[
                ("name", models.CharField(max_length=40, primary_key=True, serialize=False)),
            ],
            options={
                "ordering": ["name"],
                "permissions": [
                    ("supervise_region", "May see the people of this region's offices")
                ],
            },
        ),
        migrations.AlterModelOptions(
            name="capability",
            options={
                "default_permissions": (),
                "managed": False,
                "permissions": [
                    ("home.view", "May open the home page"),
                    ("person.search", "May search for people"),
                    ("person.view", "May open a person's record"),
                    ("person.record", "May record a person and correct the facts"),
                    ("people.export", "May export a list of people"),
                    ("caseload.view", "May see the own caseload"),
                    ("case.assign", "May assign people to agents"),
                    ("sentence.view", "May open a sentence"),
                    ("sentence.impose", "May enter a sentence"),
                    ("sentence.amend", "May amend or vacate a sentence"),
                    ("custody.record", "May record custody and movements"),
                    ("contact.record", "May record addresses, telephones and jobs"),
                    ("warrant.record", "May record warrants, holds and orders"),
                    ("computation.view", "May see computed dates and their reasons"),
                    ("computation.run", "May start a computation"),
                    ("computation.settle", "May settle questions and override dates"),
                    ("computation.certify", "May certify computed dates as official"),
                    ("audit.view", "May read the audit trail"),
                    ("admin.use", "May administer users, offices and code tables"),
                    ("components.view", "May see the page of components"),
                    ("access.explain", "May see who may see what, and preview it"),
                    ("cover.arrange", "May arrange cover for agents of the own offices"),
                    ("reach.grant", "May give a user one person's record until a day"),
                    ("known.declare", "May declare to know a person privately"),
                    ("glass.break", "May open a closed record in an emergency"),
                    ("glass.review", "May judge what was opened in an emergency"),
                    ("record.restrict", "May close and seal records, and see who is closed"),
                    ("person.restricted", "Sees employees, relatives and protected people"),
                    ("record.sealed", "Sees sealed records"),
                    ("consent.record", "May record treatment and consents to disclose it"),
                    ("scope.statewide", "Sees the people of the whole state"),
                    ("scope.court", "Sees people with a case in the own court"),
                    ("view.identity", "May see: Identity"),
                    ("change.identity", "May change: Identity"),
                    ("view.identifier", "May see: Official numbers"),
                    ("change.identifier", "May change: Official numbers"),
                    ("view.sensitive_identifier", "May see: Social security and licence numbers"),
                    (
                        "change.sensitive_identifier",
                        "May change: Social security and licence numbers",
                    ),
                    ("view.contact", "May see: Addresses and telephones"),
                    ("change.contact", "May change: Addresses and telephones"),
                    ("view.legal", "May see: Cases, charges and sentences"),
                    ("change.legal", "May change: Cases, charges and sentences"),
                    ("view.time", "May see: Computed dates"),
                    ("change.time", "May change: Computed dates"),
                    ("view.custody", "May see: Custody and movements"),
                    ("change.custody", "May change: Custody and movements"),
                    ("view.warrant", "May see: Warrants, holds and orders"),
                    ("change.warrant", "May change: Warrants, holds and orders"),
                    ("view.supervision", "May see: Supervision"),
                    ("change.supervision", "May change: Supervision"),
                    ("view.risk", "May see: Risk assessments"),
                    ("change.risk", "May change: Risk assessments"),
                    ("view.medical", "May see: Medical"),
                    ("change.medical", "May change: Medical"),
                    ("view.mental_health", "May see: Mental health"),
                    ("change.mental_health", "May change: Mental health"),
                    ("view.substance_use", "May see: Substance use"),
                    ("change.substance_use", "May change: Substance use"),
                    ("view.victim", "May see: Victims and protected people"),
                    ("change.victim", "May change: Victims and protected people"),
                    ("view.juvenile", "May see: Juvenile record"),
                    ("change.juvenile", "May change: Juvenile record"),
                    ("view.youthful", "May see: Youthful trainee record (HYTA)"),
                    ("change.youthful", "May change: Youthful trainee record (HYTA)"),
                    ("view.consent", "May see: Consents to disclosure"),
                    ("change.consent", "May change: Consents to disclosure"),
                    ("view.financial", "May see: Money and employment"),
                    ("change.financial", "May change: Money and employment"),
                    ("view.staff", "May see: Staff notes and authorship"),
                    ("change.staff", "May change: Staff notes and authorship"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Cover",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("began_on", models.DateField(help_text="First day.")),
                (
                    "ended_on",
                    models.DateField(help_text="First day on which the cover no longer stands."),
                ),
                ("reason", models.CharField(max_length=200)),
                ("arranged_at", models.DateTimeField(auto_now_add=True)),
                (
                    "arranged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "away",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covered_by",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "covering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="covers",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-began_on", "-pk"],
                "indexes": [
                    models.Index(fields=["covering", "ended_on"], name="cover_by_colleague")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("ended_on__gte", models.F("began_on"))),
                        name="cover_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("away", models.F("covering")), _negated=True),
                        name="cover_is_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RegionGroupObjectPermission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="access.region"
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.group"),
                ),
                (
                    "permission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="auth.permission"
                    ),
                ),
            ],
            options={
                "abstract": False,
                "unique_together": {("group", "permission", "content_object")},
            },
        ),
        migrations.CreateModel(
            name="RegionUserObjectPermission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="access.region"
                    ),
                ),
                (
                    "permission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="auth.permission"
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "abstract": False,
                "unique_together": {("user", "permission", "content_object")},
            },
        ),
    ]
