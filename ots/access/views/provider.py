"""Signing in with the agency's own provider."""

import logging

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache

from ots.access.federation import flow
from ots.access.federation.errors import FederationError
from ots.access.federation.providers import provider_by_key
from ots.access.models import SignInProvider
from ots.access.pages import public_page
from ots.access.signing_in import limits, pending
from ots.access.signing_in.notice import is_current
from ots.access.signing_in.wrong_tries import is_locked
from ots.access.views.steps import go_on
from ots.audit.events import Event
from ots.audit.models import Outcome
from ots.audit.services import record

log = logging.getLogger(__name__)

NOT_VOUCHED = (
    "Your agency's sign-in did not let you in here. Try again; if it stays, ask your agency's "
    "administrator whether your account here is set up for it."
)


@public_page
@never_cache
def sign_in_with(request: HttpRequest, *, key: str) -> HttpResponse:
    """Send to the agency's own sign-in, once the notice is accepted."""
    provider = _provider(key)
    notice = request.POST.get("accepts", "")
    if request.method != "POST" or not is_current(notice):
        return redirect("access:sign-in")
    try:
        address = flow.way_there(
            request,
            provider,
            back_to=_back_to(request, provider),
            notice=notice,
            next_page=request.POST.get("next", ""),
        )
    except FederationError as error:
        return _not_let_in(request, provider, error)
    return redirect(address)


@public_page
@never_cache
def sign_in_return(request: HttpRequest, *, key: str) -> HttpResponse:
    """Take what the agency's sign-in says, and go on with the next step."""
    provider = _provider(key)
    try:
        vouched = flow.come_back(request, provider, back_to=_back_to(request, provider))
        if is_locked(vouched.user):
            raise FederationError(f"The account [{vouched.user.pk}] is locked.")
    except FederationError as error:
        return _not_let_in(request, provider, error)
    started = pending.begun(
        user=vouched.user,
        notice=vouched.errand.notice,
        first="provider",
        second="claim" if vouched.has_second_factor else "",
        next_page=vouched.errand.next_page,
    )
    pending.start(request, started)
    return go_on(request, started, vouched.user)


def _not_let_in(
    request: HttpRequest, provider: SignInProvider, error: FederationError
) -> HttpResponse:
    limits.counted(request, limits.FAILED)
    log.warning("Sign-in with [%s] failed: %s", provider, error)
    record(
        Event.SIGN_IN_FAILED,
        actor=None,
        target=provider,
        details={"step": "provider", "why": str(error)[:200]},
        outcome=Outcome.DENIED,
    )
    messages.error(request, NOT_VOUCHED)
    return redirect("access:sign-in")


def _provider(key: str) -> SignInProvider:
    provider = provider_by_key(key)
    if provider is None:
        raise Http404("No such sign-in.")
    return provider


def _back_to(request: HttpRequest, provider: SignInProvider) -> str:
    return request.build_absolute_uri(
        reverse("access:sign-in-return", kwargs={"key": provider.key})
    )
