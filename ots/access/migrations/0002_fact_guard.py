"""The functions by which PostgreSQL keeps facts and trails from being rewritten."""

from django.db import migrations

from ots.core.guards import FACT_FUNCTION


class Migration(migrations.Migration):
    """Two trigger functions, used by the migrations of other apps."""

    dependencies = [("access", "0001_users_and_offices")]

    operations = [FACT_FUNCTION]
