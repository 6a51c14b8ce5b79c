"""The search of administration's lists: what is searched for stays out of addresses there too."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.contrib.admin import ModelAdmin
from django.contrib.admin.views.main import SEARCH_VAR, ChangeList
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from ots.access.searching import ASKS, TERMS, is_search, open_terms, seal_terms

if TYPE_CHECKING:
    AnyModelAdmin = ModelAdmin[models.Model]
else:
    AnyModelAdmin = ModelAdmin


class SealedChangeList(ChangeList):
    """A list whose links carry what was searched for sealed, as its address does."""

    def __init__(self, request: HttpRequest, *args: object, **kwargs: object) -> None:
        """Read the list with the terms opened; the request keeps them sealed."""
        in_address = request.GET
        self.sealed_terms = in_address.get(TERMS, "")
        request.GET = _opened(request)  # type: ignore[assignment]  # read alone
        try:
            super().__init__(request, *args, **kwargs)  # type: ignore[arg-type]  # passed through
        finally:
            request.GET = in_address

    def get_query_string(
        self,
        new_params: Mapping[str, object] | None = None,
        remove: Iterable[str] | None = None,
    ) -> str:
        """Return the address of another view of the list."""
        told = super().get_query_string(new_params, remove)  # type: ignore[arg-type]  # as declared
        query = QueryDict(told.removeprefix("?"), mutable=True)
        if query.pop(SEARCH_VAR, None) and self.sealed_terms:
            query[TERMS] = self.sealed_terms
        return f"?{query.urlencode()}"


class SealedSearch(AnyModelAdmin):
    """Takes a search by POST and answers at an address in which it is sealed."""

    def get_changelist(self, request: HttpRequest, **kwargs: object) -> type[ChangeList]:
        """Return the kind of list."""
        return SealedChangeList

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """Show the list, or lead to the address of a search."""
        if is_search(request):
            return _lead_to(request, request.POST)
        if SEARCH_VAR in request.GET:
            return _lead_to(request, _without_search(request.GET))
        return super().changelist_view(request, extra_context)


def searched_for(request: HttpRequest) -> dict[str, str]:
    """Return what an address of administration searches for, by its field."""
    found = open_terms(request).get(SEARCH_VAR, "")
    return {SEARCH_VAR: str(found)} if found else {}


def _lead_to(request: HttpRequest, told: QueryDict) -> HttpResponse:
    query, terms = _without_search(told), QueryDict(mutable=True)
    for name in (ASKS, "csrfmiddlewaretoken", TERMS):
        query.pop(name, None)
    if searched := told.get(SEARCH_VAR, "").strip():
        terms[SEARCH_VAR] = searched
        query[TERMS] = seal_terms(request, terms)
    return HttpResponseRedirect(f"{request.path}?{query.urlencode()}" if query else request.path)


def _without_search(told: QueryDict) -> QueryDict:
    query = told.copy()
    query.pop(SEARCH_VAR, None)
    return query


def _opened(request: HttpRequest) -> QueryDict:
    query = request.GET.copy()
    query.pop(TERMS, None)
    for name, value in searched_for(request).items():
        query[name] = value
    return query
