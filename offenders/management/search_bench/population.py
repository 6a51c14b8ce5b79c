"""A million invented people with names as common as in the census, in tables of their own."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

import names as census
from django.db import connection, models

from offenders.choices import NameKind, Status
from offenders.models import Identifier, NameKey, NameWord, Person, PersonName
from ots.audit.models import AuditEntry

SCHEMA = "search_bench"
_TABLES = (Person, PersonName, NameKey, NameWord, Identifier, AuditEntry)
_BORN_FROM = date(1940, 1, 1)
_BORN_DAYS = 67 * 365
_WITH_ALIAS = 0.10
_WITH_MIDDLE_NAME = 0.7
_COMPOUND = 0.03
_WOMEN = 0.2


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of an invented name."""

    last: str
    first: str
    middle: str = ""


@dataclass(frozen=True, slots=True)
class Invented:
    """An invented person, as found in the tables."""

    person_id: int
    name: Name
    birth_date: date
    alias: Name | None = None


class CensusNames:
    """Draws names as often as the census of 1990 counted them."""

    def __init__(self, chance: random.Random) -> None:
        """Read the three lists."""
        self._chance = chance
        self._lists = {key: _weighted(census.FILES[key]) for key in census.FILES}

    def last(self) -> str:
        """Return a last name; one in thirty is two, as with many Spanish and married names."""
        if self._chance.random() < _COMPOUND:
            return f"{self._one('last')}-{self._one('last')}"
        return self._one("last")

    def first(self, sex: str) -> str:
        """Return a first name for a sex, ``male`` or ``female``."""
        return self._one(f"first:{sex}")

    def _one(self, key: str) -> str:
        words, weights = self._lists[key]
        return self._chance.choices(words, cum_weights=weights)[0]


def _weighted(path: str) -> tuple[list[str], list[float]]:
    words, weights = [], []
    with open(path, encoding="ascii") as lines:
        for line in lines:
            word, weight, *_ = line.split()
            words.append(word.title())
            weights.append(float(weight))
    return words, list(accumulate(weights))


@dataclass(slots=True)
class Population:
    """The invented people, drawn anew from the seed whenever they are walked through."""

    size: int
    seed: int
    _names: CensusNames | None = field(default=None, init=False)

    def people(self) -> Iterator[Invented]:
        """Return every invented person in order of number."""
        chance = random.Random(self.seed)  # noqa: S311  invented people, not secrets
        names = CensusNames(chance)
        for number in range(1, self.size + 1):
            sex = "female" if chance.random() < _WOMEN else "male"
            middle = names.first(sex) if chance.random() < _WITH_MIDDLE_NAME else ""
            name = Name(names.last(), names.first(sex), middle)
            alias = None
            if chance.random() < _WITH_ALIAS:
                alias = Name(names.last(), names.first(sex))
            born = _BORN_FROM + timedelta(days=chance.randrange(_BORN_DAYS))
            yield Invented(number, name, born, alias)


@contextmanager
def scratch_tables() -> Iterator[None]:
    """Give this connection empty copies of the tables that the search reads, and drop them after.

    Until then every unqualified table name means the copy: the real record is out of sight.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE; CREATE SCHEMA {SCHEMA}")
        try:
            for model in _TABLES:
                cursor.execute(_copy_of(model))
            cursor.execute(f"SET search_path = {SCHEMA}, public")
            cursor.execute(
                f"CREATE TRIGGER write_name_keys AFTER INSERT ON {SCHEMA}.offenders_personname "
                "REFERENCING NEW TABLE AS recorded "
                "FOR EACH STATEMENT EXECUTE FUNCTION write_name_keys()"
            )
            yield
        finally:
            cursor.execute(f"SET search_path = public; DROP SCHEMA {SCHEMA} CASCADE")


def _copy_of(model: type[models.Model]) -> str:
    table = model._meta.db_table
    return f"CREATE TABLE {SCHEMA}.{table} (LIKE public.{table} INCLUDING ALL)"


def fill(population: Population) -> None:
    """Write the people and their names by COPY, so that the trigger makes the keys."""
    with connection.cursor() as cursor:
        with cursor.copy(
            "COPY offenders_person (id, last_name, first_name, middle_name, suffix, birth_date, "
            "sex, race, status, recorded_at) FROM STDIN"
        ) as rows:
            for one in population.people():
                rows.write_row(
                    (
                        one.person_id,
                        one.name.last,
                        one.name.first,
                        one.name.middle,
                        "",
                        one.birth_date,
                        "U",
                        "U",
                        Status.PAROLE.value,
                        "2020-01-01",
                    )
                )
        with cursor.copy(
            "COPY offenders_personname (person_id, kind, last_name, first_name, middle_name, "
            "suffix, recorded_at, reason, source) FROM STDIN"
        ) as rows:
            for one in population.people():
                rows.write_row(_name_row(one.person_id, NameKind.LEGAL, one.name))
                if one.alias:
                    rows.write_row(_name_row(one.person_id, NameKind.ALIAS, one.alias))
        for model in _TABLES:
            cursor.execute(f"VACUUM ANALYZE {model._meta.db_table}")


def _name_row(person_id: int, kind: NameKind, name: Name) -> tuple[object, ...]:
    return (person_id, kind.value, name.last, name.first, name.middle, "", "2020-01-01", "", "")
