"""The guard in front of every page: a view states its permission, or it does not answer."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
)
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt

from ots.access.closures import reading_as, reading_open_records
from ots.access.fields import Seen
from ots.access.permissions import Permission
from ots.access.scopes import decide
from ots.access.viewer import NotAllowedError, Viewer, viewer_for
from ots.audit.events import Event
from ots.audit.services import record_denial, record_view

Params = ParamSpec("Params")


# What stays open to a user whose required training has lapsed: the own account, and why it lapsed.
OPEN_WHEN_LAPSED = frozenset(
    {
        "access:account",
        "access:own-factors",
        "access:factor-add",
        "access:factor-remove",
        "access:own-codes",
        "access:own-sessions",
        "access:own-training",
    }
)
TRAINING_PAGE = "access:own-training"
# No row has a larger one: the database could not even record that it was asked for.
LARGEST_NUMBER = 2**63 - 1


class Scope(Enum):
    """What a page is about, and so which rows must be in reach."""

    NONE = "none"
    PERSON = "person"


class PageRequest(HttpRequest):
    """A request that has passed the guard."""

    viewer: Viewer
    seen: Seen


@dataclass(frozen=True, slots=True)
class PageRule:
    """What the guard asks of a page; the access table is generated from these."""

    view: str
    permission: Permission | None
    scope: Scope
    is_machine: bool = False


GuardedView = Callable[Concatenate[PageRequest, Params], HttpResponse]
PlainView = Callable[..., HttpResponseBase]
NOT_FOUND = "not there, or not in reach"


def page(
    permission: Permission, *, scope: Scope = Scope.NONE
) -> Callable[[GuardedView[Params]], PlainView]:
    """Guard a view: signed in, permission held, and the person named in the URL in reach.

    A page of scope PERSON takes the person's number as its URL part ``person``. Not in reach is
    404, so that nobody learns who has a record. What was shown is recorded in the trail, and so
    is what was refused, here or by the view.
    """

    def decorate(view: GuardedView[Params]) -> PlainView:
        rule = PageRule(f"{view.__module__}.{view.__name__}", permission, scope)

        @functools.wraps(view)
        def guarded(
            request: PageRequest, *args: Params.args, **kwargs: Params.kwargs
        ) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            _check(request, rule, kwargs.get("person"))
            try:
                with reading_as(request.viewer):
                    response = view(request, *args, **kwargs)
            except NotAllowedError as refusal:
                _record_refusal(request, rule, kwargs.get("person"), "not allowed")
                raise PermissionDenied(str(refusal)) from refusal
            except PermissionDenied:
                _record_refusal(request, rule, kwargs.get("person"), "not allowed")
                raise
            except Http404:
                _record_refusal(request, rule, kwargs.get("person"), NOT_FOUND)
                raise
            _record_answer(request, rule, kwargs.get("person"), response)
            return response

        guarded.page_rule = rule  # type: ignore[attr-defined]  # read by the middleware
        return guarded

    return decorate


def public_page(view: PlainView) -> PlainView:
    """Let everybody open a view: sign-in, the health check, errors."""
    rule = PageRule(f"{view.__module__}.{getattr(view, '__name__', '?')}", None, Scope.NONE)
    view.page_rule = rule  # type: ignore[attr-defined]  # read by the middleware
    return view


def machine_page(view: PlainView) -> PlainView:
    """Let another system call a view, which asks for that system's key itself.

    A program has no session and no page to take a token from, so that none is asked for.
    """
    rule = PageRule(
        f"{view.__module__}.{getattr(view, '__name__', '?')}", None, Scope.NONE, is_machine=True
    )
    opened = csrf_exempt(view)
    opened.page_rule = rule  # type: ignore[attr-defined]  # read by the middleware
    return opened


def viewer_of(request: HttpRequest) -> Viewer:
    """Return the request's viewer, read from the database once."""
    known = getattr(request, "viewer", None)
    if known is None:
        known = viewer_for(request.user)  # type: ignore[arg-type]  # our own user model
        request.viewer = known  # type: ignore[attr-defined]  # see PageRequest
    return known


class PageGuardMiddleware:
    """Refuse every view that states no rule, Django admin apart (it has a guard of its own)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request; closed records open once the guard knows who asks."""
        with reading_open_records():
            return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: PlainView, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Raise before a view without a rule runs; lead whose training lapsed to where it says so.

        Administration stands behind this too: training is asked of everybody at this one place.
        """
        rule: PageRule | None = getattr(view, "page_rule", None)
        match = request.resolver_match
        if rule is None and (match is None or "admin" not in match.app_names):
            raise PermissionDenied(f"The view [{view.__module__}] states no permission.")
        is_public = rule is not None and rule.permission is None
        if is_public or not request.user.is_authenticated:
            return None
        name = match.view_name if match is not None else ""
        if name not in OPEN_WHEN_LAPSED and viewer_of(request).has_lapsed_training:
            return _lead_to_training(request, name)
        return None


def _lead_to_training(request: HttpRequest, name: str) -> HttpResponse:
    why = {"view": name, "why": "required training has lapsed"}
    record_denial(actor=viewer_of(request).user, details=why)
    address = reverse(TRAINING_PAGE)
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def _check(request: PageRequest, rule: PageRule, person: object) -> None:
    request.viewer = viewer_of(request)
    request.seen = Seen()
    if rule.permission is not None and not request.viewer.may(rule.permission):
        _refuse(request, rule)
    if rule.scope is Scope.PERSON:
        _check_person(request, rule, int(str(person)))


def _check_person(request: PageRequest, rule: PageRule, person_id: int) -> None:
    if person_id > LARGEST_NUMBER:
        _record_refusal(request, rule, None, "no such number")
        raise Http404("No such person.")
    # As lists decide: a case that only some roles may read brings them its person.
    with reading_as(request.viewer):
        decision = decide(request.viewer, person_id)
    is_opened = decision.rights is None or rule.permission in decision.rights
    if not decision.ways or not is_opened:
        _record_refusal(request, rule, person_id, "not in reach")
        raise Http404("No such person.")
    request.viewer = request.viewer.looking_at(person_id, decision.opened)
    if decision.rights is not None:
        request.viewer = request.viewer.holding_only(decision.rights, decision.apps)


def _refuse(request: PageRequest, rule: PageRule) -> None:
    permission = rule.permission.codename if rule.permission else ""
    _record_refusal(request, rule, None, f"lacks {permission}")
    raise PermissionDenied(f"Your role does not include the right [{permission}].")


def _record_refusal(request: PageRequest, rule: PageRule, person: object, why: str) -> None:
    record_denial(
        actor=request.viewer.user,
        person_id=None if person is None else int(str(person)),
        details={"view": rule.view, "why": why},
    )


def _record_answer(
    request: PageRequest, rule: PageRule, person: object, response: HttpResponse
) -> None:
    if response.status_code in (HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND):
        _record_refusal(request, rule, person, NOT_FOUND)
    if rule.scope is not Scope.PERSON or response.status_code >= HTTPStatus.MULTIPLE_CHOICES:
        return
    person_id = int(str(person))
    record_view(
        Event.PERSON_VIEWED,
        actor=request.viewer.user,
        person_id=person_id,
        categories=request.seen.categories,
        details={"view": rule.view},
        # Whoever opened the record in an emergency leaves the reason on every page of it.
        reason=request.viewer.reasons_for([person_id]),
    )
