"""Recording a person and the facts of identity and contact."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from offenders.forms.people import (
    AddressForm,
    IdentifierForm,
    NameCorrectForm,
    PersonRecordForm,
)
from offenders.selectors.people import likely_duplicates, name_parts
from offenders.services.contact import add_address
from offenders.services.people import add_identifier, correct_legal_name, record_person
from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission


@page(Permission.PERSON_RECORD)
def person_record(request: PageRequest) -> HttpResponse:
    """Record a new person, after showing who in the record it may already be."""
    form = PersonRecordForm(sent(request), viewer=request.viewer)
    duplicates: tuple[object, ...] = ()
    if form.is_valid():
        name, identity = form.name(), form.identity()
        duplicates = likely_duplicates(
            reading_of(request),
            last_name=name.last_name,
            first_name=name.first_name,
            birth_date=identity.birth_date,
        )
        if form.cleaned_data["is_new"] or not duplicates:
            source, token = form.cleaned_data["source"], form.sent_token
            made = form.carry_out(
                lambda: record_person(
                    request.viewer, name=name, identity=identity, source=source, token=token
                )
            )
            if made is not None:
                messages.success(request, f"The person is recorded under No. {made.pk}.")
                return redirect("offenders:person", person=made.pk)
    return render(request, "offenders/person_record.html", {"form": form, "duplicates": duplicates})


@page(Permission.PERSON_RECORD, scope=Scope.PERSON)
def name_correct(request: PageRequest, *, person: int) -> HttpResponse:
    """Correct the legal name; the name before stays in the history."""
    viewer = request.viewer
    initial = name_parts(reading_of(request), person)
    form = NameCorrectForm(sent(request), viewer=viewer, initial=initial)
    if form.is_valid():
        entered, name = form.cleaned_data, form.name()
        made = form.carry_out(
            lambda: correct_legal_name(
                viewer,
                person,
                name=name,
                reason=entered["reason"],
                instead_of=entered["instead_of"],
                token=form.sent_token,
            )
        )
        if made is not None:
            messages.success(request, "The name is corrected. The earlier one can be searched.")
            return redirect("offenders:person-identity", person=person)
    return person_page(request, "offenders/name_correct.html", person, form=form)


@page(Permission.PERSON_RECORD, scope=Scope.PERSON)
def identifier_add(request: PageRequest, *, person: int) -> HttpResponse:
    """Add a number by which an agency knows the person."""
    viewer = request.viewer
    form = IdentifierForm(sent(request), viewer=viewer)
    if form.is_valid():
        number = form.number()
        made = form.carry_out(
            lambda: add_identifier(viewer, person, token=form.sent_token, **number)
        )
        if made is not None:
            messages.success(request, "The number is recorded.")
            return redirect("offenders:person-identity", person=person)
    return person_page(request, "offenders/identifier_add.html", person, form=form)


@page(Permission.CONTACT_RECORD, scope=Scope.PERSON)
def address_add(request: PageRequest, *, person: int) -> HttpResponse:
    """Add an address; a new home ends the one before."""
    viewer = request.viewer
    form = AddressForm(sent(request), viewer=viewer)
    if form.is_valid():
        made = form.carry_out(
            lambda: add_address(viewer, person, entry=form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The address is recorded.")
            return redirect("offenders:person-identity", person=person)
    return person_page(request, "offenders/address_add.html", person, form=form)
