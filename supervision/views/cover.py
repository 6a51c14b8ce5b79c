"""Who looks after whose people for a time."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ots.access.cover import arrange_cover, covers_seen_by, end_cover
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.core.pagination import paginate
from supervision.forms.cover import CoverForm


@page(Permission.CASELOAD_VIEW)
def cover(request: PageRequest) -> HttpResponse:
    """Show the covers one is part of, and arrange one."""
    viewer = request.viewer
    form = CoverForm(request.POST or None, viewer=viewer)
    if form.is_valid():
        entered = form.cleaned_data
        made = arrange_cover(
            viewer,
            away=entered["away"],
            covering=entered["covering"],
            period=form.period(),
            reason=entered["reason"],
        )
        messages.success(request, f"{made.covering} covers for {made.away}.")
        return redirect("supervision:cover")
    shown = paginate(request, covers_seen_by(viewer))
    context = {"form": form, "page": shown, "today": timezone.localdate()}
    return render(request, "supervision/cover.html", context)


@page(Permission.CASELOAD_VIEW)
def cover_end(request: PageRequest, *, cover: int) -> HttpResponse:
    """End a cover today."""
    if request.method == "POST":
        end_cover(request.viewer, cover)
        messages.success(request, "The cover ends.")
    return redirect("supervision:cover")
