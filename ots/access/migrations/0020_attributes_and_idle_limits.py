"""What is known of accounts, how long roles may be idle, and the right to handle incidents."""

import django.core.validators
import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from ots.core.guards import guard_facts

RIGHT = "incident.handle"
ROLE = "Security officer"


def give(apps: Apps, _editor: BaseDatabaseSchemaEditor) -> None:
    """Give the right to the role where it stands; a new database gets it with its roles."""
    kinds = apps.get_model("contenttypes", "ContentType").objects
    rights = apps.get_model("auth", "Permission").objects
    group = apps.get_model("auth", "Group").objects.filter(name=ROLE).first()
    kind = kinds.filter(app_label="access", model="capability").first()
    if group is None or kind is None:
        return
    right, _ = rights.get_or_create(
        codename=RIGHT,
        content_type=kind,
        defaults={"name": "May read and handle reports of security incidents"},
    )
    group.permissions.add(right)


class Migration(migrations.Migration):
    """Two tables, and the right of the role that stands."""

    dependencies = [
        ("access", "0019_conditions_name_whom_they_protect"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [
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
                    ("visit.record", "May record contacts, appointments and visits"),
                    ("case.assign", "May assign people to agents"),
                    ("condition.record", "May record, amend and end conditions of supervision"),
                    ("level.set", "May set the level of supervision"),
                    ("level.override", "May approve a level other than the scores name"),
                    ("sentence.view", "May open a sentence"),
                    ("sentence.impose", "May enter a sentence"),
                    ("sentence.amend", "May amend or vacate a sentence"),
                    ("custody.record", "May record custody and movements"),
                    ("contact.record", "May record addresses, telephones and jobs"),
                    ("warrant.record", "May record warrants, holds and orders"),
                    ("computation.view", "May see computed dates and their reasons"),
                    ("computation.try", "May try dates on a hypothetical case"),
                    ("computation.run", "May start a computation"),
                    ("computation.settle", "May settle questions and override dates"),
                    ("computation.certify", "May certify computed dates as official"),
                    ("impact.view", "May read what proposed laws would do"),
                    ("impact.run", "May run a proposed law over the population"),
                    ("audit.view", "May read the audit trail"),
                    ("evidence.take", "May take entries of the trail as evidence, values and all"),
                    (
                        "person.trail",
                        "May see who looked at a record in reach, and who received it",
                    ),
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
                    ("test.record", "May record drug and alcohol tests"),
                    ("test.draw", "May call groups for tests and check what was drawn"),
                    ("program.record", "May refer to programs and record attendance"),
                    ("money.record", "May record what is owed and paid"),
                    ("money.adjust", "May waive what is owed and reverse entries"),
                    ("incident.handle", "May read and handle reports of security incidents"),
                    ("training.record", "May record who completed which training"),
                    ("quality.draw", "May draw samples to compare with court documents"),
                    ("quality.review", "May compare records with court documents"),
                    ("quality.view", "May read how records compare with court documents"),
                    ("risk.view", "May read assessments and case plans"),
                    ("risk.assess", "May assess risk and needs"),
                    ("risk.decide", "May decide on levels other than the score gives"),
                    ("plan.keep", "May write case plans and record what came of them"),
                    ("violation.view", "May read violations and what was answered"),
                    ("violation.report", "May report violations and propose an answer"),
                    ("violation.decide", "May approve answers and decide violation reports"),
                    ("violation.specialist", "May decide as parole violation specialist"),
                    ("violation.hear", "May record hearings, findings and dispositions"),
                    ("compact.view", "May see cases of the interstate compact"),
                    ("compact.act", "May write activities of the interstate compact"),
                    ("compact.route", "May give cases and activities of the compact to others"),
                    ("compact.record", "May record what happened to a case of the compact"),
                    ("recommendation.prepare", "May prepare recommendations"),
                    ("recommendation.decide", "May decide on recommendations of agents"),
                    ("recommendation.rule", "May record what the court or board decided"),
                    ("absconding.record", "May record who is out of touch and the search"),
                    ("travel.permit", "May record and decide requests to travel"),
                    ("victim.notify", "May record victims and what they were told"),
                    ("obligation.excuse", "May excuse what is due"),
                    ("obligation.waive", "May excuse what only a supervisor may"),
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
                    ("view.testing", "May see: Drug and alcohol tests"),
                    ("change.testing", "May change: Drug and alcohol tests"),
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
            name="AccountAttributes",
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
                    "telephone",
                    models.CharField(blank=True, max_length=30, verbose_name="telephone at work"),
                ),
                (
                    "is_sworn",
                    models.BooleanField(
                        default=False, verbose_name="sworn law-enforcement officer"
                    ),
                ),
                (
                    "has_ndex_privilege",
                    models.BooleanField(default=False, verbose_name="may use N-DEx"),
                ),
                (
                    "certified_on",
                    models.DateField(blank=True, null=True, verbose_name="28 CFR certified on"),
                ),
                (
                    "certified_until",
                    models.DateField(
                        blank=True,
                        help_text="First day on which it no longer counts.",
                        null=True,
                        verbose_name="28 CFR certification ends",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Empty where a feed or an import recorded it.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "supersedes",
                    models.OneToOneField(
                        blank=True,
                        help_text="The fact that this one corrects.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="superseded_by",
                        to="access.accountattributes",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attributes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "attributes of an account",
                "verbose_name_plural": "attributes of accounts",
                "ordering": ["-recorded_at", "-pk"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at__isnull", True)),
                        fields=("user",),
                        name="account_has_one_set_of_attributes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("certified_on", None), ("certified_until", None)),
                            models.Q(
                                ("certified_on__isnull", False),
                                ("certified_until__gt", models.F("certified_on")),
                            ),
                            _connector="OR",
                        ),
                        name="certification_has_both_its_days",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IdleLimit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "minutes",
                    models.PositiveSmallIntegerField(
                        help_text="Without activity for this long, a session of the role locks: 5 to 30.",
                        validators=[
                            django.core.validators.MinValueValidator(5),
                            django.core.validators.MaxValueValidator(30),
                        ],
                    ),
                ),
                (
                    "role",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="idle_limit",
                        to="auth.group",
                    ),
                ),
            ],
            options={
                "ordering": ["role__name"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("minutes__gte", 5), ("minutes__lte", 30)),
                        name="idle_limit_is_what_the_policy_allows",
                    )
                ],
            },
        ),
        *guard_facts("access_accountattributes"),
        migrations.RunPython(give, migrations.RunPython.noop),
    ]
