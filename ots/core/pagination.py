"""One way to cut a list into pages."""

from typing import TYPE_CHECKING, TypeVar

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

if TYPE_CHECKING:
    from django.core.paginator import _SupportsPagination

PAGE_SIZE = 50

Item = TypeVar("Item")


def paginate(
    request: HttpRequest, items: "_SupportsPagination[Item]", *, counted: int | None = None
) -> "Page[Item]":
    """Return the page that the ``page`` part of the query asks for; a bad number is the nearest.

    Takes a queryset as well as a list, and how many there are if that is known already.
    """
    paginator = Paginator(items, PAGE_SIZE)
    if counted is not None:
        paginator.count = counted
    return paginator.get_page(request.GET.get("page"))
