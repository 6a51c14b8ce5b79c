"""Members, offices and posts; cases, events, activities and what is owed."""
import django.contrib.postgres.constraints
import django.core.serializers.json
import django.db.models.deletion
import ots.core.spans
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """All tables of the compact."""

    initial = True

    dependencies = [
        ('offenders', '0010_facts_are_compared_as_stored'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CompactOffice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('both', 'Probation and parole'), ('probation', 'Probation'), ('parole', 'Parole')], default='both', max_length=9)),
                ('name', models.CharField(max_length=120)),
                ('telephone', models.CharField(blank=True, max_length=30)),
                ('email', models.EmailField(blank=True, max_length=254)),
                ('address', models.TextField(blank=True)),
                ('administrator', models.CharField(blank=True, help_text='Deputy compact administrator, printed on packets.', max_length=120)),
                ('is_on_portal', models.BooleanField(default=True, help_text='Whether the public portal names this office.')),
                ('source', models.CharField(blank=True, help_text='Where the contact is from.', max_length=200)),
            ],
            options={
                'ordering': ['member', 'kind'],
            },
        ),
        migrations.CreateModel(
            name='Activity',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('sentenced', 'Sentenced'), ('released_to_supervision', 'Released to supervision'), ('reporting_instructions_request', 'Reporting instructions request'), ('reporting_instructions_reply', 'Reporting instructions reply'), ('transfer_request', 'Transfer request'), ('transfer_reply', 'Transfer reply'), ('notice_of_departure', 'Notice of departure'), ('notice_of_arrival', 'Notice of arrival'), ('notice_of_failure_to_arrive', 'Notice of failure to arrive'), ('progress_report_request', 'Progress report request'), ('progress_report', 'Progress report'), ('violation_discovered', 'Violation discovered'), ('violation_report', 'Violation report'), ('violation_response', 'Violation response'), ('violation_addendum', 'Violation addendum'), ('custody_on_warrant', 'Custody on warrant'), ('available_for_retaking', 'Available for retaking'), ('warrant_issued', 'Warrant issued'), ('probable_cause_hearing', 'Probable cause hearing'), ('probable_cause_report_received', 'Probable cause report received'), ('decision_to_retake', 'Decision to retake'), ('discretionary_retaking', 'Discretionary retaking'), ('return_instructions_request', 'Return instructions request'), ('return_instructions_reply', 'Return instructions reply'), ('case_closure_notice', 'Case closure notice'), ('case_closure_reply', 'Case closure reply'), ('withdraw_acceptance', 'Withdraw acceptance'), ('withdraw_case', 'Withdraw case'), ('withdraw_activity', 'Withdraw activity'), ('reopen', 'Reopen'), ('supervision_ended', 'Supervision ended'), ('found_without_permission', 'Found without permission'), ('return_directed', 'Return directed'), ('signed_forms_request', 'Signed forms request'), ('signed_forms', 'Signed forms'), ('documents_request', 'Documents request'), ('documents', 'Documents'), ('victim_notice_sent', 'Victim notice sent'), ('victim_comment_received', 'Victim comment received'), ('victim_answered', 'Victim answered'), ('victim_information_request', 'Victim information request'), ('victim_information', 'Victim information'), ('report_date_changed', 'Report date changed'), ('tolling_set', 'Tolling set'), ('tolling_cleared', 'Tolling cleared')], max_length=32)),
                ('side', models.CharField(choices=[('sending', 'Sending'), ('receiving', 'Receiving'), ('third', 'Third'), ('victim', 'Victim')], help_text='Whose it is.', max_length=9)),
                ('status', models.CharField(choices=[('draft', 'Draft'), ('with_supervisor', 'With supervisor'), ('with_office', 'With office'), ('returned', 'Returned'), ('received', 'Received'), ('delegated', 'Delegated'), ('assigned', 'Assigned'), ('sent_back', 'Sent back'), ('withdrawing', 'Withdrawing'), ('completed', 'Completed'), ('withdrawn', 'Withdrawn'), ('deleted', 'Deleted')], default='draft', max_length=15)),
                ('left_status', models.CharField(blank=True, choices=[('draft', 'Draft'), ('with_supervisor', 'With supervisor'), ('with_office', 'With office'), ('returned', 'Returned'), ('received', 'Received'), ('delegated', 'Delegated'), ('assigned', 'Assigned'), ('sent_back', 'Sent back'), ('withdrawing', 'Withdrawing'), ('completed', 'Completed'), ('withdrawn', 'Withdrawn'), ('deleted', 'Deleted')], help_text='Where it was before a withdrawal that may be undone.', max_length=15)),
                ('content', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('content_version', models.CharField(help_text='Of the form it was written on.', max_length=10)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('changed_at', models.DateTimeField(auto_now=True)),
                ('version', models.PositiveIntegerField(default=0, help_text='Counts what was saved.')),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('undo_until', models.DateTimeField(blank=True, null=True)),
                ('answers', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='replies', to='interstate.activity')),
                ('assigned_to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('author', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('corrects', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='interstate.activity')),
            ],
            options={
                'verbose_name_plural': 'activities',
                'ordering': ['-created_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ActivityStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('move', models.CharField(choices=[('submit', 'Submit'), ('approve', 'Approve'), ('return', 'Return'), ('transmit', 'Transmit'), ('notify', 'Notify'), ('assign', 'Assign'), ('delegate', 'Delegate'), ('send_back', 'Send back'), ('answer', 'Answer'), ('withdraw', 'Withdraw'), ('undo', 'Undo'), ('take_effect', 'Take effect'), ('delete', 'Delete')], max_length=12)),
                ('desk', models.CharField(choices=[('author', 'Author'), ('supervisor', 'Supervisor'), ('office', 'Office'), ('other_office', 'Other office'), ('other_supervisor', 'Other supervisor'), ('other_agent', 'Other agent')], max_length=16)),
                ('came_from', models.CharField(choices=[('draft', 'Draft'), ('with_supervisor', 'With supervisor'), ('with_office', 'With office'), ('returned', 'Returned'), ('received', 'Received'), ('delegated', 'Delegated'), ('assigned', 'Assigned'), ('sent_back', 'Sent back'), ('withdrawing', 'Withdrawing'), ('completed', 'Completed'), ('withdrawn', 'Withdrawn'), ('deleted', 'Deleted')], max_length=15)),
                ('went_to', models.CharField(choices=[('draft', 'Draft'), ('with_supervisor', 'With supervisor'), ('with_office', 'With office'), ('returned', 'Returned'), ('received', 'Received'), ('delegated', 'Delegated'), ('assigned', 'Assigned'), ('sent_back', 'Sent back'), ('withdrawing', 'Withdrawing'), ('completed', 'Completed'), ('withdrawn', 'Withdrawn'), ('deleted', 'Deleted')], max_length=15)),
                ('made_at', models.DateTimeField(auto_now_add=True)),
                ('reason', models.TextField(blank=True)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='steps', to='interstate.activity')),
                ('assignee', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['made_at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='CompactCase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.CharField(help_text='As the states quote it.', max_length=20, unique=True)),
                ('supervision', models.CharField(choices=[('probation', 'Probation'), ('parole', 'Parole')], max_length=9)),
                ('opened_at', models.DateTimeField()),
                ('external_id', models.CharField(blank=True, help_text='The number in the system it was imported from.', max_length=40)),
                ('supervision_ends_on', models.DateField(blank=True, null=True)),
                ('is_indefinite', models.BooleanField(default=False)),
                ('is_sex_offender', models.BooleanField(default=False)),
                ('has_victims', models.BooleanField(default=False)),
                ('has_pending_charge', models.BooleanField(default=False)),
                ('is_confidential', models.BooleanField(default=False, help_text='Never on the portal: witness protection or state law.')),
                ('confidential_reason', models.CharField(blank=True, max_length=200)),
                ('state', models.CharField(choices=[('DRAFT', 'Draft'), ('RI_PENDING', 'Ri pending'), ('RI_APPROVED', 'Ri approved'), ('RI_DENIED', 'Ri denied'), ('RI_ARRIVED', 'Ri arrived'), ('TR_PENDING', 'Tr pending'), ('ACCEPTED', 'Accepted'), ('REJECTED', 'Rejected'), ('IN_TRANSIT', 'In transit'), ('FAILED_TO_ARRIVE', 'Failed to arrive'), ('ACTIVE', 'Active'), ('RETAKE_REQUESTED', 'Retake requested'), ('RETAKING', 'Retaking'), ('RETURN_ORDERED', 'Return ordered'), ('RETURN_PENDING', 'Return pending'), ('RETURN_APPROVED', 'Return approved'), ('RETURNING', 'Returning'), ('CLOSURE_PENDING', 'Closure pending'), ('CLOSED', 'Closed'), ('WITHDRAWN', 'Withdrawn')], default='DRAFT', max_length=18)),
                ('supervising', models.CharField(choices=[('sending', 'Sending'), ('receiving', 'Receiving'), ('third', 'Third'), ('victim', 'Victim')], default='sending', max_length=9)),
                ('next_due_on', models.DateField(blank=True, null=True)),
                ('last_event_at', models.DateTimeField(blank=True, null=True)),
                ('arrived_on', models.DateField(blank=True, null=True)),
                ('closed_for', models.CharField(blank=True, max_length=40)),
                ('is_tolled', models.BooleanField(default=False)),
                ('events_counted', models.PositiveIntegerField(default=0)),
                ('copied_from', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='copies', to='interstate.compactcase')),
                ('court_cases', models.ManyToManyField(blank=True, related_name='compact_cases', to='offenders.courtcase')),
                ('opened_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='compact_cases', to='offenders.person')),
                ('receiving_user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sending_user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('watchers', models.ManyToManyField(blank=True, related_name='watched_compact_cases', to=settings.AUTH_USER_MODEL)),
                ('receiving_office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='received', to='interstate.compactoffice')),
                ('sending_office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sent', to='interstate.compactoffice')),
            ],
            options={
                'ordering': ['-opened_at', '-pk'],
            },
        ),
        migrations.AddField(
            model_name='activity',
            name='case',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='activities', to='interstate.compactcase'),
        ),
        migrations.CreateModel(
            name='CompactEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveIntegerField(help_text="Counts the case's events as they were recorded, from 0.")),
                ('happened_at', models.DateTimeField(help_text='The moment that starts and stops clocks.')),
                ('type', models.CharField(choices=[('sentenced', 'Sentenced'), ('released_to_supervision', 'Released to supervision'), ('reporting_instructions_request', 'Reporting instructions request'), ('reporting_instructions_reply', 'Reporting instructions reply'), ('transfer_request', 'Transfer request'), ('transfer_reply', 'Transfer reply'), ('notice_of_departure', 'Notice of departure'), ('notice_of_arrival', 'Notice of arrival'), ('notice_of_failure_to_arrive', 'Notice of failure to arrive'), ('progress_report_request', 'Progress report request'), ('progress_report', 'Progress report'), ('violation_discovered', 'Violation discovered'), ('violation_report', 'Violation report'), ('violation_response', 'Violation response'), ('violation_addendum', 'Violation addendum'), ('custody_on_warrant', 'Custody on warrant'), ('available_for_retaking', 'Available for retaking'), ('warrant_issued', 'Warrant issued'), ('probable_cause_hearing', 'Probable cause hearing'), ('probable_cause_report_received', 'Probable cause report received'), ('decision_to_retake', 'Decision to retake'), ('discretionary_retaking', 'Discretionary retaking'), ('return_instructions_request', 'Return instructions request'), ('return_instructions_reply', 'Return instructions reply'), ('case_closure_notice', 'Case closure notice'), ('case_closure_reply', 'Case closure reply'), ('withdraw_acceptance', 'Withdraw acceptance'), ('withdraw_case', 'Withdraw case'), ('withdraw_activity', 'Withdraw activity'), ('reopen', 'Reopen'), ('supervision_ended', 'Supervision ended'), ('found_without_permission', 'Found without permission'), ('return_directed', 'Return directed'), ('signed_forms_request', 'Signed forms request'), ('signed_forms', 'Signed forms'), ('documents_request', 'Documents request'), ('documents', 'Documents'), ('victim_notice_sent', 'Victim notice sent'), ('victim_comment_received', 'Victim comment received'), ('victim_answered', 'Victim answered'), ('victim_information_request', 'Victim information request'), ('victim_information', 'Victim information'), ('report_date_changed', 'Report date changed'), ('tolling_set', 'Tolling set'), ('tolling_cleared', 'Tolling cleared')], max_length=32)),
                ('by', models.CharField(choices=[('sending', 'Sending'), ('receiving', 'Receiving'), ('third', 'Third'), ('victim', 'Victim')], max_length=9)),
                ('data', models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder)),
                ('recorded_at', models.DateTimeField(auto_now_add=True)),
                ('source', models.CharField(blank=True, help_text='The message or file it came from.', max_length=80)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='interstate.compactcase')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['case', 'happened_at', 'position'],
            },
        ),
        migrations.AddField(
            model_name='activity',
            name='event',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='activity', to='interstate.compactevent'),
        ),
        migrations.CreateModel(
            name='CompactObligation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(choices=[('TREP_DUE', 'TREP_DUE'), ('ACCEPTANCE_VALID', 'ACCEPTANCE_VALID'), ('NO_SHOW_WITHDRAW', 'NO_SHOW_WITHDRAW'), ('NO_SHOW_PRERELEASE', 'NO_SHOW_PRERELEASE'), ('RFRI_LIVING_DUE', 'RFRI_LIVING_DUE'), ('RI_REPLY', 'RI_REPLY'), ('RI_REPLY_SEX', 'RI_REPLY_SEX'), ('TREQ_AFTER_RI', 'TREQ_AFTER_RI'), ('SIGNED_FORMS', 'SIGNED_FORMS'), ('RE_TREQ_INCOMPLETE', 'RE_TREQ_INCOMPLETE'), ('RETURN_RFRI_AFTER_REJECT', 'RETURN_RFRI_AFTER_REJECT'), ('RETURN_RFRI_AFTER_RVR', 'RETURN_RFRI_AFTER_RVR'), ('RETURN_RI_REPLY', 'RETURN_RI_REPLY'), ('UNAUTH_RETURN', 'UNAUTH_RETURN'), ('WARRANT_NO_RETURN', 'WARRANT_NO_RETURN'), ('OVR_DUE', 'OVR_DUE'), ('RVR_DUE', 'RVR_DUE'), ('WARRANT_RETAKE', 'WARRANT_RETAKE'), ('WARRANT_NEW_CRIME', 'WARRANT_NEW_CRIME'), ('WARRANT_ABSCOND', 'WARRANT_ABSCOND'), ('RETAKE', 'RETAKE'), ('DISCR_NOTIFY', 'DISCR_NOTIFY'), ('PC_REPORT', 'PC_REPORT'), ('PC_DECISION', 'PC_DECISION'), ('PC_RETAKE', 'PC_RETAKE'), ('PR_DUE', 'PR_DUE'), ('DOCS_AFTER_ACCEPT', 'DOCS_AFTER_ACCEPT'), ('CCN_DUE', 'CCN_DUE'), ('CCN_REPLY', 'CCN_REPLY'), ('VICTIM_INITIAL', 'VICTIM_INITIAL'), ('VICTIM_INFO_REPLY', 'VICTIM_INFO_REPLY'), ('VICTIM_RECEIPT', 'VICTIM_RECEIPT'), ('VICTIM_COMMENT', 'VICTIM_COMMENT'), ('VICTIM_ANSWER', 'VICTIM_ANSWER'), ('RELEASED_IN_RS_RFRI', 'RELEASED_IN_RS_RFRI')], max_length=26)),
                ('rule', models.CharField(max_length=40)),
                ('rule_set', models.CharField(max_length=10)),
                ('standing', models.CharField(max_length=16)),
                ('owed_by', models.CharField(choices=[('sending', 'Sending'), ('receiving', 'Receiving'), ('third', 'Third'), ('victim', 'Victim')], max_length=9)),
                ('started_by', models.IntegerField(help_text='Position of the event that started it; -1: a day.')),
                ('started_on', models.DateField()),
                ('due_on', models.DateField()),
                ('satisfied_on', models.DateField(blank=True, null=True)),
                ('satisfied_by', models.IntegerField(blank=True, help_text='Position of the event.', null=True)),
                ('is_void', models.BooleanField(default=False)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='obligations', to='interstate.compactcase')),
                ('owing_office', models.ForeignKey(blank=True, help_text='Empty where a victim or a third state owes it.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='obligations', to='interstate.compactoffice')),
            ],
            options={
                'ordering': ['due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Delegate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('post', models.CharField(choices=[('agent', 'Agent'), ('supervisor', 'Supervisor'), ('office', 'Compact office')], default='agent', max_length=10)),
                ('away_from', models.DateField(blank=True, null=True)),
                ('away_until', models.DateField(blank=True, help_text='First day back.', null=True)),
                ('is_active', models.BooleanField(default=True, help_text='Nothing is routed to a closed post.')),
                ('covered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='covering', to='interstate.delegate')),
                ('office', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='delegates', to='interstate.compactoffice')),
                ('reports_to', models.ForeignKey(blank=True, help_text='The supervisor who sees activities before the compact office; else none.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reporting', to='interstate.delegate')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='delegate', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['office', 'user__last_name', 'user__first_name'],
            },
        ),
        migrations.CreateModel(
            name='Member',
            fields=[
                ('code', models.CharField(help_text='Postal code.', max_length=2, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=40, unique=True)),
                ('region', models.CharField(choices=[('east', 'East'), ('midwest', 'Midwest'), ('south', 'South'), ('west', 'West')], max_length=8)),
                ('is_ours', models.BooleanField(default=False, help_text='The state that runs this system.')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('is_ours', True)), fields=('is_ours',), name='one_member_is_ours')],
            },
        ),
        migrations.AddField(
            model_name='compactoffice',
            name='member',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='offices', to='interstate.member'),
        ),
        migrations.AddField(
            model_name='compactcase',
            name='receiving',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interstate.member'),
        ),
        migrations.AddField(
            model_name='compactcase',
            name='sending',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='interstate.member'),
        ),
        migrations.CreateModel(
            name='Closing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('began_on', models.DateField()),
                ('ended_on', models.DateField(help_text='First day open again.')),
                ('note', models.CharField(max_length=120)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='closings', to='interstate.member')),
            ],
            options={
                'ordering': ['began_on'],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('label', models.CharField(help_text='Which of the documents that are asked for.', max_length=40)),
                ('name', models.CharField(max_length=120)),
                ('content_type', models.CharField(max_length=80)),
                ('content', models.BinaryField()),
                ('digest', models.CharField(help_text='SHA-256 of the content.', max_length=64)),
                ('added_at', models.DateTimeField(auto_now_add=True)),
                ('activity', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='interstate.activity')),
                ('added_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['added_at', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('activity', 'label', 'digest'), name='document_attached_once')],
            },
        ),
        migrations.AddConstraint(
            model_name='compactevent',
            constraint=models.UniqueConstraint(fields=('case', 'position'), name='event_has_its_place'),
        ),
        migrations.AddConstraint(
            model_name='compactevent',
            constraint=models.UniqueConstraint(condition=models.Q(('source', ''), _negated=True), fields=('case', 'source'), name='event_taken_once'),
        ),
        migrations.AddIndex(
            model_name='activity',
            index=models.Index(condition=models.Q(('status__in', ('completed', 'withdrawn', 'deleted')), _negated=True), fields=['assigned_to', 'status'], name='activity_open_by_assignee'),
        ),
        migrations.AddIndex(
            model_name='activity',
            index=models.Index(condition=models.Q(('status', 'withdrawing')), fields=['status', 'undo_until'], name='activity_withdrawing'),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('event__isnull', True), ('sent_at__isnull', True)), models.Q(('event__isnull', False), ('sent_at__isnull', False)), _connector='OR'), name='sent_activity_has_its_event'),
        ),
        migrations.AddConstraint(
            model_name='activity',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'withdrawing'), _negated=True), ('undo_until__isnull', False), _connector='OR'), name='withdrawal_may_be_undone_until'),
        ),
        migrations.AddIndex(
            model_name='compactobligation',
            index=models.Index(condition=models.Q(('is_void', False), ('satisfied_on__isnull', True)), fields=['owing_office', 'due_on'], name='compact_owed_by_office'),
        ),
        migrations.AddIndex(
            model_name='compactobligation',
            index=models.Index(condition=models.Q(('is_void', False), ('satisfied_on__isnull', True)), fields=['case'], name='compact_owed_in_case'),
        ),
        migrations.AddConstraint(
            model_name='compactobligation',
            constraint=models.UniqueConstraint(fields=('case', 'key', 'started_by', 'started_on', 'owed_by'), name='obligation_starts_once'),
        ),
        migrations.AddConstraint(
            model_name='compactobligation',
            constraint=models.CheckConstraint(condition=models.Q(('key', 'TREQ_EARLIEST_PRERELEASE'), ('due_on__gte', models.F('started_on')), _connector='OR'), name='due_on_or_after_its_start'),
        ),
        migrations.AddConstraint(
            model_name='delegate',
            constraint=models.CheckConstraint(condition=models.Q(('reports_to__isnull', True), models.Q(('reports_to', models.F('id')), _negated=True), _connector='OR'), name='nobody_reports_to_himself'),
        ),
        migrations.AddConstraint(
            model_name='delegate',
            constraint=models.CheckConstraint(condition=models.Q(('away_from__isnull', True), models.Q(('away_until__gt', models.F('away_from')), ('covered_by__isnull', False), models.Q(('covered_by', models.F('id')), _negated=True)), _connector='OR'), name='who_is_away_is_covered_until_a_day'),
        ),
        migrations.AddConstraint(
            model_name='compactoffice',
            constraint=models.UniqueConstraint(fields=('member', 'kind'), name='one_compact_office_a_kind'),
        ),
        migrations.AddIndex(
            model_name='compactcase',
            index=models.Index(condition=models.Q(('state__in', ('CLOSED', 'WITHDRAWN')), _negated=True), fields=['sending_office', 'next_due_on'], name='compact_open_sent'),
        ),
        migrations.AddIndex(
            model_name='compactcase',
            index=models.Index(condition=models.Q(('state__in', ('CLOSED', 'WITHDRAWN')), _negated=True), fields=['receiving_office', 'next_due_on'], name='compact_open_received'),
        ),
        migrations.AddIndex(
            model_name='compactcase',
            index=models.Index(fields=['sending_user'], name='compact_by_sending_user'),
        ),
        migrations.AddIndex(
            model_name='compactcase',
            index=models.Index(fields=['receiving_user'], name='compact_by_receiving_user'),
        ),
        migrations.AddConstraint(
            model_name='compactcase',
            constraint=models.CheckConstraint(condition=models.Q(('sending', models.F('receiving')), _negated=True), name='transfer_is_between_two_states'),
        ),
        migrations.AddConstraint(
            model_name='compactcase',
            constraint=models.CheckConstraint(condition=models.Q(('is_confidential', False), models.Q(('confidential_reason', ''), _negated=True), _connector='OR'), name='confidential_case_has_a_reason'),
        ),
        migrations.AddConstraint(
            model_name='compactcase',
            constraint=models.UniqueConstraint(condition=models.Q(('external_id', ''), _negated=True), fields=('external_id',), name='case_imported_once'),
        ),
        migrations.AddConstraint(
            model_name='closing',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('member', '='), (ots.core.spans.DateSpan('began_on', 'ended_on', models.Value('[)')), '&&')], name='closings_of_a_member_never_overlap'),
        ),
    ]
