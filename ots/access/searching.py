"""What is searched for, out of addresses: terms are posted, and come back in the address sealed.

Names and numbers in an address stay in the browser's history, in bookmarks and in the logs of
every proxy. So a search is sent in the body of a POST and answered by a redirect to an address
that holds the terms sealed for the session. Going back, reloading, paging and bookmarks work as
ever, and without scripts; in another session, or once this one has ended, the seal opens nothing.
"""

import functools
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import Concatenate, Final, ParamSpec

from django.contrib import messages
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from ots.access.pages import PageRequest
from ots.core.sealing import UnsealError, seal, unseal

Params = ParamSpec("Params")
View = Callable[Concatenate[PageRequest, Params], HttpResponse]

# In a form: that it asks and changes nothing. In an address: the terms, sealed.
ASKS: Final = "asks"
TERMS: Final = "terms"
LONGEST_TERMS: Final = 2_000
# What an address may say openly: the place in a list, and for whom a file is.
PLACES: Final = frozenset({"page", "before", "for"})
_NOT_TERMS = (ASKS, "csrfmiddlewaretoken")
_TYPE_ANEW = "What was searched for is no longer known. Type it again."
_NOT_FROM_ADDRESSES = "Addresses do not say what to search for. Type it here."


def searches(*openly: str) -> Callable[[View[Params]], View[Params]]:
    """Have a page take its terms from ``asked``; stands below ``@page``.

    ``openly`` names what an address may say unsealed, since it names nobody.
    """

    def decorate(view: View[Params]) -> View[Params]:
        @functools.wraps(view)
        def searching(
            request: PageRequest, /, *args: Params.args, **kwargs: Params.kwargs
        ) -> HttpResponse:
            if is_search(request):
                return sealed_address(request, request.path)
            _take_terms(request, openly)
            if TERMS in request.GET and not asked(request):
                messages.info(request, _TYPE_ANEW)
                return HttpResponseRedirect(request.path)
            if request.GET.keys() - {TERMS} - PLACES - {*openly}:
                messages.info(request, _NOT_FROM_ADDRESSES)
                return HttpResponseRedirect(request.path)
            return view(request, *args, **kwargs)

        searching.searches = True  # type: ignore[attr-defined]  # a test reads it of every page
        return searching

    return decorate


def is_search(request: HttpRequest) -> bool:
    """Say whether the form that was sent asks and changes nothing."""
    return request.method == "POST" and ASKS in request.POST


def asked(request: HttpRequest) -> QueryDict:
    """Return the terms of the search, as though they stood in the address."""
    found: QueryDict | None = getattr(request, "search_terms", None)
    return QueryDict() if found is None else found


def sealed_address(request: HttpRequest, path: str) -> HttpResponse:
    """Redirect a search that was posted to the address that holds its terms sealed."""
    terms = request.POST.copy()
    for name in _NOT_TERMS:
        terms.pop(name, None)
    for name in [name for name, values in terms.lists() if not any(values)]:
        del terms[name]
    address = QueryDict(mutable=True)
    if terms:
        address[TERMS] = seal_terms(request, terms)
    response = HttpResponseRedirect(f"{path}?{address.urlencode()}" if address else path)
    response.status_code = HTTPStatus.SEE_OTHER
    return response


def seal_terms(request: HttpRequest, terms: QueryDict) -> str:
    """Return the terms sealed for the session of the request."""
    text = terms.urlencode()
    if len(text) > LONGEST_TERMS:
        raise SuspiciousOperation("The terms of a search are too long.")
    return seal(text, about=_about(request))


def open_terms(request: HttpRequest) -> QueryDict:
    """Return the terms sealed in the address; none where the seal is not this session's."""
    try:
        return QueryDict(unseal(request.GET.get(TERMS, ""), about=_about(request)))
    except (UnsealError, ValueError):
        return QueryDict()


def _take_terms(request: HttpRequest, openly: Iterable[str]) -> None:
    terms = open_terms(request).copy()
    for name in openly:
        if name in request.GET:
            terms.setlist(name, request.GET.getlist(name))
    request.search_terms = terms  # type: ignore[attr-defined]  # read by ``asked``


def _about(request: HttpRequest) -> str:
    session = getattr(request, "sign_in_session", None)
    return f"search in session {session.pk if session is not None else 'of nobody'}"
