"""An activity with its documents, as one file to print or to give to somebody."""

from django.http import Http404, HttpResponse
from django.utils import timezone

from interstate.selectors.activity_page import activity_page
from interstate.selectors.case_page import activity_in_scope
from interstate.selectors.packet import packet_of
from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.core.documents import make_pdf
from supervision.services.paper import note_document


@page(Permission.COMPACT_VIEW, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def activity_packet(
    request: PageRequest, person: int, transfer: int, activity: int
) -> HttpResponse:
    """Give the activity as a PDF with its documents inside."""
    reading = reading_of(request)
    found = activity_in_scope(reading, transfer, activity)
    if found is None or found.case.person_id != person:
        raise Http404("No such activity.")
    packet = packet_of(reading, found, activity_page(reading, found))
    content = make_pdf("compact_packet", packet.data, made_at=timezone.now(), files=packet.files)
    note_document(reading, person, what=f"compact packet {found.pk}", content=content)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{found.kind}-{found.pk}.pdf"'
    return answer
