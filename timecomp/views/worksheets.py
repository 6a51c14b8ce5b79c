"""The whole worksheet of a person: to read, to print, and as a file."""

from django.http import Http404, HttpResponse, JsonResponse
from django.utils import timezone

from offenders.selectors.people import person_header
from offenders.views.frame import person_page, reading_of
from ots.access.exports import notice_for
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.audit.models import Medium
from ots.core.documents import make_pdf
from ots.core.numbers import whole_number
from timecomp.selectors.printed import printed_worksheet
from timecomp.selectors.sheet_pages import sheet_page
from timecomp.selectors.sheets import PersonSheet, person_sheet, sheet_as_json
from timecomp.services.outlets import note_outlet


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
def person_worksheet(request: PageRequest, *, person: int) -> HttpResponse:
    """Show every date with its steps, and the credits year by year.

    Of many sentences one stands whole: the controlling one, or the one asked for.
    """
    chosen = request.GET.get("sentence", "")
    found = _found(request, person, chosen=chosen)
    return person_page(
        request,
        "timecomp/person_worksheet.html",
        person,
        found=found,
        shown=sheet_page(found, chosen),
        year=whole_number(request.GET.get("year", "")),
    )


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def person_worksheet_print(request: PageRequest, *, person: int) -> HttpResponse:
    """Give the worksheet as a PDF to print or to hand out."""
    found, reading, now = _found(request, person), reading_of(request), timezone.now()
    header = person_header(reading, person, today=timezone.localdate())
    data = printed_worksheet(reading, found, name=header.person.full_name, person_id=person, at=now)
    content = make_pdf("worksheet", data, made_at=now)
    note_outlet(reading, person, what="worksheet", medium=Medium.PDF, content=content)
    return pdf_response(content, f"worksheet-{person}.pdf")


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def person_worksheet_export(request: PageRequest, *, person: int) -> HttpResponse:
    """Give the worksheet as a file of JSON."""
    reading, sheet = reading_of(request), sheet_as_json(_found(request, person), person)
    notice = notice_for(reading.seen.categories)
    answer = JsonResponse({**sheet, "notice": notice} if notice else sheet)
    note_outlet(reading, person, what="worksheet", medium=Medium.JSON, content=answer.content)
    answer["Content-Disposition"] = f'attachment; filename="worksheet-{person}.json"'
    return answer


def pdf_response(content: bytes, name: str) -> HttpResponse:
    """Return the document so that a browser shows it and saves it under the name."""
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    return answer


def _found(request: PageRequest, person: int, *, chosen: str = "") -> PersonSheet:
    found = person_sheet(reading_of(request), person, chosen=chosen)
    if found is None:
        raise Http404("Nothing is computed.")
    return found
