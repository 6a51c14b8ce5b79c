"""Where the answers of an assessment come from, as links into the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from offenders.selectors.reading import Reading
from supervision.rules.instruments.words import words
from supervision.rules.prefill.record import Kind
from supervision.selectors.record_facts import sources_open

# A source as it is kept: its kind, its key and its day.
Kept = tuple[Kind, int, date | None]
_PAGES = {
    Kind.PERSON: "offenders:person-identity",
    Kind.EMPLOYMENT: "offenders:person-identity",
    Kind.ADDRESS: "offenders:person-identity",
    Kind.CUSTODY: "offenders:person-custody",
    Kind.MISCONDUCT: "offenders:person-timeline",
    Kind.WARRANT: "offenders:person-orders",
    Kind.SUPERVISION: "supervision:overview",
}
COURT_PAGE = "offenders:person-legal"


@dataclass(frozen=True, slots=True)
class SourceShown:
    """A row of the record that an answer came from, and where to look at it."""

    text: str
    on: date | None
    url: str


def answering_sources(
    reading: Reading,
    person_id: int,
    sources: Mapping[str, tuple[Kept, ...]],
) -> dict[str, tuple[SourceShown, ...]]:
    """Return the sources of each item as links; one query a kind."""
    every = {(kind, key) for each in sources.values() for kind, key, _ in each}
    opened = sources_open(reading, every)
    return {
        name: tuple(_shown(source, person_id, opened) for source in each)
        for name, each in sources.items()
    }


def _shown(source: Kept, person_id: int, opened: set[tuple[Kind, int]]) -> SourceShown:
    kind, key, on = source
    if (kind, key) not in opened:
        return SourceShown("A row that is closed to you", None, "")
    text = "The person" if kind is Kind.PERSON else words(kind.value)
    url = reverse(_PAGES.get(kind, COURT_PAGE), kwargs={"person": person_id})
    return SourceShown(text, on, url)
