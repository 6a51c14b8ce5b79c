"""What stands between a session and the pages: its end, its lock, and fresh proof where needed."""

from collections.abc import Callable
from datetime import datetime
from typing import cast
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone

from ots.access.models import SignInSession, User
from ots.access.models.session import EndReason
from ots.access.pages import viewer_of
from ots.access.permissions import Permission
from ots.access.searching import is_search
from ots.access.signing_in import kept_forms, sessions
from ots.access.signing_in.refill import refill
from ots.access.signing_in.requirement import is_excused, needs_second_factor

# Open while the session is locked: the way back in, the way out, and what scripts ask and keep.
OPEN_WHILE_LOCKED = frozenset(
    {"access:unlock", "access:sign-out", "access:session-state", "access:form-keep"}
)
# Asked by scripts, not by the person: no activity.
NO_ACTIVITY = frozenset({"access:session-state", "access:form-keep"})
READING = frozenset({"GET", "HEAD", "OPTIONS"})
OK = 200

PlainView = Callable[..., HttpResponseBase]


class SessionGuardMiddleware:
    """Looks at the session before every page of a signed-in user."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        """Keep the next step of the chain."""
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Serve the request, or lead to what must come first."""
        if not request.user.is_authenticated:
            return self.get_response(request)
        now, name = timezone.now(), _name_of(request)
        session = _living_session(request, now=now)
        if session is None:
            return self.get_response(request)
        if session.locked_at is not None and name not in OPEN_WHILE_LOCKED:
            return _lead_to("access:unlock", request)
        if session.locked_at is None and name not in NO_ACTIVITY:
            sessions.note_activity(session, now=now)
        request.sign_in_session = session  # type: ignore[attr-defined]  # read by views
        return _with_what_was_typed(request, self.get_response)

    def process_view(
        self, request: HttpRequest, view: PlainView, _args: object, _kwargs: object
    ) -> HttpResponse | None:
        """Ask for fresh proof before administration, and for a second factor where one is due."""
        session: SignInSession | None = getattr(request, "sign_in_session", None)
        if session is None:
            return None
        if sessions.has_one_factor(session) and _lacks_second_factor(request):
            sessions.end_this(request, session, EndReason.BY_ADMINISTRATOR)
            return _to_sign_in(request)
        if _is_privileged(request, view) and not sessions.proved_lately(
            session, now=timezone.now()
        ):
            return _lead_to("access:confirm", request)
        return None


def _living_session(request: HttpRequest, *, now: datetime) -> SignInSession | None:
    session = sessions.session_of(request)
    if session is None or sessions.is_too_old(session, now=now) or _has_expired(request, now=now):
        _keep_what_was_sent(request)
        reason = EndReason.TOO_OLD if session is not None else EndReason.SIGNED_OUT
        sessions.end_this(request, session, reason)
        return None
    if session.locked_at is None and sessions.is_idle(session, now=now):
        sessions.lock(session, now=now)
        session.locked_at = now
    return session


def _has_expired(request: HttpRequest, *, now: datetime) -> bool:
    closes = _user(request).expires_at
    return closes is not None and closes <= now


def _lacks_second_factor(request: HttpRequest) -> bool:
    # Roles may have grown since the sign-in.
    return needs_second_factor(viewer_of(request)) and not is_excused(_user(request))


def _is_privileged(request: HttpRequest, view: PlainView) -> bool:
    match = request.resolver_match
    in_administration = match is not None and "admin" in match.app_names
    if in_administration and viewer_of(request).may(Permission.ADMIN_USE):
        return True
    return bool(getattr(view, "needs_fresh_proof", False))


def _lead_to(name: str, request: HttpRequest) -> HttpResponse:
    """Lead to the page that must come first; what was sent is kept for the way back."""
    _keep_what_was_sent(request)
    reading = request.method in READING
    back = request.get_full_path() if reading else kept_forms.page_of_form(request)
    address = f"{reverse(name)}?{urlencode({'next': back})}"
    return _redirect(request, address)


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    back = urlencode({"next": request.get_full_path()})
    return _redirect(request, f"{reverse('access:sign-in')}?{back}")


def _redirect(request: HttpRequest, address: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        # A piece of a page was asked for: the whole page must go there.
        return HttpResponse(headers={"HX-Redirect": address})
    return HttpResponseRedirect(address)


def _keep_what_was_sent(request: HttpRequest) -> None:
    if request.method == "POST" and _name_of(request) not in OPEN_WHILE_LOCKED:
        request.was_kept = True  # type: ignore[attr-defined]  # read below
        kept_forms.keep(request, _user(request), kept_forms.page_of_form(request), request.POST)


def _with_what_was_typed(
    request: HttpRequest, get_response: Callable[[HttpRequest], HttpResponse]
) -> HttpResponse:
    if is_search(request):
        return get_response(request)
    if request.method not in READING:
        page = kept_forms.page_of_form(request)
        response = get_response(request)
        saved = _is_redirect(response) and not getattr(request, "was_kept", False)
        if saved and request.user.is_authenticated:
            kept_forms.throw_away(request, _user(request), page)
        return response
    typed = kept_forms.kept_fields(request, _user(request), request.get_full_path())
    request.has_kept_form = bool(typed)  # type: ignore[attr-defined]  # read by the page's frame
    response = get_response(request)
    if typed and _is_page(response):
        response.content = refill(response.content.decode(), typed).encode()
    return response


def _is_page(response: HttpResponse) -> bool:
    kind = response.headers.get("Content-Type", "")
    return response.status_code == OK and not response.streaming and kind.startswith("text/html")


def _is_redirect(response: HttpResponse) -> bool:
    return 300 <= response.status_code < 400  # noqa: PLR2004  HTTP's own range


def _name_of(request: HttpRequest) -> str:
    try:
        return resolve(request.path_info).view_name
    except Resolver404:
        return ""


def _user(request: HttpRequest) -> User:
    return cast(User, request.user)


def fresh_proof(view: PlainView) -> PlainView:
    """Mark a view as privileged: the user must have proved lately who he is."""
    view.needs_fresh_proof = True  # type: ignore[attr-defined]  # read by the middleware
    return view
