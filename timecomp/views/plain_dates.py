"""Dates in plain words: for the person they are about, and for a registered victim."""

from django.http import Http404, HttpResponse
from django.utils import timezone

from offenders.selectors.people import person_header
from offenders.views.frame import person_page, reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.audit.models import Medium
from ots.core.documents import make_pdf
from timecomp.selectors.plain_dates import PlainSheet, language_of, plain_sheet, printed_sheet
from timecomp.selectors.plain_words import WORDS
from timecomp.selectors.printed import shown
from timecomp.selectors.victim_dates import victim_dates as told_to_victims
from timecomp.services.outlets import note_outlet
from timecomp.views.worksheets import pdf_response


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
def person_plain(request: PageRequest, *, person: int) -> HttpResponse:
    """Show the dates in words that the person can read, in English or Spanish."""
    sheet = _sheet(request, person)
    languages = [(each.value, words.name) for each, words in WORDS.items()]
    context = {"sheet": sheet, "languages": languages}
    return person_page(request, "timecomp/person_plain.html", person, **context)


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def person_plain_print(request: PageRequest, *, person: int) -> HttpResponse:
    """Give the same as a PDF to hand out."""
    sheet, now = _sheet(request, person), timezone.now()
    header = person_header(reading_of(request), person, today=timezone.localdate())
    data = printed_sheet(sheet, name=shown(header.person.full_name), person_id=person)
    content = make_pdf("plain_dates", data, made_at=now)
    note_outlet(reading_of(request), person, what="plain dates", medium=Medium.PDF, content=content)
    return pdf_response(content, f"dates-{sheet.language}-{person}.pdf")


@page(Permission.COMPUTATION_VIEW, scope=Scope.PERSON)
def victim_dates(request: PageRequest, *, person: int) -> HttpResponse:
    """Show what a registered victim may be told of the person, and nothing more."""
    told = told_to_victims(reading_of(request), person)
    return person_page(request, "timecomp/victim_dates.html", person, told=told)


def _sheet(request: PageRequest, person: int) -> PlainSheet:
    language = language_of(request.GET.get("language", ""))
    found = plain_sheet(reading_of(request), person, language=language)
    if found is None:
        raise Http404("Nothing is computed.")
    return found
