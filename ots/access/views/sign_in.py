"""Signing in and out: the notice, then a password, a passkey, or the agency's own sign-in."""

from django.conf import settings
from django.contrib.auth.views import LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from ots.access.demo_users import DEMO_USERS
from ots.access.federation.providers import offered_providers
from ots.access.models import User
from ots.access.models.session import EndReason
from ots.access.pages import public_page
from ots.access.signing_in import limits, passkeys, pending, sessions
from ots.access.signing_in.forms import SignInForm
from ots.access.signing_in.notice import current_notice, is_current
from ots.access.views.steps import go_on
from ots.core.errors import too_many_requests

_sign_out = LogoutView.as_view()


@public_page
@never_cache
@sensitive_post_parameters()
def sign_in(request: HttpRequest) -> HttpResponse:
    """Show the notice, and ask who it is."""
    if request.user.is_authenticated:
        return redirect(pending.safe_page(request, _next(request)))
    if request.method != "POST":
        return _page(request, SignInForm(request))
    limit = limits.reached(request, limits.FAILED)
    if limit is not None:
        return too_many_requests(request, limit.seconds)
    if request.POST.get("credential"):
        return _with_passkey(request)
    return _with_password(request)


@public_page
def sign_out(request: HttpRequest) -> HttpResponseBase:
    """End the session; only by POST."""
    if request.method == "POST" and request.user.is_authenticated:
        session = sessions.session_of(request)
        if session is not None:
            sessions.end_sessions([session], EndReason.SIGNED_OUT, actor=session.user)
    return _sign_out(request)


def _with_password(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request, data=request.POST)
    if not form.is_valid():
        limits.counted(request, limits.FAILED)
        return _page(request, form)
    user = form.get_user()
    assert isinstance(user, User)  # noqa: S101  our own user model
    return _begun(request, user, first="password")


def _with_passkey(request: HttpRequest) -> HttpResponse:
    user = passkeys.user_of_proof(request, request.POST["credential"])
    if user is None or not is_current(request.POST.get("accepts", "")):
        limits.counted(request, limits.FAILED)
        return _page(request, SignInForm(request), passkey_refused=True)
    # The passkey itself has checked who holds it: two factors in one.
    return _begun(request, user, first="passkey", second="passkey")


def _begun(request: HttpRequest, user: User, *, first: str, second: str = "") -> HttpResponse:
    started = pending.begun(
        user=user,
        notice=request.POST["accepts"],
        first=first,
        second=second,
        next_page=_next(request),
    )
    pending.start(request, started)
    return go_on(request, started, user)


def _page(request: HttpRequest, form: SignInForm, *, passkey_refused: bool = False) -> HttpResponse:
    context = {
        "form": form,
        "next": _next(request),
        "notice": current_notice(),
        "passkey_options": passkeys.ask_for_proof(request),
        "passkey_refused": passkey_refused,
        "providers": offered_providers(),
        "show_demo_users": settings.SHOW_DEMO_USERS,
        "demo_users": DEMO_USERS,
    }
    return render(request, "access/sign_in.html", context)


def _next(request: HttpRequest) -> str:
    return request.POST.get("next") or request.GET.get("next") or ""
