"""What is printed about a person's supervision, each asked to whom it goes."""

from collections.abc import Mapping

from django.http import Http404, HttpResponse
from django.utils import timezone

from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.core.documents import make_pdf
from supervision.selectors.absconding import search_of
from supervision.selectors.paper import permit_paper, police_paper, recommendation_paper
from supervision.selectors.recommendations import recommendation_of
from supervision.selectors.travel import request_of
from supervision.services.paper import note_document


@page(Permission.RECOMMENDATION_PREPARE, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def recommendation_print(request: PageRequest, person: int, recommendation: int) -> HttpResponse:
    """Print the letter of a recommendation."""
    reading = reading_of(request)
    found = recommendation_of(reading, person, recommendation, today=timezone.localdate())
    if found is None:
        raise Http404("No such recommendation.")
    data = recommendation_paper(reading, person, found)
    return _printed(request, person, "recommendation", data)


@page(Permission.TRAVEL_PERMIT, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def travel_print(request: PageRequest, person: int, permit: int) -> HttpResponse:
    """Print the permit that the person carries."""
    reading = reading_of(request)
    found = request_of(reading, person, permit)
    if found is None or not found.is_granted:
        raise Http404("No such permit.")
    return _printed(request, person, "travel_permit", permit_paper(reading, person, found))


@page(Permission.ABSCONDING_RECORD, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def absconding_packet(request: PageRequest, person: int) -> HttpResponse:
    """Print what helps the police to find the person."""
    reading, today = reading_of(request), timezone.localdate()
    if not search_of(reading, person, today=today).is_running:
        raise Http404("The person is not out of touch.")
    return _printed(request, person, "police_packet", police_paper(reading, person, today=today))


def _printed(
    request: PageRequest, person: int, template: str, data: Mapping[str, object]
) -> HttpResponse:
    content = make_pdf(template, data, made_at=timezone.now())
    what = template.replace("_", " ")
    note_document(reading_of(request), person, what=what, content=content)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{what.replace(" ", "-")}-{person}.pdf"'
    return answer
