"""What all six loaders share: every row but a person's own belongs to a person."""

from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from typing import Protocol, TypeVar

from ots.exchange.agencies.broward import schema
from ots.exchange.loading import Entry, Loader


class OfPerson(Protocol):
    """A row that names its person."""

    @property
    def person_key(self) -> str:
        """Return the person's key at the source."""


PersonsRow = TypeVar("PersonsRow", bound=OfPerson)


class BrowardLoader(Loader[PersonsRow]):
    """Checks each row by its schema and finds the person it belongs to."""

    agency = schema.AGENCY

    def __init__(self, today: date) -> None:
        """Take the day after which no fact can have happened."""
        self._today = today

    def parse(self, cells: Mapping[str, str]) -> PersonsRow:
        """Check the columns."""
        return self.check(cells, self._today)

    @abstractmethod
    def check(self, cells: Mapping[str, str], today: date) -> PersonsRow:
        """Check the columns against the schema of the table."""

    def parents(self, row: PersonsRow) -> Mapping[str, str]:
        """Belong to a person."""
        return {schema.PEOPLE.name: row.person_key}


def person_id(entry: Entry[PersonsRow]) -> int:
    """Return the person that the row was found to belong to."""
    return entry.parents[schema.PEOPLE.name].person_id
