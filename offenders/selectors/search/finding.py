"""Finding people: by number, then by name in two steps, else by the other criteria alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from offenders.models.search import NamePart
from offenders.selectors.search.candidates import MOST_HITS, Hit, Hits, people_named
from offenders.selectors.search.criteria import SearchCriteria, check_allowed
from offenders.selectors.search.listing import people_listed
from offenders.selectors.search.numbers import people_numbered
from offenders.selectors.search.readings import NameReading, TypedName, read_name
from offenders.selectors.search.words import Asked, WordMatches, alike_words, similar_words
from ots.access.permissions import Permission
from ots.access.viewer import Viewer

# With one sure hit or this many likely ones the second, wider look is spared.
_SURE_SCORE: Final = 0.85
_SURE_SCORE_WITH_BIRTH_DATE: Final = 0.75
_ENOUGH: Final = 5
_LIKELY_SCORE: Final = 0.75
_LEAST_SCORE: Final = 0.72
_LEAST_SCORE_OF_SECOND_LOOK: Final = 0.6
_LAST_NAME_ONLY_COSTS: Final = 0.35


@dataclass(frozen=True, slots=True)
class Finding:
    """Who may be meant, and how the typed name was understood."""

    hits: Hits = Hits()
    typed: TypedName = TypedName()
    matches: WordMatches = field(default_factory=dict)


def find(viewer: Viewer, criteria: SearchCriteria) -> Finding:
    """Return who may be meant in the viewer's reach, the best ``MOST_HITS`` of them."""
    viewer.require(Permission.PERSON_SEARCH)
    check_allowed(viewer, criteria)
    numbered = people_numbered(viewer, criteria) if criteria.number else []
    if criteria.name:
        finding = _by_name(viewer, criteria)
        return replace(finding, hits=_joined(numbered, finding.hits))
    if criteria.number and not criteria.born:
        return Finding(Hits(tuple(numbered[:MOST_HITS]), len(numbered)))
    if criteria.number:
        # Eight digits may be a number as well as a day.
        return Finding(_joined(numbered, people_listed(viewer, criteria)))
    return Finding(people_listed(viewer, criteria) if criteria.used() else Hits())


def _by_name(viewer: Viewer, criteria: SearchCriteria) -> Finding:
    typed = read_name(criteria.name)
    if not typed.readings:
        return Finding()
    matches = similar_words(_asked(typed))
    hits = people_named(viewer, criteria, typed, matches, least_score=_LEAST_SCORE)
    if _is_enough(criteria, hits):
        return Finding(hits, typed, matches)
    return _second_look(viewer, criteria, typed, matches)


def _is_enough(criteria: SearchCriteria, hits: Hits) -> bool:
    sure = _SURE_SCORE_WITH_BIRTH_DATE if criteria.born else _SURE_SCORE
    if any(hit.score >= sure for hit in hits.found):
        return True
    return sum(hit.score >= _LIKELY_SCORE for hit in hits.found) >= _ENOUGH


def _second_look(
    viewer: Viewer, criteria: SearchCriteria, typed: TypedName, matches: WordMatches
) -> Finding:
    """Look again, also for words with several mistakes and for the last name alone."""
    wider = typed if criteria.born else _with_last_name_only(typed)
    matches = alike_words(matches)
    hits = people_named(viewer, criteria, wider, matches, least_score=_LEAST_SCORE_OF_SECOND_LOOK)
    return Finding(hits, wider, matches)


def _with_last_name_only(typed: TypedName) -> TypedName:
    last_only = tuple(
        NameReading(reading.last, "", cost=reading.cost + _LAST_NAME_ONLY_COSTS)
        for reading in typed.readings
        if reading.last and reading.first
    )
    return replace(typed, readings=(*typed.readings, *last_only))


def _asked(typed: TypedName) -> Iterator[Asked]:
    for reading in typed.readings:
        if reading.last:
            yield NamePart.LAST, reading.last
        if reading.first:
            yield NamePart.FIRST, reading.first


def _joined(numbered: Sequence[Hit], named: Hits) -> Hits:
    first = {hit.person_id for hit in numbered}
    others = [hit for hit in named.found if hit.person_id not in first]
    found = (*numbered, *others)[:MOST_HITS]
    repeated = len(named.found) - len(others)
    return Hits(found, named.total + len(numbered) - repeated)
