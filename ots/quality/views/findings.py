"""Differences: the list by the day an answer is due, and answering for one."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ots.access.fields import mask
from ots.access.lists import note_list
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.pagination import paginate
from ots.quality.choices import RootCause
from ots.quality.forms import CauseForm, ExplainForm
from ots.quality.models import Finding
from ots.quality.selectors import samples as selectors
from ots.quality.services.findings import FindingRefusedError, explain, look_again, name_cause

SHOWN = (("open", "Open"), ("overdue", "Answer overdue"), ("closed", "Closed"))


@page(Permission.QUALITY_VIEW)
def findings(request: PageRequest) -> HttpResponse:
    """List the differences, those due first."""
    show = request.GET.get("show", "open")
    today = timezone.localdate()
    rows = selectors.findings(request.viewer, show=show, today=today)
    found = paginate(request, rows)
    items = (each.comparison.item for each in found.object_list)
    people = [item.person_id for item in items if item.person_id is not None]
    note_list(request, people, list_name="findings")
    context = {"page": found, "shown": SHOWN, "show": show, "today": today}
    return render(request, "quality/findings.html", context)


@page(Permission.QUALITY_VIEW, scope=Scope.PERSON)
def finding(request: PageRequest, *, person: int, finding: int) -> HttpResponse:
    """Show one difference; name its cause, look at the record again, or say why it stays."""
    found = selectors.finding_of(request.viewer, person, finding)
    if found is None:
        raise Http404("There is no such finding.")
    if request.method == "POST":
        answer(request, found)
        return redirect("quality:finding", person=person, finding=finding)
    context = {
        "finding": found,
        "compared": mask(request.viewer, found.comparison, seen=request.seen),
        "item": found.comparison.item,
        "sentence": selectors.sentence_of(found.comparison.item),
        "cause": CauseForm(initial={"root_cause": found.root_cause}),
        "explain": ExplainForm(),
        "today": timezone.localdate(),
    }
    return render(request, "quality/finding.html", context)


def answer(request: PageRequest, found: Finding) -> None:
    """Carry out the step that was sent and say what came of it."""
    try:
        messages.success(request, _step(request, found))
    except FindingRefusedError as error:
        messages.error(request, str(error))


def _step(request: PageRequest, found: Finding) -> str:
    step, cause = request.POST.get("step"), request.POST.get("root_cause", "")
    if step == "again":
        look_again(request.viewer, found)
        return "The record matches: the finding is closed."
    if step == "explain":
        explain(request.viewer, found, request.POST.get("reason", ""))
        return "The finding is closed with your reason."
    if cause not in RootCause.values:
        raise FindingRefusedError("Choose a cause.")
    name_cause(request.viewer, found, RootCause(cause))
    return "The cause is recorded."
