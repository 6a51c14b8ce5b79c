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
    note_list(request, people_of(items), list_name=list_name, rows=len(items))
    return MaskedPage(rows=rows, page=page)


def note_list(
    request: PageRequest, people: Iterable[int], *, list_name: str, rows: int | None = None
) -> None:
    """Note in the trail who was on a list that the viewer was shown, each once."""
    named = list(dict.fromkeys(people))
    record_view(
        Event.LIST_VIEWED,
        actor=request.viewer.user,
        categories=request.seen.categories,
        people=named,
        details={"list": list_name, "rows": len(named) if rows is None else rows},
        reason=request.viewer.reasons_for(named),
    )


def people_of(items: Iterable[models.Model]) -> list[int]:
    """Return the people whom the rows are about."""
    keys = (getattr(item, "person_id", item.pk) for item in items)
    return [key for key in keys if isinstance(key, int)]
