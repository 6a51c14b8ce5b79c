"""The whole worksheet of a person: to read, to print, and as a file."""

from django.http import Http404, HttpResponse, JsonResponse
from django.utils import timezone

from offenders.selectors.people import person_header
from offenders.views.frame import person_page, reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.documents import make_pdf
from timecomp.selectors.printed import printed_worksheet
from timecomp.selectors.sheets import PersonSheet, person_sheet, sheet_as_json
from timecomp.services.outlets import note_outlet


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
def person_worksheet(request: PageRequest, *, person: int) -> HttpResponse:
    """Show every date with its steps, and the credits month by month."""
    found = _found(request, person)
    return person_page(request, "timecomp/person_worksheet.html", person, found=found)


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
def person_worksheet_print(request: PageRequest, *, person: int) -> HttpResponse:
    """Give the worksheet as a PDF to print or to hand out."""
    found, reading, now = _found(request, person), reading_of(request), timezone.now()
    header = person_header(reading, person, today=timezone.localdate())
    data = printed_worksheet(reading, found, name=header.person.full_name, person_id=person, at=now)
    note_outlet(request.viewer, person, what="worksheet", form="pdf", seen=request.seen)
    return pdf_response(make_pdf("worksheet", data, made_at=now), f"worksheet-{person}.pdf")


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
def person_worksheet_export(request: PageRequest, *, person: int) -> HttpResponse:
    """Give the worksheet as a file of JSON."""
    answer = JsonResponse(sheet_as_json(_found(request, person), person))
    note_outlet(request.viewer, person, what="worksheet", form="json", seen=request.seen)
    answer["Content-Disposition"] = f'attachment; filename="worksheet-{person}.json"'
    return answer


def pdf_response(content: bytes, name: str) -> HttpResponse:
    """Return the document so that a browser shows it and saves it under the name."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _found(request: PageRequest, person: int) -> PersonSheet:
    found = person_sheet(reading_of(request), person)
    if found is None:
        raise Http404("Nothing is computed.")
    return found
