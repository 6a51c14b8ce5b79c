"""Finding and ranking by name, in one statement: who may be meant, the likeliest first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

from django.core.exceptions import EmptyResultSet

from offenders.models import Person
from offenders.models.search import NamePart
from offenders.selectors.search.birth_dates import (
    NEARBY_DAYS,
    NEARBY_SCORE,
    SURE_SCORE,
    UNKNOWN_SCORE,
    likely_birth_dates,
)
from offenders.selectors.search.criteria import SearchCriteria
from offenders.selectors.search.readings import NameReading, TypedName
from offenders.selectors.search.statement import Value, rows_by_index
from offenders.selectors.search.words import WordMatches
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer

# Nobody reads further; a list this long needs another word or a date of birth.
MOST_HITS: Final = 500
_MOST_PAIRS: Final = 3000

# What must fit exactly, the viewer's reach with it: nobody outside takes a place among the best.
_FITS: Final = """
    (%(born)s::date IS NULL OR person.birth_date IS NULL
     OR person.birth_date = ANY(%(dates)s::date[])
     OR abs(person.birth_date - %(born)s::date) <= %(nearby_days)s)
    AND (%(born_from)s::date IS NULL OR person.birth_date >= %(born_from)s::date)
    AND (%(born_to)s::date IS NULL OR person.birth_date <= %(born_to)s::date)
    AND (%(office)s::bigint IS NULL OR person.office_id = %(office)s::bigint)
    AND (%(status)s::text = '' OR person.status = %(status)s::text)
"""
_IN_REACH: Final = " AND person.id IN (SELECT reach.person_id FROM reach)"

# pairs: which last with which first names; alone: where only one of the two was given.
_WORDS: Final = """
lasts AS (
    SELECT * FROM unnest(%(last_readings)s::int[], %(last_words)s::text[], %(last_scores)s::real[])
        AS given(reading, word, score)
), firsts AS (
    SELECT * FROM unnest(
        %(first_readings)s::int[], %(first_words)s::text[], %(first_scores)s::real[])
        AS given(reading, word, score)
), pairs AS MATERIALIZED (
    SELECT lasts.word AS last_key, firsts.word AS first_key,
           max(0.56 * lasts.score + 0.44 * firsts.score) AS score
    FROM lasts JOIN firsts USING (reading)
    WHERE 0.56 * lasts.score + 0.44 * firsts.score > %(least_score)s
    GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT %(most_pairs)s
), alone AS MATERIALIZED (
    SELECT 'last' AS part, lasts.word, lasts.score FROM lasts
    WHERE lasts.reading NOT IN (SELECT reading FROM firsts)
    UNION ALL
    SELECT 'first', firsts.word, firsts.score - 0.05 FROM firsts
    WHERE firsts.reading NOT IN (SELECT reading FROM lasts)
    ORDER BY 3 DESC, 2
)
"""

_NAMED: Final = ", named (person_id, name_id, last_key, first_key, basis, score) AS MATERIALIZED"
_BY_PAIR: Final = """
    SELECT keys.person_id, keys.name_id, keys.last_key, keys.first_key, keys.basis, pairs.score
    FROM pairs JOIN offenders_namekey AS keys USING (last_key, first_key)
"""
# Stops when enough are found.
_BY_LAST_ALONE: Final = """
    (SELECT found.person_id, found.name_id, found.last_key, found.first_key, found.basis, score
     FROM alone CROSS JOIN LATERAL (
        SELECT keys.* FROM offenders_namekey AS keys
        JOIN offenders_person AS person ON person.id = keys.person_id
        WHERE keys.last_key = alone.word AND keys.basis <> 'middle' AND /*fits*/
        ORDER BY keys.first_key, keys.person_id LIMIT %(enough)s) AS found
     WHERE alone.part = 'last' LIMIT 2 * %(enough)s)
"""
_BY_FIRST_ALONE: Final = """
    (SELECT found.person_id, found.name_id, found.last_key, found.first_key, found.basis, score
     FROM alone CROSS JOIN LATERAL (
        SELECT keys.* FROM offenders_namekey AS keys
        JOIN offenders_person AS person ON person.id = keys.person_id
        WHERE keys.first_key = alone.word AND /*fits*/
        ORDER BY keys.last_key, keys.person_id LIMIT %(enough)s) AS found
     WHERE alone.part = 'first' LIMIT 2 * %(enough)s)
"""
_BY_WORD_AND_BIRTH: Final = """
    SELECT keys.person_id, keys.name_id, keys.last_key, keys.first_key, keys.basis, alone.score
    FROM offenders_person AS person
    JOIN offenders_namekey AS keys ON keys.person_id = person.id
    JOIN alone ON alone.word = CASE alone.part WHEN 'last' THEN keys.last_key
                                               ELSE keys.first_key END
    WHERE person.birth_date = ANY(%(dates)s::date[])
"""
# A wholly different spelling, among those born on the surest days.
_BY_BIRTH: Final = """
    SELECT keys.person_id, keys.name_id, keys.last_key, keys.first_key, keys.basis, 0.9 * likeness
    FROM offenders_person AS person
    JOIN offenders_namekey AS keys ON keys.person_id = person.id
    CROSS JOIN LATERAL (
        SELECT greatest(similarity(keys.last_key || ' ' || keys.first_key, %(straight)s),
                        similarity(keys.last_key || ' ' || keys.first_key, %(swapped)s))
    ) AS compared(likeness)
    WHERE person.birth_date = ANY(%(sure_dates)s::date[]) AND keys.basis <> 'middle'
      AND likeness > 0.3
"""

_RANKED: Final = """
, judged AS (
    SELECT named.person_id, named.name_id, named.last_key, named.first_key,
           person.last_name, person.first_name, person.birth_date,
           (named.score
            - CASE named.basis WHEN 'middle' THEN 0.04 WHEN 'part' THEN 0.03 ELSE 0 END
            + CASE WHEN spelled.id IS NULL THEN 0 ELSE 0.02 END)
           * (CASE WHEN %(born)s::date IS NULL THEN 1 ELSE 0.6 END)
           + CASE WHEN %(born)s::date IS NULL THEN 0
                  WHEN likely.score IS NOT NULL THEN 0.4 * likely.score
                  WHEN person.birth_date IS NULL THEN 0.4 * %(unknown_score)s
                  ELSE 0.4 * %(nearby_score)s END AS score
    FROM named JOIN offenders_person AS person ON person.id = named.person_id
    LEFT JOIN unnest(%(dates)s::date[], %(date_scores)s::real[]) AS likely(day, score)
      ON likely.day = person.birth_date
    LEFT JOIN offenders_personname AS spelled
      ON %(others)s::text[] <> '{}' AND spelled.id = named.name_id
     AND name_key(spelled.middle_name) LIKE ANY(%(others)s::text[])
    WHERE /*fits*/
), hits AS (
    SELECT *, count(*) OVER () AS total FROM (
        SELECT DISTINCT ON (person_id) * FROM judged ORDER BY person_id, score DESC, name_id
    ) AS best
    ORDER BY score DESC, last_name, first_name, person_id LIMIT %(most)s
)
SELECT person_id, score, name_id, last_key, first_key, total FROM hits
ORDER BY CASE WHEN %(sort)s = 'name' THEN last_name END, CASE WHEN %(sort)s = 'name' THEN
         first_name END, CASE WHEN %(sort)s = 'birth_date' THEN birth_date END,
         score DESC, last_name, first_name, person_id
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A person who may be meant, and by which name; ``number_kind`` where a number told."""

    person_id: int
    score: float
    name_id: int | None = None
    last_key: str = ""
    first_key: str = ""
    number_kind: str = ""


_Columns = tuple[int, float, int, str, str]


@dataclass(frozen=True, slots=True)
class Hits:
    """The best hits in the order asked for, and how many there are at least."""

    found: tuple[Hit, ...] = ()
    total: int = 0


def people_named(
    viewer: Viewer,
    criteria: SearchCriteria,
    typed: TypedName,
    matches: WordMatches,
    *,
    least_score: float,
) -> Hits:
    """Return the people in the viewer's reach whose names fit, in one query."""
    try:
        reach, reach_values = _reach(viewer)
    except EmptyResultSet:
        return Hits()
    values: dict[str, Value] = {
        **reach_values,
        **_criteria_values(criteria),
        **_word_values(typed, matches),
        "least_score": least_score,
        "most_pairs": _MOST_PAIRS,
        "most": MOST_HITS,
        "enough": MOST_HITS + 1,
    }
    rows = rows_by_index(_statement(_ways(typed, criteria), reach), values)
    hits = tuple(Hit(*cast(_Columns, row[:5])) for row in rows)
    return Hits(hits, cast(int, rows[0][5]) if rows else 0)


def _ways(typed: TypedName, criteria: SearchCriteria) -> list[str]:
    alone = [reading for reading in typed.readings if not (reading.last and reading.first)]
    ways = [_BY_PAIR] if len(alone) < len(typed.readings) else []
    if criteria.born:
        return [*ways, _BY_BIRTH, *([_BY_WORD_AND_BIRTH] if alone else [])]
    if any(reading.last for reading in alone):
        ways.append(_BY_LAST_ALONE)
    if any(reading.first for reading in alone):
        ways.append(_BY_FIRST_ALONE)
    return ways


def _statement(ways: list[str], reach: str) -> str:
    named = f"{_NAMED} ({'UNION ALL'.join(ways)})"
    fits = _FITS + _IN_REACH if reach else _FITS
    return f"WITH {reach}" + _WORDS + (named + _RANKED).replace("/*fits*/", fits)


def _reach(viewer: Viewer) -> tuple[str, dict[str, Value]]:
    """Return the people in the viewer's reach as part of the statement, with its values.

    Nothing where the reach is the whole state.
    """
    people = in_scope(viewer, Person.objects.order_by())
    if not people.query.where:
        return "", {}
    scope, values = people.values("pk").query.sql_with_params()
    names = [f"reach_{number}" for number in range(len(values))]
    # The other values of the statement have names, so these need some too.
    named = scope.replace("%%", "%%%%") % tuple(f"%({name})s" for name in names)
    return f"reach (person_id) AS MATERIALIZED ({named}), ", dict(zip(names, values, strict=True))


def _criteria_values(criteria: SearchCriteria) -> dict[str, Value]:
    likely = likely_birth_dates(criteria.born) if criteria.born else ()
    return {
        "born": criteria.born,
        "born_from": criteria.born_from,
        "born_to": criteria.born_to,
        "office": criteria.office_id,
        "status": criteria.status,
        "sort": criteria.sort,
        "dates": [each.day for each in likely],
        "date_scores": [each.score for each in likely],
        "sure_dates": [each.day for each in likely if each.score >= SURE_SCORE],
        "nearby_days": NEARBY_DAYS,
        "nearby_score": NEARBY_SCORE,
        "unknown_score": UNKNOWN_SCORE,
    }


def _word_values(typed: TypedName, matches: WordMatches) -> dict[str, Value]:
    lasts = list(_scored(typed.readings, NamePart.LAST, matches))
    firsts = list(_scored(typed.readings, NamePart.FIRST, matches))
    best = typed.readings[0]
    return {
        "last_readings": [number for number, _, _ in lasts],
        "last_words": [word for _, word, _ in lasts],
        "last_scores": [score for _, _, score in lasts],
        "first_readings": [number for number, _, _ in firsts],
        "first_words": [word for _, word, _ in firsts],
        "first_scores": [score for _, _, score in firsts],
        "straight": f"{best.last} {best.first}",
        "swapped": f"{best.first} {best.last}",
        "others": [f"{other}%" for other in typed.others],
    }


def _scored(
    readings: Sequence[NameReading], part: NamePart, matches: WordMatches
) -> Iterator[tuple[int, str, float]]:
    for number, reading in enumerate(readings):
        text = reading.last if part == NamePart.LAST else reading.first
        for match in matches.get((part, text), ()):
            yield number, match.word, match.score - reading.cost
