"""How often one may ask: a limit a kind of page, each answered with when to come back."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django_ratelimit.core import get_usage
from redis.exceptions import RedisError

from ots.access.pages import PageRule
from ots.access.permissions import Permission
from ots.access.searching import is_search
from ots.core.addresses import client_address
from ots.core.errors import too_many_requests

SIGN_IN, FAILED, SEARCH, EXPORT, PUBLIC = "sign-in", "failed-sign-in", "search", "export", "public"
# Counted by the address itself, which answers in the words of machines.
MACHINE = "machine"
SIGN_IN_PAGES: Final = ("ots.access.views.sign_in", "ots.access.views.second_factor")

log = logging.getLogger(__name__)

PlainView = Callable[..., HttpResponseBase]


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit that is used up, and in how many seconds it begins anew."""

    seconds: int


class RateLimitMiddleware:
    """Counts requests by the kind of page: by user where one is signed in, by address elsewhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: PlainView, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Answer 429 before a view runs whose limit is used up."""
        kind = kind_of(request, getattr(view, "page_rule", None))
        reached = counted(request, kind) if kind else None
        return too_many_requests(request, reached.seconds) if reached else None


def kind_of(request: HttpRequest, rule: PageRule | None) -> str:
    """Return which limit holds for the page; empty where none does."""
    if rule is None or rule.is_machine:
        return ""
    if rule.permission is None:
        trying = request.method == "POST" and rule.view.startswith(SIGN_IN_PAGES)
        return SIGN_IN if trying else PUBLIC
    name = request.resolver_match.url_name if request.resolver_match else ""
    if rule.permission is Permission.PEOPLE_EXPORT or str(name).endswith("-export"):
        return EXPORT
    # A search is counted where it is answered, not where it is sent on to its address.
    is_answered = rule.permission is Permission.PERSON_SEARCH and not is_search(request)
    return SEARCH if is_answered else ""


def counted(request: HttpRequest, kind: str) -> Limit | None:
    """Count the request; return the limit when it is used up."""
    return _usage(request, kind, increment=True)


def reached(request: HttpRequest, kind: str) -> Limit | None:
    """Return the limit when it is used up, without counting."""
    return _usage(request, kind, increment=False)


def _usage(request: HttpRequest, kind: str, *, increment: bool) -> Limit | None:
    try:
        usage = get_usage(
            request,
            group=f"ots-{kind}",
            key=_who,
            rate=settings.RATE_LIMITS[kind],
            increment=increment,
        )
    except RedisError as error:
        # People go on working without the counter; wrong tries are counted in the database.
        log.warning("Requests are not counted, for the cache does not answer: %s", error)
        return None
    if usage is None:
        return None
    # Without counting, the last one that is let through is the one that fills the limit.
    full = usage["should_limit"] if increment else usage["count"] >= usage["limit"]
    return Limit(seconds=max(1, usage["time_left"])) if full else None


def _who(_group: str, request: HttpRequest) -> str:
    if request.user.is_authenticated:
        return f"user {request.user.pk}"
    return f"address {client_address(request)}"
