"""Folding a case into its twin, after a look at what that means, and undoing it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from interstate.forms.folding import FoldForm, WhyForm
from interstate.selectors.case_page import case_in_scope
from interstate.selectors.folding import twins_of
from interstate.services.cases import CaseRefusedError
from interstate.services.events import RefusedByRuleError
from interstate.services.folding import fold_case, unfold_case
from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError

REFUSALS = (CaseRefusedError, RefusedByRuleError, NotAllowedError)


@page(Permission.COMPACT_RECORD, scope=Scope.PERSON)
def case_fold(request: PageRequest, person: int, transfer: int) -> HttpResponse:
    """Say what folding means, and fold the case into the one that is chosen."""
    reading = reading_of(request)
    found = case_in_scope(reading, person, transfer)
    if found is None:
        raise Http404
    twins = twins_of(reading, found)
    form = FoldForm(sent(request), offered=twins.choices)
    if form.is_valid():
        try:
            lead = fold_case(request.viewer, found.pk, form.fold())
        except REFUSALS as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, f"Case {found.number} is folded into this one.")
            return redirect("interstate:case", person=person, transfer=lead.pk)
    context = {"form": form, "case": reading.masked(found), "twins": twins}
    return person_page(request, "interstate/case_fold.html", person, **context)


@require_POST
@page(Permission.COMPACT_RECORD, scope=Scope.PERSON)
def case_unfold(request: PageRequest, person: int, transfer: int) -> HttpResponse:
    """Let a case that was folded go on again."""
    found = case_in_scope(reading_of(request), person, transfer)
    if found is None:
        raise Http404
    form = WhyForm(request.POST)
    try:
        reason = form.cleaned_data["reason"] if form.is_valid() else ""
        unfold_case(request.viewer, found.pk, reason)
    except REFUSALS as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The case goes on from where it stood.")
    return redirect("interstate:case", person=person, transfer=transfer)
