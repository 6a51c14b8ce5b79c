"""Reviews of questions; never changed."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from ots.core.guards import append_only, never_emptied


class Migration(migrations.Migration):
    """One review a row."""

    initial = True

    dependencies = [
        ('audit', '0007_rows_changed_without_an_event'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=40)),
                ('parameters', models.JSONField(default=dict)),
                ('from_day', models.DateField()),
                ('to_day', models.DateField(help_text='The last day looked at.')),
                ('found', models.PositiveIntegerField(help_text='How many rows the question brought up.')),
                ('conclusion', models.TextField()),
                ('reviewed_at', models.DateTimeField()),
                ('reviewed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-reviewed_at'],
            },
        ),
        *append_only("oversight_review"),
        *never_emptied("oversight_review"),
    ]
