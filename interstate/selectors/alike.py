"""Different people with open cases between the same two states who may be one and the same.

Born on one day and found under one name: by the keys of the record's name search, which know
aliases, former names, and the parts and marks of names.
"""

from typing import Final

from django.db import connection

from interstate.rules.vocabulary import OVER

_CASES: Final = """
WITH going_on AS MATERIALIZED (
    SELECT kept.id, kept.person_id, kept.sending_id, kept.receiving_id, person.birth_date
    FROM interstate_compactcase AS kept
    JOIN offenders_person AS person ON person.id = kept.person_id
    WHERE kept.state <> ALL(%s) AND person.birth_date IS NOT NULL
)
SELECT DISTINCT one.id
FROM going_on AS one
JOIN going_on AS other USING (birth_date, sending_id, receiving_id)
JOIN offenders_namekey AS its ON its.person_id = one.person_id
JOIN offenders_namekey AS theirs ON theirs.person_id = other.person_id
    AND theirs.last_key = its.last_key AND theirs.first_key = its.first_key
WHERE one.person_id <> other.person_id
"""


def cases_of_people_alike() -> list[int]:
    """Return the open cases of people who may be somebody else with such a case; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_CASES, [list(OVER)])
        return [key for (key,) in cursor.fetchall()]
