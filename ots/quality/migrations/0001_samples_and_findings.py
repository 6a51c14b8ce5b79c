"""Samples, documents beside the record, findings, and the data by which they weigh."""

import django.contrib.postgres.fields
import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import append_only


class Migration(migrations.Migration):
    """Tables, and the guards of what was drawn and read."""

    initial = True

    dependencies = [
        ('access', '0015_training_is_required'),
        ('offenders', '0009_orders_on_time_are_kept'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Draw',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('purpose', models.CharField(max_length=120)),
                ('seed', models.BigIntegerField()),
                ('confidence', models.DecimalField(decimal_places=3, max_digits=4)),
                ('error_rate', models.DecimalField(decimal_places=4, max_digits=5)),
                ('errors_allowed', models.PositiveSmallIntegerField(default=0)),
                ('per_county', models.PositiveIntegerField(help_text='How many records of each county.')),
                ('counties', django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), blank=True, default=list, size=None)),
                ('as_of', models.DateField(help_text='The day by which a release is near.')),
                ('frame_size', models.PositiveIntegerField()),
                ('frame_digest', models.CharField(max_length=64)),
                ('drawn_at', models.DateTimeField(auto_now_add=True)),
                ('drawn_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-drawn_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('direction', models.CharField(choices=[('record', 'Record to document'), ('document', 'Document to record')], max_length=8)),
                ('position', models.PositiveIntegerField(default=0)),
                ('docket_number', models.CharField(blank=True, help_text="As the court's register has it.", max_length=40)),
                ('count_number', models.PositiveSmallIntegerField(default=1)),
                ('record_type', models.CharField(choices=[('sentence', 'Sentence'), ('disposition', 'Disposition without a sentence')], max_length=12)),
                ('risk', models.CharField(choices=[('release', 'Release within 90 days'), ('assaultive', 'Assaultive offense'), ('other', 'Other')], default='other', max_length=12)),
                ('is_read_twice', models.BooleanField(default=False)),
                ('scan', models.FileField(blank=True, upload_to='court-documents/')),
                ('entered_at', models.DateTimeField(auto_now_add=True)),
                ('charge', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='offenders.charge')),
                ('county', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.county')),
                ('court', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='offenders.court')),
                ('draw', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='items', to='quality.draw')),
                ('entered_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='offenders.person')),
            ],
            options={
                'ordering': ['draw', 'position', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Comparison',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reading', models.PositiveSmallIntegerField(help_text='1, or 2 where another read it again.')),
                ('field', models.CharField(choices=[('last_name', 'Last name'), ('birth_date', 'Date of birth'), ('docket', 'Docket number'), ('offense', 'Section of the offense'), ('disposition', 'How the count ended'), ('disposed_on', 'Date of the disposition'), ('sentenced_on', 'Date of the sentence'), ('minimum', 'Minimum'), ('maximum', 'Maximum'), ('jail_credit', 'Days of jail credit'), ('judge', 'Judge'), ('record', 'The record as such')], max_length=16)),
                ('severity', models.PositiveSmallIntegerField()),
                ('said', models.CharField(blank=True, max_length=200, verbose_name='the document says')),
                ('held', models.CharField(blank=True, max_length=200, verbose_name='the record says')),
                ('outcome', models.CharField(choices=[('match', 'Match'), ('mismatch', 'Mismatch'), ('not_in_system', 'Missing in system'), ('not_in_document', 'Missing in document'), ('not_comparable', 'Not comparable')], max_length=16)),
                ('read_at', models.DateTimeField(db_index=True)),
                ('keyed_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('read_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('item', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='comparisons', to='quality.item')),
            ],
            options={
                'ordering': ['item', 'reading', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Target',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(help_text='First day on which it counts.')),
                ('until', models.DateField(blank=True, help_text='First day on which it no longer does.', null=True)),
                ('citation', models.CharField(max_length=200)),
                ('standing', models.CharField(help_text='How sure the row is: verified, recalled or inferred.', max_length=10)),
                ('measure', models.CharField(choices=[('disposition_timely', 'Dispositions entered in time'), ('judgment_timely', 'Judgments entered in time'), ('arrest_disposed', 'Arrests of 90 days to 2 years ago with every count disposed'), ('conviction_sentenced', 'Convictions with a sentence'), ('birth_date_known', 'People with a date of birth'), ('critical_accurate', 'Fields of severity 4 that match the document'), ('fields_accurate', 'Fields that match the document'), ('documents_found', 'Court documents found in the system')], max_length=24)),
                ('green', models.DecimalField(decimal_places=2, help_text='Percent at least.', max_digits=5)),
                ('amber', models.DecimalField(decimal_places=2, help_text='Percent at least.', max_digits=5)),
                ('days', models.PositiveSmallIntegerField(blank=True, help_text='Within how many days, where the measure asks for it.', null=True)),
            ],
            options={
                'ordering': ['measure', 'since'],
                'constraints': [models.UniqueConstraint(fields=('measure', 'since'), name='target_once_from_a_day'), models.CheckConstraint(condition=models.Q(('green__gte', models.F('amber'))), name='green_is_above_amber')],
            },
        ),
        migrations.CreateModel(
            name='Weight',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('since', models.DateField(help_text='First day on which it counts.')),
                ('until', models.DateField(blank=True, help_text='First day on which it no longer does.', null=True)),
                ('citation', models.CharField(max_length=200)),
                ('standing', models.CharField(help_text='How sure the row is: verified, recalled or inferred.', max_length=10)),
                ('field', models.CharField(choices=[('last_name', 'Last name'), ('birth_date', 'Date of birth'), ('docket', 'Docket number'), ('offense', 'Section of the offense'), ('disposition', 'How the count ended'), ('disposed_on', 'Date of the disposition'), ('sentenced_on', 'Date of the sentence'), ('minimum', 'Minimum'), ('maximum', 'Maximum'), ('jail_credit', 'Days of jail credit'), ('judge', 'Judge'), ('record', 'The record as such')], max_length=16)),
                ('severity', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(4)])),
            ],
            options={
                'verbose_name': 'weight of a field',
                'verbose_name_plural': 'weights of fields',
                'ordering': ['-severity', 'field', 'since'],
                'constraints': [models.UniqueConstraint(fields=('field', 'since'), name='weight_once_from_a_day'), models.CheckConstraint(condition=models.Q(('severity__range', (1, 4))), name='severity_is_one_to_four'), models.CheckConstraint(condition=models.Q(('until__isnull', True), ('until__gt', models.F('since')), _connector='OR'), name='weight_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Finding',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer_due_on', models.DateField(help_text='Ten business days after it was found.')),
                ('root_cause', models.CharField(blank=True, choices=[('late', 'Entered late'), ('keyed', 'Keyed wrong'), ('person', 'Wrong person'), ('mapping', "Defect of a feed's mapping"), ('document', 'The document is wrong'), ('amended', 'The court amended it'), ('lost', 'The feed lost it')], max_length=12)),
                ('closing', models.CharField(blank=True, choices=[('matches', 'The record now says what the document says'), ('explained', 'Closed with a reason, the record stays')], max_length=12)),
                ('closing_reason', models.CharField(blank=True, max_length=300)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('caused_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('comparison', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='finding', to='quality.comparison')),
            ],
            options={
                'ordering': ['answer_due_on', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('closed_at__isnull', True), ('closing', '')), models.Q(('closed_at__isnull', False), models.Q(('closing', ''), _negated=True), models.Q(('root_cause', ''), _negated=True)), _connector='OR'), name='finding_closes_with_its_cause')],
            },
        ),
        migrations.AddConstraint(
            model_name='item',
            constraint=models.UniqueConstraint(fields=('draw', 'charge'), name='drawn_once_a_sample'),
        ),
        migrations.AddConstraint(
            model_name='comparison',
            constraint=models.UniqueConstraint(fields=('item', 'reading', 'field'), name='field_read_once_a_reading'),
        ),
        *append_only("quality_draw", "quality_comparison"),
    ]
