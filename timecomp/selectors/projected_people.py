"""Everybody in prison and on parole with the months of their dates, read by set queries."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection

from timecomp.engine.dates import month_number
from timecomp.law.accrual import DAYS_IN_AN_AVERAGE_MONTH
from timecomp.law.offences import UnreadableOffenceCode, offence
from timecomp.projection.flows import Held, Paroled, Population, grouped
from timecomp.projection.rates import MONTHS_IN_A_YEAR

# Who was sentenced in these years tells how long the newly admitted serve, and how many come.
YEARS_LOOKED_BACK = 5
NOT_IN_TABLE = "unknown"

_IN_PRISON = """
SELECT c.person_id, c.earliest_release_date, c.maximum_discharge_date
FROM timecomp_computation AS c
WHERE c.superseded_at IS NULL AND EXISTS (
    SELECT FROM offenders_custodyperiod AS stay
    WHERE stay.person_id = c.person_id AND stay.kind = 'prison'
      AND stay.ended_on IS NULL AND stay.superseded_at IS NULL
)
"""

_ON_PAROLE = """
SELECT c.parole_discharge_date, count(*)
FROM timecomp_computation AS c JOIN offenders_person AS p ON p.id = c.person_id
WHERE c.superseded_at IS NULL AND p.status = 'parole' AND NOT EXISTS (
    SELECT FROM offenders_custodyperiod AS stay
    WHERE stay.person_id = c.person_id AND stay.kind = 'prison'
      AND stay.ended_on IS NULL AND stay.superseded_at IS NULL
)
GROUP BY 1
"""

# The sentence that controls the earliest release, of those imposed in the years looked back.
_SENTENCED = """
SELECT c.person_id, alleged.offense_code, alleged.offense_date, terms.sentenced_on,
    c.earliest_release_date
FROM timecomp_computation AS c
JOIN offenders_sentence AS s ON s.person_id = c.person_id AND s.label = c.controlling_minimum
JOIN offenders_sentenceterms AS terms
    ON terms.sentence_id = s.id AND terms.superseded_at IS NULL
JOIN offenders_chargeparticulars AS alleged
    ON alleged.charge_id = s.charge_id AND alleged.superseded_at IS NULL
WHERE c.superseded_at IS NULL AND c.earliest_release_date IS NOT NULL
  AND terms.sentenced_on >= %s AND terms.sentenced_on <= %s
"""

Moved = Mapping[int, date | None]
NOBODY_MOVED: Moved = {}


@dataclass(frozen=True, slots=True)
class DatedPeople:
    """Everybody's dates as they stand on a day, read once for any number of laws."""

    as_of: date
    in_prison: tuple[tuple[int, date | None, date | None], ...]
    on_parole: tuple[tuple[date | None, int], ...]
    sentenced: tuple[tuple[int, str, date, date], ...]

    def admissions(self) -> dict[str, float]:
        """Return how many people of each group came in a month of the years looked back."""
        people = Counter(group for _, group, _, _ in self.sentenced)
        months = YEARS_LOOKED_BACK * MONTHS_IN_A_YEAR
        return {group: round(number / months, 1) for group, number in sorted(people.items())}

    def population(self, moved: Moved = NOBODY_MOVED) -> Population:
        """Return who is there, with the release of a scenario for those whom it moves."""
        return Population(
            held=grouped(self._held(moved)),
            paroled=tuple(Paroled(number, self._ahead(day)) for day, number in self.on_parole),
            months_to_serve=self._months_to_serve(moved),
        )

    def _held(self, moved: Moved) -> Iterator[Held]:
        for person, today, ends in self.in_prison:
            release = moved.get(person, today)
            last = release if release and ends and release > ends else ends
            passed_over = bool(today and today < self.as_of)
            yield Held(1, self._ahead(release), self._ahead(last), passed_over)

    def _months_to_serve(self, moved: Moved) -> dict[str, int]:
        """How long each group serves on average; whom a scenario closes release to is left out."""
        days, people = Counter[str](), Counter[str]()
        for person, group, sentenced_on, today in self.sentenced:
            release = moved.get(person, today)
            if release is not None:
                days[group] += max(0, (release - sentenced_on).days)
                people[group] += 1
        return {
            group: round(days[group] / number / DAYS_IN_AN_AVERAGE_MONTH)
            for group, number in people.items()
        }

    def _ahead(self, day: date | None) -> int | None:
        return None if day is None else month_number(day) - month_number(self.as_of)


def dated_people(as_of: date) -> DatedPeople:
    """Read everybody's dates; three queries."""
    first = date(as_of.year - YEARS_LOOKED_BACK, as_of.month, 1)
    return DatedPeople(
        as_of=as_of,
        in_prison=tuple(_rows(_IN_PRISON)),
        on_parole=tuple(_rows(_ON_PAROLE)),
        sentenced=tuple(
            (person, _group(code, committed), sentenced_on, release)
            for person, code, committed, sentenced_on, release in _rows(_SENTENCED, first, as_of)
        ),
    )


def _group(code: str, committed: date | None) -> str:
    try:
        row = offence(code, committed) if code and committed else None
    except UnreadableOffenceCode:
        row = None
    return NOT_IN_TABLE if row is None else row.category


def _rows(query: str, *values: date) -> Iterator[tuple]:  # type: ignore[type-arg]  # any row
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        yield from cursor.fetchall()
