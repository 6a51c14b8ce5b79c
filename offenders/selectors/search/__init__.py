"""Finding people by name, number, date of birth, office and status."""

from offenders.selectors.search.box import NotADateError, Typed, understand
from offenders.selectors.search.choices import (
    number_kind_choices,
    office_choices,
    sort_choices,
    status_choices,
)
from offenders.selectors.search.criteria import (
    CRITERIA,
    RECORD_NUMBER,
    SORTS,
    SearchCriteria,
    may_search_by,
    may_sort_by,
    refusal,
    searchable_kinds,
)
from offenders.selectors.search.export import export_people
from offenders.selectors.search.results import FoundPerson, SearchResults, find_people

__all__ = [
    "CRITERIA",
    "RECORD_NUMBER",
    "SORTS",
    "FoundPerson",
    "NotADateError",
    "SearchCriteria",
    "SearchResults",
    "Typed",
    "export_people",
    "find_people",
    "may_search_by",
    "may_sort_by",
    "number_kind_choices",
    "office_choices",
    "refusal",
    "searchable_kinds",
    "sort_choices",
    "status_choices",
    "understand",
]
