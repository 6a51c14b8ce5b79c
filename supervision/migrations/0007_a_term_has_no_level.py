"""The history of levels alone says how closely a person is supervised."""

from django.db import migrations


class Migration(migrations.Migration):
    """The column of the term goes."""

    dependencies = [("supervision", "0006_levels_of_terms_become_history")]

    operations = [migrations.RemoveField(model_name="supervisionperiod", name="level")]
