"""Documents of a court's register: does the system have them?"""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.core.pagination import paginate
from ots.quality.choices import RootCause
from ots.quality.forms import LinesForm, RegisterForm
from ots.quality.sampling import register_lines
from ots.quality.selectors import samples as selectors
from ots.quality.services.register import look_up
from ots.quality.views.findings import answer


@page(Permission.QUALITY_REVIEW)
def documents(request: PageRequest) -> HttpResponse:
    """Look a document up, draw which lines of a register to look up, list what was missing."""
    form = RegisterForm(request.POST or None)
    if form.is_valid():
        item = look_up(request.viewer, form.entry())
        if item.person_id is not None:
            messages.success(request, "The system has it. Now type what the document says.")
            return redirect("quality:sheet", person=item.person_id, item=item.pk)
        messages.warning(request, "The system has no such count: that is now a finding.")
        return redirect("quality:documents")
    lines = LinesForm(request.GET if "lines" in request.GET else None)
    context = {
        "form": form,
        "lines": lines,
        "drawn": register_lines(**lines.cleaned_data) if lines.is_valid() else [],
        "page": paginate(request, selectors.missing_documents(request.viewer)),
        "causes": RootCause.choices,
    }
    return render(request, "quality/documents.html", context)


@page(Permission.QUALITY_REVIEW)
def document_answer(request: PageRequest, finding: int) -> HttpResponse:
    """Answer for a document that was missing."""
    found = selectors.missing_documents(request.viewer).filter(pk=finding).first()
    if found is None:
        raise Http404("There is no such finding.")
    if request.method == "POST":
        answer(request, found)
    return redirect("quality:documents")
