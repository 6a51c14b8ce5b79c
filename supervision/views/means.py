"""What a person can pay, the fee for supervision, and instalments."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.views.frame import person_page, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.forms.money import AbilityForm, FeeForm, PlanForm
from supervision.services.instalments import set_plan
from supervision.services.means import charge_fee, state_ability


@page(Permission.MONEY_RECORD, scope=Scope.PERSON)
def fee_charge(request: PageRequest, *, person: int) -> HttpResponse:
    """Charge the supervision fee of an order."""
    viewer = request.viewer
    form = FeeForm(sent(request), viewer=viewer)
    if form.is_valid():
        made = form.carry_out(
            lambda: charge_fee(viewer, person, entry=form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The supervision fee is charged.")
            return redirect("supervision:person-money", person=person)
    return person_page(request, "supervision/fee_charge.html", person, form=form)


@page(Permission.MONEY_RECORD, scope=Scope.PERSON)
def ability_state(request: PageRequest, *, person: int) -> HttpResponse:
    """Fill in the worksheet; it is worked out before it is recorded."""
    viewer, suggestion = request.viewer, None
    initial = {"stated_on": timezone.localdate()}
    form = AbilityForm(sent(request), viewer=viewer, initial=initial)
    if form.is_valid():
        entry = form.entry()
        suggestion = entry.suggestion()
        if "record" in request.POST:
            made = form.carry_out(lambda: state_ability(viewer, person, entry=entry))
            if made is not None:
                messages.success(request, f"Recorded: can pay ${entry.can_pay:,.2f} a month.")
                return redirect("supervision:person-money", person=person)
    context = {"form": form, "suggestion": suggestion}
    return person_page(request, "supervision/ability_state.html", person, **context)


@page(Permission.MONEY_RECORD, scope=Scope.PERSON)
def plan_set(request: PageRequest, *, person: int) -> HttpResponse:
    """Set a plan of instalments."""
    viewer = request.viewer
    form = PlanForm(sent(request), viewer=viewer)
    if form.is_valid():
        entry = form.entry()
        if form.carry_out(lambda: set_plan(viewer, person, entry=entry)) is not None:
            messages.success(request, "The plan is set. Its next instalments are due by it.")
            return redirect("supervision:person-money", person=person)
    return person_page(request, "supervision/plan_set.html", person, form=form)
