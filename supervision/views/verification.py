"""Checks of a person's work and home."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.forms.verification import EmploymentCheckForm, ResidenceCheckForm
from supervision.selectors.verification import verification_of
from supervision.services.verification import check_employment, check_residence
from supervision.views.frame import supervision_page


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_checks(request: PageRequest, *, person: int) -> HttpResponse:
    """Show what was found of work and home."""
    checks = verification_of(reading_of(request), person, on=timezone.localdate())
    template = "supervision/person_checks.html"
    return supervision_page(request, template, person, section="checks", checks=checks)


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
def employment_check(request: PageRequest, *, person: int) -> HttpResponse:
    """Record a check of employment."""
    viewer = request.viewer
    form = EmploymentCheckForm(sent(request), viewer=viewer, person_id=person)
    if form.is_valid():
        made = form.carry_out(
            lambda: check_employment(viewer, person, entry=form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The check is recorded.")
            return redirect("supervision:person-checks", person=person)
    return person_page(request, "supervision/employment_check.html", person, form=form)


@page(Permission.VISIT_RECORD, scope=Scope.PERSON)
def residence_check(request: PageRequest, *, person: int) -> HttpResponse:
    """Record a check of a residence."""
    viewer = request.viewer
    form = ResidenceCheckForm(sent(request), viewer=viewer, person_id=person)
    if form.is_valid():
        made = form.carry_out(
            lambda: check_residence(viewer, person, entry=form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The check is recorded.")
            return redirect("supervision:person-checks", person=person)
    return person_page(request, "supervision/residence_check.html", person, form=form)
