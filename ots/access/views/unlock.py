"""The way back into a locked session, and fresh proof before a privileged step."""

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from ots.access.models import SignInSession, User
from ots.access.models.session import EndReason
from ots.access.pages import public_page
from ots.access.signing_in import kept_forms, limits, passkeys, pending, sessions
from ots.access.signing_in.factors import factors_of
from ots.access.signing_in.forms import REFUSED, ProofForm
from ots.access.signing_in.proving import Proof, is_proved
from ots.access.signing_in.wrong_tries import is_locked
from ots.core.errors import too_many_requests

NOT_PROVED = "That is not right. Check it and try again; after five wrong tries the account locks."


@public_page
@never_cache
@sensitive_post_parameters()
def unlock(request: HttpRequest) -> HttpResponse:
    """Open the session again; what was typed stands on the page it was typed on."""
    session = _session(request)
    if session is None:
        return redirect_to_login(_next(request))
    if session.locked_at is None:
        return redirect(_next(request))
    return _prove(request, session, "access/unlock.html")


@public_page
@never_cache
@sensitive_post_parameters()
def confirm(request: HttpRequest) -> HttpResponse:
    """Ask once more who it is before administration and changes of second factors."""
    session = _session(request)
    if session is None:
        return redirect_to_login(_next(request))
    return _prove(request, session, "access/confirm.html")


def _prove(request: HttpRequest, session: SignInSession, template: str) -> HttpResponse:
    if request.method != "POST":
        return _page(request, session, template, ProofForm())
    limit = limits.reached(request, limits.FAILED)
    if limit is not None:
        return too_many_requests(request, limit.seconds)
    form = ProofForm(request.POST)
    credential = request.POST.get("credential", "")
    if form.is_valid() and is_proved(request, session.user, _proof(form, credential)):
        sessions.note_proof(session)
        return redirect(_next(request))
    limits.counted(request, limits.FAILED)
    if is_locked(session.user):
        sessions.end_this(request, session, EndReason.ACCOUNT_CLOSED)
        messages.error(request, REFUSED)
        return redirect("access:sign-in")
    form.add_error(None, NOT_PROVED)
    return _page(request, session, template, form)


def _page(
    request: HttpRequest, session: SignInSession, template: str, form: ProofForm
) -> HttpResponse:
    user = session.user
    factors = factors_of(user)
    if not factors.apps:
        del form.fields["code"]
    if not user.has_usable_password():
        del form.fields["password"]
    page = _next(request)
    context = {
        "form": form,
        "next": page,
        "who": user,
        "is_kept": bool(kept_forms.kept_fields(request, user, page)),
        "passkey_options": passkeys.ask_for_proof(request, user) if factors.passkeys else "",
    }
    return render(request, template, context)


def _proof(form: ProofForm, credential: str) -> Proof:
    return Proof(
        password=form.cleaned_data.get("password", ""),
        code=form.cleaned_data.get("code", ""),
        credential=credential,
    )


def _session(request: HttpRequest) -> SignInSession | None:
    return sessions.session_of(request) if isinstance(request.user, User) else None


def _next(request: HttpRequest) -> str:
    asked = request.POST.get("next") or request.GET.get("next") or ""
    return pending.safe_page(request, asked)
