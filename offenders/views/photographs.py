"""A person's photograph: adding one, and its bytes."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from offenders.forms.photographs import PhotographForm
from offenders.selectors.photographs import photograph_bytes
from offenders.services.photographs import add_photograph
from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission


@page(Permission.PERSON_RECORD, scope=Scope.PERSON)
def photograph_add(request: PageRequest, *, person: int) -> HttpResponse:
    """Add a photograph of the person's face."""
    viewer = request.viewer
    form = PhotographForm(sent(request), viewer=viewer, files=request.FILES)
    if form.is_valid():
        upload, taken_on = form.cleaned_data["image"], form.cleaned_data["taken_on"]
        made = form.carry_out(
            lambda: add_photograph(
                viewer, person, upload=upload, taken_on=taken_on, token=form.sent_token
            )
        )
        if made is not None:
            messages.success(request, "The photograph is recorded.")
            return redirect("offenders:person", person=person)
    return person_page(request, "offenders/photograph_add.html", person, form=form)


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def photograph(request: PageRequest, *, person: int, photograph: int) -> HttpResponse:
    """Send the picture to those who may see the person's face; nobody may keep a copy of it."""
    content = photograph_bytes(reading_of(request), person, photograph)
    response = HttpResponse(content, content_type="image/jpeg")
    response["Cache-Control"] = "private, no-store"
    return response
