"""Everybody who has a sentence, divided by number into stretches of equal size."""

from django.db import connection

from timecomp.selectors.record_reading import Stretch

_STRETCHES = """
SELECT min(person_id), max(person_id), count(*)
FROM (
    SELECT person_id, (row_number() OVER (ORDER BY person_id) - 1) / %s AS stretch
    FROM (SELECT DISTINCT person_id FROM offenders_sentence) AS people
) AS numbered
GROUP BY stretch ORDER BY stretch
"""


def stretches_of_everybody(size: int) -> list[tuple[Stretch, int]]:
    """Return the stretches with how many people each holds; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_STRETCHES, [size])
        return [(Stretch(first, last), people) for first, last, people in cursor.fetchall()]
