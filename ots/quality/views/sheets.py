"""The sheet: what the document says, typed blind, then document beside record."""

import mimetypes

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from ots.access.fields import may_access
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.uploads.errors import UploadRefusedError
from ots.quality.forms import SheetForm
from ots.quality.models import Item
from ots.quality.selectors import samples as selectors
from ots.quality.services.reading import ReadingRefusedError, read_document, reading_due


@page(Permission.QUALITY_REVIEW, scope=Scope.PERSON)
def sheet(request: PageRequest, *, person: int, item: int) -> HttpResponse:
    """Ask for what the document says; once that is kept, show it beside the record."""
    found = _item(request, person, item)
    reading = reading_due(request.viewer, found)
    if reading is None:
        return _beside(request, found)
    form = SheetForm(
        *((request.POST, request.FILES) if request.method == "POST" else ()),
        record_type=found.record_type,
        has_scan=bool(found.scan),
    )
    if form.is_valid() and _keep(request, found, form):
        return redirect("quality:sheet", person=person, item=item)
    return render(request, "quality/sheet_blind.html", {"item": found, "form": form})


@page(Permission.QUALITY_REVIEW, scope=Scope.PERSON)
def sheet_scan(request: PageRequest, *, person: int, item: int) -> HttpResponse:
    """Send the scan; nobody may keep a copy of it."""
    found = _item(request, person, item)
    if not found.scan or not may_access(request.viewer, Item, "scan"):
        raise Http404("There is no scan.")
    kind = mimetypes.guess_type(found.scan.name)[0] or "application/octet-stream"
    with found.scan.open() as file:
        response = HttpResponse(file.read(), content_type=kind)
    response["Cache-Control"] = "private, no-store"
    return response


def _item(request: PageRequest, person: int, item: int) -> Item:
    found = selectors.item_of(request.viewer, person, item)
    if found is None:
        raise Http404("There is no such sheet.")
    return found


def _keep(request: PageRequest, item: Item, form: SheetForm) -> bool:
    try:
        read_document(request.viewer, item, form.said(), scan=form.cleaned_data.get("scan"))
    except UploadRefusedError as error:
        form.add_error("scan", str(error))
        return False
    except ReadingRefusedError as error:
        messages.error(request, str(error))
        return True
    messages.success(request, "What the document says is kept. The record is shown beside it.")
    return True


def _beside(request: PageRequest, item: Item) -> HttpResponse:
    context = {
        "item": item,
        "rows": selectors.compared(request.viewer, item, seen=request.seen),
        "sentence": selectors.sentence_of(item),
    }
    return render(request, "quality/sheet.html", context)
