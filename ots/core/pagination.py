"""One way to cut a list into pages."""

from collections.abc import Sequence
from typing import TypeVar, overload

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

PAGE_SIZE = 50

Record = TypeVar("Record", bound=Model)
Item = TypeVar("Item")


@overload
def paginate(request: HttpRequest, items: QuerySet[Record]) -> "Page[Record]": ...


@overload
def paginate(request: HttpRequest, items: Sequence[Item]) -> "Page[Item]": ...


def paginate(
    request: HttpRequest, items: QuerySet[Model] | Sequence[object]
) -> "Page[Model] | Page[object]":
    """Return the page that the ``page`` part of the query asks for; a bad number is the nearest."""
    return Paginator(items, PAGE_SIZE).get_page(request.GET.get("page"))
