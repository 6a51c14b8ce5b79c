"""Of what victims and the portal are told, what was told, and which cases are kept off it."""

import django.contrib.postgres.constraints
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import ots.core.spans
from ots.core.guards import append_only


class Migration(migrations.Migration):
    """Three tables; what was told stays as it was."""

    dependencies = [
        ("interstate", "0007_a_notice_is_corrected"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PortalEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tells",
                    models.CharField(
                        choices=[
                            ("release", "Release from custody"),
                            ("escape", "Escape"),
                            ("parole_decision", "Parole granted or denied"),
                            ("parole_hearing", "Parole hearing"),
                            ("transfer", "Transfer"),
                            ("address", "Move near the victim"),
                            ("absconded", "Out of touch with supervision"),
                            ("arrest", "Arrest"),
                            ("early_discharge", "Early discharge is asked for"),
                            ("modification", "Change of the order"),
                            ("supervision_ends", "End of supervision"),
                            ("death", "Death"),
                            ("transfer_asked", "Transfer to another state is asked for"),
                            ("return_asked", "Return from another state is asked for"),
                            ("transfer_granted", "Another state takes over supervision"),
                            ("transfer_denied", "Transfer to another state denied or withdrawn"),
                            ("departure", "Departure to another state"),
                            ("arrival", "Arrival in another state"),
                            ("no_arrival", "Did not arrive in another state"),
                            ("violation", "Violation reported by another state"),
                            ("transfer_ended", "End of supervision in another state"),
                        ],
                        max_length=16,
                    ),
                ),
                ("presses", models.BooleanField()),
                ("text", models.CharField(help_text="As it is said.", max_length=122)),
                ("tell_at", models.DateTimeField(help_text="When it is said first.")),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "event",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="portal_event",
                        to="interstate.compactevent",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
            },
        ),
        migrations.CreateModel(
            name="TellingRule",
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
                    "event",
                    models.CharField(
                        choices=[
                            ("sentenced", "Sentenced"),
                            ("released_to_supervision", "Released to supervision"),
                            ("reporting_instructions_request", "Reporting instructions request"),
                            ("reporting_instructions_reply", "Reporting instructions reply"),
                            ("transfer_request", "Transfer request"),
                            ("transfer_reply", "Transfer reply"),
                            ("notice_of_departure", "Notice of departure"),
                            ("notice_of_arrival", "Notice of arrival"),
                            ("notice_of_failure_to_arrive", "Notice of failure to arrive"),
                            ("notice_corrected", "Notice corrected"),
                            ("progress_report_request", "Progress report request"),
                            ("progress_report", "Progress report"),
                            ("violation_discovered", "Violation discovered"),
                            ("violation_report", "Violation report"),
                            ("violation_response", "Violation response"),
                            ("violation_addendum", "Violation addendum"),
                            ("custody_on_warrant", "Custody on warrant"),
                            ("available_for_retaking", "Available for retaking"),
                            ("warrant_issued", "Warrant issued"),
                            ("probable_cause_hearing", "Probable cause hearing"),
                            ("probable_cause_report_received", "Probable cause report received"),
                            ("decision_to_retake", "Decision to retake"),
                            ("discretionary_retaking", "Discretionary retaking"),
                            ("return_instructions_request", "Return instructions request"),
                            ("return_instructions_reply", "Return instructions reply"),
                            ("case_closure_notice", "Case closure notice"),
                            ("case_closure_reply", "Case closure reply"),
                            ("withdraw_acceptance", "Withdraw acceptance"),
                            ("withdraw_case", "Withdraw case"),
                            ("withdraw_activity", "Withdraw activity"),
                            ("reopen", "Reopen"),
                            ("supervision_ended", "Supervision ended"),
                            ("found_without_permission", "Found without permission"),
                            ("return_directed", "Return directed"),
                            ("signed_forms_request", "Signed forms request"),
                            ("signed_forms", "Signed forms"),
                            ("documents_request", "Documents request"),
                            ("documents", "Documents"),
                            ("victim_notice_sent", "Victim notice sent"),
                            ("victim_comment_received", "Victim comment received"),
                            ("victim_answered", "Victim answered"),
                            ("victim_information_request", "Victim information request"),
                            ("victim_information", "Victim information"),
                            ("report_date_changed", "Report date changed"),
                            ("tolling_set", "Tolling set"),
                            ("tolling_cleared", "Tolling cleared"),
                        ],
                        max_length=32,
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("granted", "Granted"),
                            ("denied", "Denied"),
                            ("absconded", "Absconded"),
                        ],
                        help_text="Of which replies or reports; empty: of all that no other row names.",
                        max_length=9,
                    ),
                ),
                (
                    "tells",
                    models.CharField(
                        choices=[
                            ("release", "Release from custody"),
                            ("escape", "Escape"),
                            ("parole_decision", "Parole granted or denied"),
                            ("parole_hearing", "Parole hearing"),
                            ("transfer", "Transfer"),
                            ("address", "Move near the victim"),
                            ("absconded", "Out of touch with supervision"),
                            ("arrest", "Arrest"),
                            ("early_discharge", "Early discharge is asked for"),
                            ("modification", "Change of the order"),
                            ("supervision_ends", "End of supervision"),
                            ("death", "Death"),
                            ("transfer_asked", "Transfer to another state is asked for"),
                            ("return_asked", "Return from another state is asked for"),
                            ("transfer_granted", "Another state takes over supervision"),
                            ("transfer_denied", "Transfer to another state denied or withdrawn"),
                            ("departure", "Departure to another state"),
                            ("arrival", "Arrival in another state"),
                            ("no_arrival", "Did not arrive in another state"),
                            ("violation", "Violation reported by another state"),
                            ("transfer_ended", "End of supervision in another state"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "presses",
                    models.BooleanField(
                        default=False, help_text="Said at once and again until it is confirmed."
                    ),
                ),
            ],
            options={
                "ordering": ["event", "outcome", "since"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("event", "outcome", "since"), name="telling_rule_once_from_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until__isnull", True),
                            ("until__gt", models.F("since")),
                            _connector="OR",
                        ),
                        name="telling_rule_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PortalExclusion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("witness_protection", "State or federal witness protection"),
                            ("state_law", "State law forbids showing it"),
                        ],
                        max_length=18,
                    ),
                ),
                ("reason", models.CharField(help_text="The order or the law.", max_length=200)),
                ("began_on", models.DateField()),
                (
                    "ended_on",
                    models.DateField(blank=True, help_text="First day shown again.", null=True),
                ),
                ("recorded_at", models.DateTimeField(auto_now_add=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exclusions",
                        to="interstate.compactcase",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-began_on", "-pk"],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("case", "="),
                            (
                                ots.core.spans.DateSpan("began_on", "ended_on", models.Value("[)")),
                                "&&",
                            ),
                        ],
                        name="case_is_excluded_once_at_a_time",
                    )
                ],
            },
        ),
        *append_only("interstate_portalevent"),
    ]
