"""Documents that may follow an activity after it was sent."""

from typing import BinaryIO, cast

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from interstate.rules.routing import MoveRefusedError
from interstate.selectors.activity_page import activity_page
from interstate.selectors.case_page import activity_in_scope
from interstate.services.attachments import attach
from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.uploads.errors import UploadRefusedError


@require_POST
@page(Permission.COMPACT_ACT, scope=Scope.PERSON)
def activity_follow(
    request: PageRequest, person: int, transfer: int, activity: int
) -> HttpResponse:
    """Attach what came of the documents that may follow, or say why not."""
    reading = reading_of(request)
    found = activity_in_scope(reading, transfer, activity)
    if found is None or found.case.person_id != person:
        raise Http404("No such activity.")
    asked = activity_page(reading, found).may_follow
    came = [(each, upload) for each in asked if (upload := request.FILES.get(each.name))]
    if not came:
        messages.warning(request, "Choose a file first.")
    for field, upload in came:
        try:
            name = upload.name or field.name
            attach(request.viewer, activity, field, upload=cast(BinaryIO, upload), name=name)
        except (MoveRefusedError, UploadRefusedError) as refusal:
            messages.error(request, f"{field.label}: {refusal}")
        else:
            messages.success(request, f"{field.label}: attached.")
    return redirect("interstate:activity", person=person, transfer=transfer, activity=activity)
