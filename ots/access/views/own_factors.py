"""The own second factors: adding, taking away, and new recovery codes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.signing_in import enrolling, sessions
from ots.access.signing_in.factors import (
    LastFactorError,
    factors_of,
    remove_app,
    remove_passkey,
)
from ots.access.signing_in.guard import fresh_proof
from ots.access.views.enrolling import Wording, added_factor, set_up_page
from ots.core.numbers import whole_number

ANOTHER = Wording(
    heading="Add a second factor",
    lead="A second phone or a passkey helps on the day the first one is lost.",
    cancel="access:own-factors",
)
REMOVERS = {"app": remove_app, "passkey": remove_passkey}


@fresh_proof
@page(Permission.HOME_VIEW)
def own_factors(request: PageRequest) -> HttpResponse:
    """List the own second factors."""
    return render(
        request, "access/own_factors.html", {"factors": factors_of(sessions.signed_in(request))}
    )


@fresh_proof
@never_cache
@sensitive_post_parameters()
@page(Permission.HOME_VIEW)
def factor_add(request: PageRequest) -> HttpResponse:
    """Add an app or a passkey."""
    user = sessions.signed_in(request)
    if request.method == "POST" and added_factor(request, user):
        messages.success(request, "The second factor is added.")
        return redirect("access:own-codes")
    return set_up_page(request, user, ANOTHER)


@fresh_proof
@require_POST
@page(Permission.HOME_VIEW)
def factor_remove(request: PageRequest) -> HttpResponse:
    """Take an app or a passkey away."""
    remove = REMOVERS.get(request.POST.get("kind", ""))
    number = whole_number(request.POST.get("number", ""))
    if remove is None or number is None:
        messages.error(request, "Choose which second factor to remove.")
        return redirect("access:own-factors")
    try:
        remove(sessions.signed_in(request), number)
    except LastFactorError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "The second factor is removed.")
    return redirect("access:own-factors")


@fresh_proof
@never_cache
@page(Permission.HOME_VIEW)
def own_codes(request: PageRequest) -> HttpResponse:
    """Show new recovery codes until they are kept; by POST, make them or say they are kept."""
    user = sessions.signed_in(request)
    if request.method == "POST" and request.POST.get("make"):
        enrolling.offer_codes(request, user)
        return redirect("access:own-codes")
    offered = enrolling.offered_codes(request, user)
    if request.method == "POST" or not offered:
        enrolling.codes_are_kept(request)
        return redirect("access:own-factors")
    return render(request, "access/recovery_codes.html", {"codes": offered})
