"""What left the system."""

from django.http import HttpResponse
from django.shortcuts import render

from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.searching import asked, searches
from ots.core.pagination import paginate
from ots.oversight.forms.trail import NoticeForm, SinceForm
from ots.oversight.selectors.disclosures import disclosures, disclosures_of_person, sent


@page(Permission.AUDIT_VIEW)
@searches()
def disclosure_log(request: PageRequest) -> HttpResponse:
    """List what left: of one person, since a day, to a recipient."""
    form = SinceForm(asked(request))
    criteria = form.cleaned_data if form.is_valid() else {}
    found = paginate(request, disclosures(request.viewer, **criteria))
    context = {"form": form, "rows": [sent(row) for row in found], "page": found}
    return render(request, "oversight/disclosure_log.html", context)


@page(Permission.PERSON_TRAIL, scope=Scope.PERSON)
def person_disclosures(request: PageRequest, person: int) -> HttpResponse:
    """List who received records of the person, so that a correction reaches them all."""
    form = NoticeForm(request.GET)
    criteria = form.cleaned_data if form.is_valid() else {}
    rows = disclosures_of_person(request.viewer, person, **criteria)
    context = {"form": form, "rows": rows, "person_id": person}
    return render(request, "oversight/person_disclosures.html", context)
