"""The way of many rows into PostgreSQL: COPY to a staging table, then one INSERT from it.

A person whose computation was superseded by somebody else since it was read is left alone: his
row does not go in, and the caller is told, reads again and computes again.
"""

from collections.abc import Sequence

from django.db import connection
from django.db.backends.utils import CursorWrapper

STAGED_COLUMNS = (
    "person_id",
    "instead_of",
    "run_id",
    "as_of",
    "facts",
    "facts_version",
    "facts_digest",
    "law_version",
    "results",
    "results_digest",
    "earliest_release_date",
    "maximum_discharge_date",
    "parole_discharge_date",
    "controlling_minimum",
    "controlling_maximum",
    "exception_count",
    "cause",
    "prompted_by",
    "moved",
    "actor_id",
)
_STORED_COLUMNS = ", ".join(name for name in STAGED_COLUMNS if name != "instead_of")

_MAKE_STAGING = """
CREATE TEMP TABLE IF NOT EXISTS staged_computation (
    person_id bigint PRIMARY KEY, instead_of bigint, run_id bigint, as_of date, facts jsonb,
    facts_version smallint, facts_digest text, law_version text, results jsonb,
    results_digest text, earliest_release_date date, maximum_discharge_date date,
    parole_discharge_date date, controlling_minimum text, controlling_maximum text,
    exception_count smallint, cause text, prompted_by text, moved jsonb, actor_id bigint
) ON COMMIT DELETE ROWS;
CREATE TEMP TABLE IF NOT EXISTS staged_exception (
    person_id bigint, rule text, sentence_label text, message text
) ON COMMIT DELETE ROWS;
DELETE FROM staged_computation;
DELETE FROM staged_exception;
"""
_MAKE_STAGED_PROFILES = """
CREATE TEMP TABLE IF NOT EXISTS staged_profile (
    person_id bigint, profile_id text
) ON COMMIT DELETE ROWS;
DELETE FROM staged_profile;
"""

_COPY_COMPUTATIONS = f"COPY staged_computation ({', '.join(STAGED_COLUMNS)}) FROM STDIN"
_COPY_EXCEPTIONS = "COPY staged_exception (person_id, rule, sentence_label, message) FROM STDIN"

_COPY_PROFILES = "COPY staged_profile (person_id, profile_id) FROM STDIN"

_ADD_RULE_SETS = """
INSERT INTO timecomp_ruleprofile (id, rules) VALUES (%s, %s) ON CONFLICT (id) DO NOTHING
"""

_SET_PROFILES = """
INSERT INTO timecomp_personprofile (person_id, profile_id)
SELECT person_id, profile_id FROM staged_profile ORDER BY person_id
ON CONFLICT (person_id) DO UPDATE SET profile_id = excluded.profile_id
"""

_SUPERSEDE = """
UPDATE timecomp_computation AS old SET superseded_at = statement_timestamp()
FROM staged_computation AS new
WHERE old.id = new.instead_of AND old.superseded_at IS NULL
"""

# Whoever has a computation standing now was computed by somebody else meanwhile.
_INSERT = f"""
INSERT INTO timecomp_computation ({_STORED_COLUMNS}, computed_at)
SELECT {_STORED_COLUMNS}, statement_timestamp() FROM staged_computation ORDER BY person_id
ON CONFLICT (person_id) WHERE superseded_at IS NULL DO NOTHING
RETURNING person_id
"""  # noqa: S608  the columns are our own constants

_FORGET_LOST = "DELETE FROM staged_computation WHERE NOT person_id = ANY(%s)"

_CLOSE_EXCEPTIONS = """
UPDATE timecomp_computationexception AS open SET closed_at = statement_timestamp()
FROM staged_computation AS new
WHERE open.person_id = new.person_id AND open.closed_at IS NULL AND NOT EXISTS (
    SELECT FROM staged_exception AS found
    WHERE found.person_id = open.person_id AND found.rule = open.rule
      AND found.sentence_label = open.sentence_label AND found.message = open.message
)
"""

_OPEN_EXCEPTIONS = """
INSERT INTO timecomp_computationexception
    (person_id, computation_id, rule, sentence_label, message, opened_at)
SELECT DISTINCT found.person_id, stored.id, found.rule, found.sentence_label, found.message,
    statement_timestamp()
FROM staged_exception AS found
JOIN staged_computation AS new ON new.person_id = found.person_id
JOIN timecomp_computation AS stored
    ON stored.person_id = new.person_id AND stored.superseded_at IS NULL
ON CONFLICT DO NOTHING
"""

Row = Sequence[object]
RuleSet = tuple[str, list[str]]


def write_computations(*, computations: Sequence[Row], exceptions: Sequence[Row]) -> set[int]:
    """Store the rows in place of those that stand; returns whose went in. Needs a transaction."""
    with connection.cursor() as cursor:
        cursor.execute(_MAKE_STAGING)
        _copy(cursor, _COPY_COMPUTATIONS, computations)
        _copy(cursor, _COPY_EXCEPTIONS, exceptions)
        cursor.execute(_SUPERSEDE)
        cursor.execute(_INSERT)
        stored = {row[0] for row in cursor.fetchall()}
        if len(stored) < len(computations):
            cursor.execute(_FORGET_LOST, [list(stored)])
        cursor.execute(_CLOSE_EXCEPTIONS)
        if exceptions:
            cursor.execute(_OPEN_EXCEPTIONS)
    return stored


def write_profiles(*, rule_sets: Sequence[RuleSet], profiles: Sequence[Row]) -> None:
    """Set which rules each person's evaluation touched. Needs a transaction."""
    with connection.cursor() as cursor:
        cursor.execute(_MAKE_STAGED_PROFILES)
        cursor.executemany(_ADD_RULE_SETS, rule_sets)
        _copy(cursor, _COPY_PROFILES, profiles)
        cursor.execute(_SET_PROFILES)


def _copy(cursor: CursorWrapper, statement: str, rows: Sequence[Row]) -> None:
    if not rows:
        return
    with cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
