"""The ledger of imports."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('offenders', '0001_the_record'),
    ]

    operations = [
        migrations.CreateModel(
            name='ImportRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.CharField(max_length=20)),
                ('folder', models.CharField(help_text='Name of the folder the files lay in.', max_length=120)),
                ('outcome', models.CharField(choices=[('running', 'Running, or stopped without a word'), ('finished', 'Finished'), ('interrupted', 'Interrupted; a later import went on'), ('unreconciled', 'Finished, but the counts do not agree')], default='running', max_length=12)),
                ('started_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('counts', models.JSONField(default=dict, help_text='Rows by file: read, loaded, refused.')),
            ],
            options={
                'ordering': ['-started_at', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ImportedRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('agency', models.CharField(max_length=20)),
                ('table', models.CharField(help_text='Name of the file without its ending.', max_length=30)),
                ('key', models.CharField(help_text="The row's key at the agency.", max_length=60)),
                ('line', models.PositiveIntegerField()),
                ('digest', models.CharField(help_text="Of the row's text, to notice a change.", max_length=32)),
                ('record_id', models.BigIntegerField(help_text='Key of the main record that the row became.')),
                ('note', models.CharField(blank=True, help_text='What was decided on the way.', max_length=120)),
                ('kept', models.JSONField(blank=True, default=dict, help_text='Columns that the record has no place for, as sent.')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='offenders.person')),
                ('run', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rows', to='exchange.importrun')),
            ],
            options={
                'ordering': ['pk'],
                'constraints': [models.UniqueConstraint(fields=('agency', 'table', 'key'), name='row_of_an_agency_is_loaded_once')],
            },
        ),
    ]
