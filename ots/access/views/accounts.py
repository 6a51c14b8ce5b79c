"""Accounts: those that want attention, and what an administrator does with one."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from ots.access.accounts import keeping, listing
from ots.access.accounts.attributes import (
    attributes_of,
    earlier_attributes,
    record_attributes,
)
from ots.access.accounts.forms import AttributesForm, as_typed
from ots.access.models import User
from ots.access.models.review import ReviewOutcome
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.signing_in.factors import factors_of, reset_factors
from ots.access.signing_in.guard import fresh_proof
from ots.access.signing_in.sessions import open_sessions
from ots.access.viewer import Viewer
from ots.core.numbers import whole_number
from ots.core.pagination import paginate

Step = Callable[[Viewer, User, str], str]


@fresh_proof
@page(Permission.ADMIN_USE)
def accounts(request: PageRequest) -> HttpResponse:
    """List the accounts that answer one question."""
    number = request.GET.get("agency", "")
    agency = whole_number(number)
    asked = listing.questions(request.viewer, agency=agency)
    chosen = next((each for each in asked if each.key == request.GET.get("show")), asked[0])
    rows = paginate(request, chosen.rows)
    counts = [(each, each.rows.count()) for each in asked]
    context = {
        "counts": counts,
        "chosen": chosen,
        "page": rows,
        "agency": agency,
        "agencies": listing.agencies_with_accounts(request.viewer),
    }
    return render(request, "access/accounts.html", context)


@fresh_proof
@page(Permission.ADMIN_USE)
def account_detail(request: PageRequest, *, account: int) -> HttpResponse:
    """Show one account; by POST, take one of the steps."""
    found = listing.account_for(request.viewer, account)
    if found is None:
        raise Http404("No such account.")
    if request.method == "POST":
        return _take_step(request, found)
    context = {
        "account": found,
        "factors": factors_of(found),
        "sessions": open_sessions(found),
        "reviews": found.reviews.select_related("reviewed_by"),
        "is_own": found == request.viewer.user,
        "attributes": attributes_of(found),
    }
    return render(request, "access/account_detail.html", context)


@fresh_proof
@page(Permission.ADMIN_USE)
def account_attributes(request: PageRequest, *, account: int) -> HttpResponse:
    """Record what the policy asks to be known of the account."""
    found = listing.account_for(request.viewer, account)
    if found is None:
        raise Http404("No such account.")
    sent = request.POST if request.method == "POST" else None
    form = AttributesForm(sent, initial=as_typed(attributes_of(found)))
    if form.is_valid():
        try:
            reason = form.cleaned_data["reason"]
            record_attributes(request.viewer, found, form.told(), reason=reason)
        except keeping.OwnAccountError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, "The attributes are recorded.")
        return redirect("access:account-detail", account=found.pk)
    context = {"account": found, "form": form, "earlier": earlier_attributes(found)}
    return render(request, "access/account_attributes.html", context)


def _take_step(request: PageRequest, account: User) -> HttpResponse:
    step = STEPS.get(request.POST.get("step", ""))
    if step is None:
        messages.error(request, "Choose one of the steps.")
    else:
        try:
            # The database keeps no text with a NUL.
            note = request.POST.get("note", "").replace("\0", "").strip()[:200]
            messages.success(request, step(request.viewer, account, note))
        except keeping.OwnAccountError as error:
            messages.error(request, str(error))
    return redirect("access:account-detail", account=account.pk)


def _release(viewer: Viewer, account: User, _note: str) -> str:
    keeping.release(viewer, account)
    return "The account is released; its owner may sign in."


def _sign_out(viewer: Viewer, account: User, _note: str) -> str:
    return f"Signed out everywhere: {keeping.sign_out_everywhere(viewer, account)} sessions."


def _reset(viewer: Viewer, account: User, _note: str) -> str:
    reset_factors(viewer, account)
    return "The second factors are gone; the next sign-in sets up new ones."


def _close(viewer: Viewer, account: User, note: str) -> str:
    keeping.close(viewer, account, why=note or "closed by an administrator")
    return "The account is closed and signed out."


def _reopen(viewer: Viewer, account: User, _note: str) -> str:
    keeping.reopen(viewer, account)
    return "The account is open again."


def _confirm(viewer: Viewer, account: User, note: str) -> str:
    keeping.review(viewer, account, ReviewOutcome.CONFIRMED, note=note)
    return "The review is recorded: the account is still needed."


def _remove(viewer: Viewer, account: User, note: str) -> str:
    keeping.review(viewer, account, ReviewOutcome.CLOSED, note=note)
    return "The review is recorded, and the account is closed."


STEPS: dict[str, Step] = {
    "release": _release,
    "sign-out": _sign_out,
    "reset-factors": _reset,
    "close": _close,
    "reopen": _reopen,
    "confirm": _confirm,
    "remove": _remove,
}
