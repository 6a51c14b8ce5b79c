"""The first sign-in of one who needs a second factor: setting it up, and keeping the codes."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from ots.access.pages import public_page
from ots.access.signing_in import enrolling, pending
from ots.access.views.enrolling import Wording, added_factor, set_up_page
from ots.access.views.steps import go_on, start_over, under_way

FIRST = Wording(
    heading="Set up your second factor",
    lead=(
        "Your role opens criminal justice information, so a password alone is not enough. "
        "Choose one of the two ways; it takes a minute, and from then on each sign-in asks for it."
    ),
)


@public_page
@never_cache
@sensitive_post_parameters()
def set_up(request: HttpRequest) -> HttpResponse:
    """Set up an app or a passkey before the first session."""
    found = under_way(request)
    if found is None or pending.next_step(*found) != "access:set-up":
        return start_over(request)
    started, user = found
    if request.method == "POST":
        second = added_factor(request, user)
        if second:
            pending.prove_second(request, started, second)
            return redirect("access:set-up-codes")
    return set_up_page(request, user, FIRST)


@public_page
@never_cache
def set_up_codes(request: HttpRequest) -> HttpResponse:
    """Show the recovery codes until their owner says that they are kept; then go on."""
    found = under_way(request)
    if found is None:
        return start_over(request)
    started, user = found
    offered = enrolling.offered_codes(request, user)
    if request.method == "POST" or not offered:
        enrolling.codes_are_kept(request)
        return go_on(request, started, user)
    return render(request, "access/recovery_codes.html", {"codes": offered})
