"""Opening a closed record in an emergency, and judging what was opened."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from offenders.forms.access import EmergencyForm, ReviewForm
from offenders.selectors.openings import (
    opening_to_review,
    openings_reviewed,
    openings_to_review,
    person_numbered,
)
from offenders.services.emergency import break_glass, minutes_open, review_opening
from ots.access.fields import mask
from ots.access.lists import masked_page
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission

REVIEWED_SHOWN = 20


@page(Permission.GLASS_BREAK)
def emergency_open(request: PageRequest) -> HttpResponse:
    """Ask for the reason, open the record for a short time, and go there."""
    viewer = request.viewer
    initial = {"number": request.GET.get("number", "")}
    form = EmergencyForm(request.POST or None, initial=initial)
    if form.is_valid():
        entered = form.cleaned_data
        person = person_numbered(entered["number"].strip())
        opening = form.carry_out(
            lambda: break_glass(
                viewer, person, reason=entered["reason"], category=entered["category"]
            )
        )
        if opening is not None:
            messages.warning(request, "The record is open to you. Your supervisor has been told.")
            return redirect("offenders:person", person=person)
    minutes = minutes_open(timezone.localdate())
    return render(request, "offenders/emergency_open.html", {"form": form, "minutes": minutes})


@page(Permission.GLASS_REVIEW)
def emergency_reviews(request: PageRequest) -> HttpResponse:
    """Show what is to be judged, oldest first, and what was judged lately."""
    waiting = masked_page(
        request, openings_to_review(request.viewer), list_name="emergency openings"
    )
    judged = [
        mask(request.viewer, row, seen=request.seen)
        for row in openings_reviewed(request.viewer)[:REVIEWED_SHOWN]
    ]
    context = {"waiting": waiting.rows, "page": waiting.page, "judged": judged}
    return render(request, "offenders/emergency_reviews.html", context)


@page(Permission.GLASS_REVIEW)
def emergency_review(request: PageRequest, *, opening: int) -> HttpResponse:
    """Judge one opening."""
    viewer = request.viewer
    found = opening_to_review(viewer, opening)
    form = ReviewForm(request.POST or None)
    if form.is_valid():
        entered = form.cleaned_data
        made = form.carry_out(
            lambda: review_opening(viewer, found, verdict=entered["verdict"], note=entered["note"])
        )
        if made is not None:
            messages.success(request, "Your judgment is recorded.")
            return redirect("offenders:emergency-reviews")
    shown = mask(viewer, found, seen=request.seen)
    return render(request, "offenders/emergency_review.html", {"form": form, "opening": shown})
