"""Cases offered between offices: the list, an offer, and its answer."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from offenders.views.frame import reading_of, sent
from ots.access.lists import note_list
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.pagination import paginate
from supervision.forms.offers import AcceptForm, OfferForm, RefuseForm
from supervision.selectors.offers import answers, offer_at, offers_shown, open_offers
from supervision.services.offers import accept_case, decline_case, offer_case, withdraw_offer
from supervision.views.frame import supervision_page

SECTION = "overview"


@page(Permission.CASE_ASSIGN)
def offers(request: PageRequest) -> HttpResponse:
    """List the open offers to and from the own offices."""
    shown = paginate(request, open_offers(request.viewer))
    rows = offers_shown(reading_of(request), list(shown.object_list))
    note_list(request, (int(str(each.person.pk)) for each in rows), list_name="offers")
    return render(request, "supervision/offers.html", {"page": shown, "offers": rows})


@page(Permission.CASE_ASSIGN, scope=Scope.PERSON)
def case_offer(request: PageRequest, person: int) -> HttpResponse:
    """Offer the case to another office."""
    form = OfferForm(sent(request), viewer=request.viewer)
    if form.is_valid():
        made = form.carry_out(
            lambda: offer_case(request.viewer, person, form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, f"Offered to {made.to_office}, which answers.")
            return redirect("supervision:overview", person=person)
    return supervision_page(
        request, "supervision/case_offer.html", person, section=SECTION, form=form
    )


@page(Permission.CASE_ASSIGN, scope=Scope.PERSON)
def offer_accept(request: PageRequest, person: int, offer: int) -> HttpResponse:
    """Take the case for an agent of the own office."""
    viewer = request.viewer
    found = offer_at(viewer, person, offer)
    if not answers(viewer, found):
        raise Http404("The other office answers.")
    form = AcceptForm(sent(request), viewer=viewer, office_id=found.to_office_id)
    if form.is_valid():
        entered = form.cleaned_data
        taken = form.carry_out(
            lambda: accept_case(
                viewer,
                found,
                agent=entered["agent"],
                began_on=entered["began_on"],
                answer=entered["answer"],
            )
        )
        if taken is not None:
            messages.success(request, f"{entered['agent']} has the case.")
            return redirect("supervision:overview", person=person)
    (shown,) = offers_shown(reading_of(request), [found])
    return supervision_page(
        request,
        "supervision/offer_accept.html",
        person,
        section=SECTION,
        form=form,
        offer=shown.offer,
    )


@page(Permission.CASE_ASSIGN, scope=Scope.PERSON)
def offer_refuse(request: PageRequest, person: int, offer: int) -> HttpResponse:
    """Decline an offer to the own office, or withdraw the own one."""
    viewer = request.viewer
    found = offer_at(viewer, person, offer)
    declines = answers(viewer, found)
    refuse = decline_case if declines else withdraw_offer
    form = RefuseForm(sent(request), viewer=viewer)
    if form.is_valid():
        answer = form.cleaned_data["answer"]
        if form.carry_out(lambda: refuse(viewer, found, answer=answer)) is not None:
            messages.success(request, "Declined." if declines else "The offer is withdrawn.")
            return redirect("supervision:offers")
    (shown,) = offers_shown(reading_of(request), [found])
    return supervision_page(
        request,
        "supervision/offer_refuse.html",
        person,
        section=SECTION,
        form=form,
        offer=shown.offer,
        declines=declines,
    )
