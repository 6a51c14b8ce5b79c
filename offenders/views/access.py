"""Who reaches a person's record: grants by name, closures, orders of courts."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from offenders.forms.access import (
    GrantForm,
    LiftForm,
    ReasonForm,
    RestrictForm,
    SealForm,
    UnsealForm,
)
from offenders.selectors.access import access_to, require_closure, require_seal
from offenders.selectors.sealable import sealable_choices
from offenders.services.grants import end_grant, grant_person
from offenders.services.restrictions import declare_known, lift_closure, restrict_person
from offenders.services.seals import expunge, seal, unseal
from offenders.views.frame import person_page, reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission


@page(Permission.REACH_GRANT, scope=Scope.PERSON)
def person_access(request: PageRequest, *, person: int) -> HttpResponse:
    """Show who reaches the record by name, and give it to a colleague until a day."""
    viewer = request.viewer
    form = GrantForm(request.POST or None)
    if form.is_valid():
        entered = form.cleaned_data
        made = form.carry_out(
            lambda: grant_person(
                viewer,
                person,
                user=entered["user"],
                span=form.span(viewer.now),
                reason=entered["reason"],
            )
        )
        if made is not None:
            messages.success(request, f"{entered['user']} reaches this record now.")
            return redirect("offenders:person-access", person=person)
    access = access_to(reading_of(request), person)
    return person_page(
        request, "offenders/person_access.html", person, form=form, access=access, now=viewer.now
    )


@page(Permission.REACH_GRANT, scope=Scope.PERSON)
def grant_end(request: PageRequest, *, person: int, grant: int) -> HttpResponse:
    """Take the record back, at once."""
    if request.method == "POST":
        end_grant(request.viewer, person, grant)
        messages.success(request, "The record is taken back.")
    return redirect("offenders:person-access", person=person)


@page(Permission.KNOWN_DECLARE, scope=Scope.PERSON)
def person_known(request: PageRequest, *, person: int) -> HttpResponse:
    """Close the record to oneself."""
    viewer = request.viewer
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        made = form.carry_out(
            lambda: declare_known(viewer, person, reason=form.cleaned_data["reason"])
        )
        if made is not None:
            messages.success(request, "The record is closed to you. Tell your supervisor.")
            return redirect("home")
    return person_page(request, "offenders/person_known.html", person, form=form)


@page(Permission.RECORD_RESTRICT, scope=Scope.PERSON)
def person_restrict(request: PageRequest, *, person: int) -> HttpResponse:
    """Close the record of an employee, a relative or a protected person."""
    viewer = request.viewer
    form = RestrictForm(request.POST or None)
    if form.is_valid():
        entered = form.cleaned_data
        made = form.carry_out(lambda: restrict_person(viewer, person, **entered))
        if made is not None:
            messages.success(request, "The record is closed.")
            return redirect("offenders:person-access", person=person)
    return person_page(request, "offenders/person_restrict.html", person, form=form)


@page(Permission.RECORD_RESTRICT, scope=Scope.PERSON)
def closure_lift(request: PageRequest, *, person: int, closure: int) -> HttpResponse:
    """Lift a closure that no court ordered."""
    require_closure(person, closure)
    viewer = request.viewer
    form = LiftForm(request.POST or None)
    if form.is_valid():
        lift_closure(viewer, person, closure, reason=form.cleaned_data["reason"])
        messages.success(request, "The closure is lifted.")
        return redirect("offenders:person-access", person=person)
    return person_page(request, "offenders/closure_lift.html", person, form=form)


@page(Permission.RECORD_RESTRICT, scope=Scope.PERSON)
def record_seal(request: PageRequest, *, person: int) -> HttpResponse:
    """Carry out a court's order to seal or to destroy."""
    viewer = request.viewer
    form = SealForm(request.POST or None, choices=sealable_choices(person))
    if form.is_valid():
        carry = seal if form.cleaned_data["action"] == "seal" else expunge
        made = form.carry_out(
            lambda: carry(viewer, person, what=form.sealable(), order=form.order())
        )
        if made is not None:
            messages.success(request, "The order is carried out.")
            return redirect("offenders:person-access", person=person)
    return person_page(request, "offenders/record_seal.html", person, form=form)


@page(Permission.RECORD_RESTRICT, scope=Scope.PERSON)
def record_unseal(request: PageRequest, *, person: int, seal: int) -> HttpResponse:
    """Carry out a court's order to unseal."""
    require_seal(person, seal)
    viewer = request.viewer
    form = UnsealForm(request.POST or None)
    if form.is_valid():
        made = form.carry_out(lambda: unseal(viewer, person, seal_id=seal, order=form.order()))
        if made is not None:
            messages.success(request, "The record is unsealed.")
            return redirect("offenders:person-access", person=person)
    return person_page(request, "offenders/record_unseal.html", person, form=form)
