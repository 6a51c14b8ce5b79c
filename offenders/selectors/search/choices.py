"""What a search form offers to choose from; only what the viewer may search by."""

from offenders.choices import Status
from offenders.selectors.search.criteria import RECORD_NUMBER, may_sort_by, searchable_kinds
from ots.access.models import Office
from ots.access.viewer import Viewer

Choices = list[tuple[str, str]]

_SORT_LABELS = {"match": "Best match", "name": "Name", "birth_date": "Date of birth"}


def number_kind_choices(viewer: Viewer) -> Choices:
    """Return the kinds of number the viewer may search by, the record's own first."""
    kinds = [(kind.value, str(kind.label)) for kind in searchable_kinds(viewer)]
    return [("", "Any number"), (RECORD_NUMBER, "OTS number"), *kinds]


def office_choices() -> Choices:
    """Return the offices where people are supervised."""
    offices = Office.objects.filter(is_active=True).order_by("name").values_list("pk", "name")
    return [("", "Any office"), *((str(key), name) for key, name in offices)]


def status_choices() -> Choices:
    """Return where a person may stand."""
    return [("", "Any status"), *((status.value, str(status.label)) for status in Status)]


def sort_choices(viewer: Viewer) -> Choices:
    """Return the orders by which the viewer may sort."""
    return [(sort, label) for sort, label in _SORT_LABELS.items() if may_sort_by(viewer, sort)]
