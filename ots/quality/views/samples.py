"""Samples: what waits, drawing one, and how far one is read."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ots.access.lists import note_list
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.core.pagination import paginate
from ots.quality.forms import DrawForm
from ots.quality.sampling import sample_size
from ots.quality.selectors import samples as selectors
from ots.quality.services.drawing import NothingToDrawError, draw_sample


@page(Permission.QUALITY_VIEW)
def overview(request: PageRequest) -> HttpResponse:
    """Show what waits and the samples so far."""
    standing = selectors.standing(request.viewer, today=timezone.localdate())
    samples = paginate(request, selectors.draws(request.viewer))
    return render(request, "quality/overview.html", {"standing": standing, "page": samples})


@page(Permission.QUALITY_DRAW)
def sample_draw(request: PageRequest) -> HttpResponse:
    """Draw a sample, the size shown before."""
    form = DrawForm(request.POST or None)
    if form.is_valid():
        try:
            made = draw_sample(request.viewer, form.plan())
        except NothingToDrawError as error:
            form.add_error("counties", str(error))
        else:
            messages.success(request, "The sample is drawn.")
            return redirect("quality:sample", sample=made.pk)
    return render(request, "quality/sample_draw.html", {"form": form, "sizes": _sizes()})


@page(Permission.QUALITY_VIEW)
def sample(request: PageRequest, sample: int) -> HttpResponse:
    """Show a sample: by what it was drawn, how far it is read, what waits for the viewer."""
    found = selectors.draws(request.viewer).filter(pk=sample).first()
    if found is None:
        raise Http404("There is no such sample.")
    waiting = paginate(request, selectors.to_read(request.viewer, draw=found))
    people = [each.person_id for each in waiting.object_list if each.person_id is not None]
    note_list(request, people, list_name="sample")
    context = {
        "sample": found,
        "counties": selectors.progress(request.viewer, found),
        "page": waiting,
    }
    return render(request, "quality/sample.html", context)


def _sizes() -> list[tuple[str, str, list[int]]]:
    """Return how many are compared for each wish with none, one and two errors allowed."""
    return [
        (
            f"{confidence:.0%}",
            f"{rate:.0%}",
            [
                sample_size(confidence=confidence, error_rate=rate, errors_allowed=errors)
                for errors in range(3)
            ],
        )
        for confidence in (0.90, 0.95, 0.99)
        for rate in (0.05, 0.01)
    ]
