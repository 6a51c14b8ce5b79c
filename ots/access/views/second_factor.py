"""The second step of signing in: a code, a passkey or a recovery code; then a due new password."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from ots.access.models import User
from ots.access.pages import public_page
from ots.access.signing_in import codes, limits, passkeys, pending, recovery
from ots.access.signing_in.factors import factors_of
from ots.access.signing_in.forms import REFUSED, CodeForm, NewPasswordForm, RecoveryForm
from ots.access.signing_in.passwords import choose_password
from ots.access.signing_in.pending import Pending
from ots.access.signing_in.proving import note_failure
from ots.access.signing_in.wrong_tries import is_locked
from ots.access.views.steps import go_on, start_over, under_way


@public_page
@never_cache
@sensitive_post_parameters()
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """Ask for a code from the app, or for the passkey."""
    found = under_way(request)
    if found is None:
        return start_over(request)
    started, user = found
    if request.POST.get("credential"):
        return _passkey_given(request, started, user)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        if not is_locked(user) and codes.code_is_right(user, form.cleaned_data["code"]):
            return go_on(request, pending.prove_second(request, started, "code"), user)
        refused = _refused(request, user, step="code")
        if refused is not None:
            return refused
        form.add_error("code", "That code is not right, or was used already. Wait for the next.")
    return _code_page(request, user, form)


@public_page
@never_cache
@sensitive_post_parameters()
def sign_in_recovery(request: HttpRequest) -> HttpResponse:
    """Take a recovery code where the phone or passkey is not at hand."""
    found = under_way(request)
    if found is None:
        return start_over(request)
    started, user = found
    form = RecoveryForm(request.POST or None)
    if form.is_valid():
        if not is_locked(user) and recovery.use_code(user, form.cleaned_data["code"]):
            _tell_codes_left(request, user)
            return go_on(request, pending.prove_second(request, started, "recovery"), user)
        refused = _refused(request, user, step="recovery code")
        if refused is not None:
            return refused
        form.add_error("code", "That recovery code is not right, or was used already.")
    return render(request, "access/sign_in_recovery.html", {"form": form})


@public_page
@never_cache
@sensitive_post_parameters()
def new_password(request: HttpRequest) -> HttpResponse:
    """Ask for a new password where one is due; the old one was just proved."""
    found = under_way(request)
    if found is None or pending.next_step(*found) != "access:new-password":
        return start_over(request)
    started, user = found
    form = NewPasswordForm(user, request.POST or None)
    if form.is_valid():
        choose_password(user, form.cleaned_data["new_password1"])
        return go_on(request, started, user)
    return render(request, "access/new_password.html", {"form": form})


def _passkey_given(request: HttpRequest, started: Pending, user: User) -> HttpResponse:
    if passkeys.user_of_proof(request, request.POST["credential"]) == user:
        return go_on(request, pending.prove_second(request, started, "passkey"), user)
    refused = _refused(request, user, step="passkey")
    return refused or _code_page(request, user, CodeForm(), passkey_refused=True)


def _refused(request: HttpRequest, user: User, *, step: str) -> HttpResponse | None:
    """Count the wrong try; back to the first step once the account is locked."""
    limits.counted(request, limits.FAILED)
    note_failure(user, step=step)
    if not is_locked(user):
        return None
    pending.give_up(request)
    messages.error(request, REFUSED)
    return redirect("access:sign-in")


def _code_page(
    request: HttpRequest, user: User, form: CodeForm, *, passkey_refused: bool = False
) -> HttpResponse:
    factors = factors_of(user)
    options = passkeys.ask_for_proof(request, user) if factors.passkeys else ""
    context = {
        "form": form,
        "factors": factors,
        "passkey_options": options,
        "passkey_refused": passkey_refused,
    }
    return render(request, "access/sign_in_code.html", context)


def _tell_codes_left(request: HttpRequest, user: User) -> None:
    left = recovery.codes_left(user)
    messages.warning(
        request,
        f"That recovery code is used up; {left} are left. Set up your phone or passkey again "
        "under your account.",
    )
