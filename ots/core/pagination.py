"""One way to cut a list into pages."""

from collections.abc import Sequence
from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.db.models import Model, QuerySet
from django.http import HttpRequest

PAGE_SIZE = 50

Item = TypeVar("Item", bound=Model)


def paginate(request: HttpRequest, items: QuerySet[Item] | Sequence[Item]) -> "Page[Item]":
    """Return the page that the ``page`` part of the query asks for; a bad number is the nearest."""
    return Paginator(items, PAGE_SIZE).get_page(request.GET.get("page"))
