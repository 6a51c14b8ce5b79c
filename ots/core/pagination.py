"""One way to cut a list into pages."""

from typing import TYPE_CHECKING, TypeVar

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

if TYPE_CHECKING:
    from django.core.paginator import _SupportsPagination

PAGE_SIZE = 50

Item = TypeVar("Item")


def paginate(request: HttpRequest, items: "_SupportsPagination[Item]") -> "Page[Item]":
    """Return the page that the ``page`` part of the query asks for; a bad number is the nearest.

    Takes a queryset as well as a list.
    """
    return Paginator(items, PAGE_SIZE).get_page(request.GET.get("page"))
