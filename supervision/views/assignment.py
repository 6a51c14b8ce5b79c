"""Giving a case to an agent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from offenders.views.frame import person_page
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.forms.assignment import CaseAssignForm
from supervision.selectors.assignments import assignments_of
from supervision.services.cases import AssignmentError, Placement, assign_case


@page(Permission.CASE_ASSIGN, scope=Scope.PERSON)
def case_assign(request: PageRequest, person: int) -> HttpResponse:
    """Choose the agent; the one before loses the case that day."""
    form = CaseAssignForm(request.POST or None, viewer=request.viewer)
    if form.is_valid() and _assigned(request, person, form):
        return redirect("offenders:person", person=person)
    assignments = assignments_of(request.viewer, person, seen=request.seen)
    return person_page(
        request, "supervision/case_assign.html", person, form=form, assignments=assignments
    )


def _assigned(request: PageRequest, person: int, form: CaseAssignForm) -> bool:
    agent = form.cleaned_data["agent"]
    placement = Placement(agent=agent, office=agent.office, began_on=form.cleaned_data["began_on"])
    try:
        assign_case(request.viewer, person, placement, reason=form.cleaned_data["why"])
    except AssignmentError as error:
        form.add_error("began_on", str(error))
        return False
    messages.success(request, f"{agent} has the case from {placement.began_on:%b %d, %Y}.")
    return True
