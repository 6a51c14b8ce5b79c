"""The people found as a file that leaves the system."""

from typing import Final

from offenders.models import Person
from offenders.selectors.search.criteria import SearchCriteria
from offenders.selectors.search.finding import find
from ots.access.exports import export_csv
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer

COLUMNS: Final = (
    "id",
    "last_name",
    "first_name",
    "middle_name",
    "suffix",
    "birth_date",
    "get_sex_display",
    "get_status_display",
    "office",
)


def export_people(viewer: Viewer, criteria: SearchCriteria) -> str:
    """Return all people found as CSV in the order of the page, and put it in the trail."""
    keys = [hit.person_id for hit in find(viewer, criteria).hits.found]
    people = in_scope(viewer, Person.objects.select_related("office")).in_bulk(keys)
    found = [people[key] for key in keys if key in people]
    return export_csv(viewer, Person, found, COLUMNS, list_name="person search")
