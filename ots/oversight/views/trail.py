"""The trail: search, one entry, evidence, and how the trail itself stands."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.searching import asked, searches
from ots.audit.watch import state
from ots.oversight.forms.trail import EvidenceForm, TrailSearchForm
from ots.oversight.selectors.questions import questions_standing
from ots.oversight.selectors.trail import Before, entry_read, search_trail, terms_of
from ots.oversight.services.evidence import take_evidence


@page(Permission.AUDIT_VIEW)
def overview(request: PageRequest) -> HttpResponse:
    """Show how the trail stands and which questions wait for their weekly review."""
    context = {"state": state(), "standing": questions_standing(request.viewer)}
    return render(request, "oversight/overview.html", context)


@page(Permission.AUDIT_VIEW)
@searches("request_number")
def trail_search(request: PageRequest) -> HttpResponse:
    """Show the newest entries that fit what was asked."""
    form = TrailSearchForm(asked(request))
    before = Before.read(request.GET.get("before", ""))
    found = search_trail(request.viewer, form.query(), before=before) if form.is_valid() else None
    context = {"form": form, "found": found, "evidence": EvidenceForm(), "asked": _asked(request)}
    return render(request, "oversight/trail_search.html", context)


@page(Permission.AUDIT_VIEW)
def trail_entry(request: PageRequest, entry: int) -> HttpResponse:
    """Show one entry whole; what was searched for opens for a reason given."""
    read = entry_read(request.viewer, entry)
    if read is None:
        raise Http404("There is no such entry.")
    form = EvidenceForm(request.POST or None)
    form.fields["reason"].label = "Why do you need to know what was searched for?"
    terms = {}
    if request.method == "POST" and form.is_valid():
        terms = terms_of(request.viewer, entry, reason=form.cleaned_data["reason"])
    context = {"read": read, "line": read.line, "form": form, "terms": terms}
    return render(request, "oversight/trail_entry.html", context)


@page(Permission.EVIDENCE_TAKE)
@searches("request_number")
def trail_evidence(request: PageRequest) -> HttpResponse:
    """Send the entries that fit as a signed bundle."""
    search, form = TrailSearchForm(asked(request)), EvidenceForm(request.POST or None)
    back = f"{reverse('oversight:trail-search')}?{request.GET.urlencode()}"
    if not search.is_valid() or not form.is_valid():
        if request.method == "POST":
            messages.error(request, "Say why you take the entries.")
        return redirect(back)
    taken = take_evidence(request.viewer, search.query(), reason=form.cleaned_data["reason"])
    if not taken.entries:
        messages.error(request, "No entry that you may see whole fits; nothing was taken.")
        return redirect(back)
    response = HttpResponse(taken.content, content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="evidence.zip"'
    return response


def _asked(request: PageRequest) -> str:
    query = request.GET.copy()
    query.pop("before", None)
    return query.urlencode()
