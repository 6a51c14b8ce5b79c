"""The own sessions: where one is signed in, and ending any of them or all."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from ots.access.models import SignInSession
from ots.access.models.session import EndReason
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.signing_in import sessions


@page(Permission.HOME_VIEW)
def own_sessions(request: PageRequest) -> HttpResponse:
    """List the sessions that go on; by POST, end one of them or all others."""
    user = sessions.signed_in(request)
    this = sessions.session_of(request)
    going_on = sessions.open_sessions(user)
    if request.method == "POST":
        wanted = [each for each in going_on if _is_wanted(each, request.POST.get("end", ""), this)]
        ended = sessions.end_sessions(wanted, EndReason.BY_USER, actor=user)
        messages.success(request, f"Signed out: {ended} other session{'' if ended == 1 else 's'}.")
        return redirect("access:own-sessions")
    return render(request, "access/own_sessions.html", {"sessions": going_on, "this": this})


def _is_wanted(session: SignInSession, asked: str, this: SignInSession | None) -> bool:
    if this is not None and session.pk == this.pk:
        return False
    return asked in {"others", str(session.pk)}
