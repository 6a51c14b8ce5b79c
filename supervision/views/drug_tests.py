"""A person's drug and alcohol tests."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.pagination import paginate
from supervision.forms.drug_tests import (
    AdmissionForm,
    DrugTestForm,
    DrugTestResultForm,
    DrugTestVoidForm,
    SpecimenPassForm,
)
from supervision.selectors.drug_tests import (
    drawn_days,
    lines_of,
    sees_tests,
    sheet_of_test,
    tests_of,
)
from supervision.selectors.random_selection import group_of
from supervision.services.drug_test_results import record_results
from supervision.services.drug_tests import (
    looked_for,
    record_admission,
    record_test,
    void_test,
)
from supervision.services.specimens import pass_specimen
from supervision.views.frame import supervision_page

SECTION = "tests"


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_tests(request: PageRequest, *, person: int) -> HttpResponse:
    """Show the tests of a person, the newest first, and the days drawn."""
    reading = reading_of(request)
    shown = paginate(request, tests_of(reading, person))
    return supervision_page(
        request,
        "supervision/person_tests.html",
        person,
        section=SECTION,
        page=shown,
        lines=lines_of(reading, shown.object_list),
        group=group_of(reading, person),
        drawn=drawn_days(reading, person, since=timezone.localdate()),
    )


@page(Permission.TEST_RECORD, scope=Scope.PERSON)
def test_record(request: PageRequest, *, person: int) -> HttpResponse:
    """Record a test on one short form."""
    viewer = request.viewer
    form = DrugTestForm(sent(request), viewer=viewer)
    if form.is_valid():
        made = form.carry_out(
            lambda: record_test(viewer, person, entry=form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The test is recorded.")
            return redirect("supervision:person-test", person=person, test=made.pk)
    return person_page(request, "supervision/test_record.html", person, form=form)


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_test(request: PageRequest, *, person: int, test: int) -> HttpResponse:
    """Show all of one test: what it came to, what may rest on it, the specimen's way."""
    reading = reading_of(request)
    if not sees_tests(reading):
        return redirect("supervision:person-tests", person=person)
    sheet = sheet_of_test(reading, person, test)
    template = "supervision/person_test.html"
    return supervision_page(request, template, person, section=SECTION, sheet=sheet)


@page(Permission.TEST_RECORD, scope=Scope.PERSON)
def test_results(request: PageRequest, *, person: int, test: int) -> HttpResponse:
    """Record what a laboratory reports."""
    viewer = request.viewer
    sheet = sheet_of_test(reading_of(request), person, test)
    initial = {"reported_on": timezone.localdate()}
    form = DrugTestResultForm(sent(request), viewer=viewer, initial=initial)
    if form.is_valid():
        entry = form.entry(looked_for(test))
        if form.carry_out(lambda: record_results(viewer, person, test, entry=entry)) is not None:
            messages.success(request, "The results are recorded.")
            return redirect("supervision:person-test", person=person, test=test)
    context = {"form": form, "sheet": sheet}
    return person_page(request, "supervision/test_results.html", person, **context)


@page(Permission.TEST_RECORD, scope=Scope.PERSON)
def test_custody(request: PageRequest, *, person: int, test: int) -> HttpResponse:
    """Record that the specimen changed hands."""
    viewer = request.viewer
    sheet = sheet_of_test(reading_of(request), person, test)
    last = sheet.transfers[-1] if sheet.transfers else None
    initial = {"released_by": last.received_by if last else "", "is_seal_intact": True}
    form = SpecimenPassForm(sent(request), viewer=viewer, initial=initial)
    if form.is_valid():
        entry = form.entry()
        if form.carry_out(lambda: pass_specimen(viewer, person, test, entry=entry)) is not None:
            messages.success(request, "The chain of custody goes on.")
            return redirect("supervision:person-test", person=person, test=test)
    context = {"form": form, "sheet": sheet}
    return person_page(request, "supervision/test_custody.html", person, **context)


@page(Permission.TEST_RECORD, scope=Scope.PERSON)
def test_admission(request: PageRequest, *, person: int, test: int) -> HttpResponse:
    """Record what the person admits of a test."""
    viewer = request.viewer
    sheet = sheet_of_test(reading_of(request), person, test)
    initial = {"admitted_on": timezone.localdate()}
    form = AdmissionForm(sent(request), viewer=viewer, initial=initial)
    if form.is_valid():
        entry = form.entry()
        if form.carry_out(lambda: record_admission(viewer, person, test, entry=entry)) is not None:
            messages.success(request, "The admission is recorded.")
            return redirect("supervision:person-test", person=person, test=test)
    context = {"form": form, "sheet": sheet}
    return person_page(request, "supervision/test_admission.html", person, **context)


@page(Permission.TEST_RECORD, scope=Scope.PERSON)
def test_void(request: PageRequest, *, person: int, test: int) -> HttpResponse:
    """Record that a test does not count."""
    viewer = request.viewer
    sheet = sheet_of_test(reading_of(request), person, test)
    form = DrugTestVoidForm(sent(request), viewer=viewer)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if form.carry_out(lambda: void_test(viewer, person, test, reason=reason)) is not None:
            messages.success(request, "The test is void. What it met falls due again.")
            return redirect("supervision:person-test", person=person, test=test)
    context = {"form": form, "sheet": sheet}
    return person_page(request, "supervision/test_void.html", person, **context)
