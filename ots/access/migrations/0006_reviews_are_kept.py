"""What a reviewer decided about an account is evidence: added to, never rewritten."""

from django.db import migrations

from ots.core.guards import append_only


class Migration(migrations.Migration):
    dependencies = [("access", "0005_names_are_not_used_again")]

    operations = append_only("access_accountreview")
