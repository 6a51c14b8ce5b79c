"""Two computations of a person side by side."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.selectors.people import person_header
from offenders.views.frame import person_page, reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.audit.models import Medium
from ots.core.documents import make_pdf
from timecomp.selectors.comparisons import ToldComparison, person_comparison
from timecomp.selectors.printed import printed_comparison
from timecomp.services.outlets import note_outlet
from timecomp.views.worksheets import pdf_response

LONGEST_NUMBER = 18


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
def person_compare(request: PageRequest, *, person: int) -> HttpResponse:
    """Show which dates moved between two computations, and what made the difference."""
    asked = any(name in request.GET for name in ("older", "newer"))
    found = _found(request, person) if asked else _compared(request, person)
    return person_page(request, "timecomp/person_compare.html", person, found=found)


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def person_compare_print(request: PageRequest, *, person: int) -> HttpResponse:
    """Give the comparison as a PDF; where there is none yet, the page says so."""
    found, reading, now = _compared(request, person), reading_of(request), timezone.now()
    if found is None:
        return redirect("timecomp:person-compare", person=person)
    header = person_header(reading, person, today=timezone.localdate())
    data = printed_comparison(
        reading, found, name=header.person.full_name, person_id=person, at=now
    )
    content = make_pdf("comparison", data, made_at=now)
    note_outlet(reading, person, what="comparison", medium=Medium.PDF, content=content)
    return pdf_response(content, f"comparison-{person}.pdf")


def _compared(request: PageRequest, person: int) -> ToldComparison | None:
    older, newer = _number(request, "older"), _number(request, "newer")
    return person_comparison(reading_of(request), person, older=older, newer=newer)


def _found(request: PageRequest, person: int) -> ToldComparison:
    found = _compared(request, person)
    if found is None:
        raise Http404("There are no two such computations.")
    return found


def _number(request: PageRequest, name: str) -> int | None:
    given = request.GET.get(name, "")
    return (
        int(given) if given.isascii() and given.isdigit() and len(given) <= LONGEST_NUMBER else None
    )
