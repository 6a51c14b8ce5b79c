"""Going on with a sign-in: to its next step, or to the page that was asked for."""

from django.contrib import messages
from django.contrib.humanize.templatetags.humanize import naturaltime
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from ots.access.models import SignInSession, User
from ots.access.signing_in import kept_forms, pending, sessions
from ots.access.signing_in.pending import Pending


def go_on(request: HttpRequest, under_way: Pending, user: User) -> HttpResponse:
    """Lead to the next step; after the last one the user is signed in."""
    step = pending.next_step(under_way, user)
    if step is not None:
        return redirect(step)
    session = sessions.begin(
        request,
        user,
        method=pending.method_of(under_way, user),
        accepted=under_way.accepted,
    )
    kept_forms.bring_along(request, user)
    _tell_last_time(request, session)
    return redirect(pending.safe_page(request, under_way.next_page))


def under_way(request: HttpRequest) -> tuple[Pending, User] | None:
    """Return the sign-in under way with its user; nothing when it took too long."""
    found = pending.pending_of(request)
    user = pending.user_of(found) if found else None
    return (found, user) if found and user else None


def start_over(request: HttpRequest) -> HttpResponse:
    """Lead to the first step."""
    messages.info(request, "Signing in took too long or was not begun. Start with your user name.")
    return redirect("access:sign-in")


def _tell_last_time(request: HttpRequest, session: SignInSession) -> None:
    before = sessions.session_before(session)
    if before is None:
        return
    where = f" from {before.address}" if before.address else ""
    messages.info(
        request,
        f"You last signed in {naturaltime(before.signed_in_at)}{where}. "
        "If that was not you, tell your agency's administrator.",
    )
