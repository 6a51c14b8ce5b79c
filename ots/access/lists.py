"""A page of a list: cut, masked for the viewer, and noted in the trail with who was on it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.paginator import Page
from django.db import models

from ots.access.fields import mask
from ots.access.pages import PageRequest
from ots.audit.events import Event
from ots.audit.services import record_view
from ots.core.pagination import paginate


@dataclass(frozen=True, slots=True)
class MaskedPage:
    """The rows to show, and the page they are on."""

    rows: list[object]
    page: "Page[models.Model]"


def masked_page(
    request: PageRequest,
    queryset: "models.QuerySet[models.Model]",
    *,
    list_name: str,
    counted: int | None = None,
) -> MaskedPage:
    """Return the asked-for page of people or facts as the viewer may see them.

    ``counted`` is how many rows there are, where the page has counted them already.
    """
    page = paginate(request, queryset, counted=counted)
    items = list(page.object_list)
    rows = [mask(request.viewer, item, seen=request.seen) for item in items]
    people = people_of(items)
    record_view(
        Event.LIST_VIEWED,
        actor=request.viewer.user,
        categories=request.seen.categories,
        people=people,
        details={"list": list_name, "rows": len(items)},
        reason=request.viewer.reasons_for(people),
    )
    return MaskedPage(rows=rows, page=page)


def people_of(items: Iterable[models.Model]) -> list[int]:
    """Return the people whom the rows are about, each once."""
    keys = (getattr(item, "person_id", item.pk) for item in items)
    return list(dict.fromkeys(key for key in keys if isinstance(key, int)))
