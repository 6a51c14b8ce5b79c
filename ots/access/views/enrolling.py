"""Setting up a second factor: the same page at the first sign-in and under the own account."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ots.access.models import User
from ots.access.signing_in import codes, enrolling, passkeys
from ots.access.signing_in.forms import NewAppForm, PasskeyForm
from ots.access.signing_in.recovery import codes_left


@dataclass(frozen=True, slots=True)
class Wording:
    """What the page says around the two ways."""

    heading: str
    lead: str
    # Where one goes who does not want to; empty where one must.
    cancel: str = ""


def added_factor(request: HttpRequest, user: User) -> str:
    """Add what was sent; return "code" or "passkey", or nothing where it does not hold."""
    if request.POST.get("way") == "passkey":
        return _added_passkey(request, user)
    form = NewAppForm(request.POST)
    if not form.is_valid():
        return ""
    secret = enrolling.secret_for(request, user)
    if not codes.add_app(user, name="Code app", secret=secret, code=form.cleaned_data["code"]):
        return ""
    enrolling.finish_app(request)
    _offer_first_codes(request, user)
    return "code"


def set_up_page(request: HttpRequest, user: User, wording: Wording) -> HttpResponse:
    """Show both ways: an app that makes codes, and a passkey."""
    way = request.POST.get("way", "")
    form = NewAppForm(request.POST if way == "app" else None)
    if way == "app" and form.is_valid():
        form.add_error("code", "That is not the code that the app shows now. Try the next one.")
    secret = enrolling.secret_for(request, user)
    context = {
        "form": form,
        "wording": wording,
        "picture": codes.picture(user, secret),
        "typed_secret": codes.typed_secret(secret),
        "passkey_form": PasskeyForm(),
        "passkey_options": passkeys.ask_for_new(request, user),
        "passkey_refused": way == "passkey",
    }
    return render(request, "access/set_up.html", context)


def _added_passkey(request: HttpRequest, user: User) -> str:
    name = request.POST.get("name", "").strip()[:60] or "Passkey"
    answer = request.POST.get("credential", "")
    if not passkeys.add_passkey(request, user, name=name, answer=answer):
        return ""
    _offer_first_codes(request, user)
    return "passkey"


def _offer_first_codes(request: HttpRequest, user: User) -> None:
    if not codes_left(user):
        enrolling.offer_codes(request, user)
