"""Each region that an office names becomes a row."""

from django.db import migrations

FILL = """
INSERT INTO access_region (name)
    SELECT DISTINCT region FROM access_office WHERE region IS NOT NULL AND region <> ''
    ON CONFLICT DO NOTHING;
UPDATE access_office SET region = NULL WHERE region = '';
"""
EMPTY = "UPDATE access_office SET region = '' WHERE region IS NULL;"


class Migration(migrations.Migration):
    """Fill the table of regions."""

    dependencies = [("access", "0008_a_region_may_be_none")]

    operations = [migrations.RunSQL(FILL, EMPTY)]
