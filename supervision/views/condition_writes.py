"""Recording what an order makes of a person's conditions."""

from collections.abc import Callable

from django.contrib import messages
from django.db.models import Model
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.forms.entry import EntryForm
from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.forms.conditions import (
    ChangeForm,
    EndForm,
    NoticeForm,
    OrderForm,
    StandardListForm,
    condition_form,
)
from supervision.selectors.condition_order import (
    last_order,
    standard_list,
    template_at,
    templates_by_group,
)
from supervision.selectors.conditions import (
    answers_for_change,
    condition_at,
    condition_shown,
    conditions_of,
)
from supervision.services.conditions.ending import (
    end_condition,
    resume_condition,
    suspend_condition,
)
from supervision.services.conditions.entry import ANSWER
from supervision.services.conditions.imposing import amend_condition, impose_condition
from supervision.services.conditions.notice import record_notice
from supervision.services.conditions.standard import impose_standard_list
from supervision.views.frame import supervision_page

SECTION = "conditions"
RECORD = Permission.CONDITION_RECORD


@page(RECORD, scope=Scope.PERSON)
def condition_choose(request: PageRequest, person: int) -> HttpResponse:
    """Choose a condition of the catalogue."""
    words = request.GET.get("q", "")[:60]
    groups = list(templates_by_group(timezone.localdate(), words=words))
    template = "supervision/condition_choose.html"
    return supervision_page(request, template, person, section=SECTION, groups=groups, words=words)


@page(RECORD, scope=Scope.PERSON)
def condition_add(request: PageRequest, person: int, template: int) -> HttpResponse:
    """Record a condition as the order states it."""
    viewer = request.viewer
    chosen = template_at(template, today=timezone.localdate())
    form = condition_form(chosen.asked, needs_reason=chosen.needs_reason)(
        sent(request), viewer=viewer, person_id=person, initial=last_order(viewer, person)
    )
    if form.is_valid() and _done(
        form, lambda: impose_condition(viewer, person, chosen, form.entry(), token=form.sent_token)
    ):
        messages.success(request, f"Recorded: {chosen.title}.")
        return redirect("supervision:conditions", person=person)
    return _order_page(request, person, form, chosen=chosen)


@page(RECORD, scope=Scope.PERSON)
def condition_standard(request: PageRequest, person: int) -> HttpResponse:
    """Record the conditions of everybody's list at once."""
    viewer = request.viewer
    offered = standard_list(person, today=timezone.localdate())
    if not offered:
        messages.info(request, "The person has every condition of the standard list.")
        return redirect("supervision:conditions", person=person)
    form = StandardListForm(
        sent(request),
        viewer=viewer,
        person_id=person,
        initial=last_order(viewer, person),
        offered=[(row.pk, str(row)) for row in offered],
    )
    if form.is_valid():
        ticked = {int(each) for each in form.cleaned_data["templates"]}
        wanted = [row for row in offered if row.pk in ticked]
        token = form.sent_token
        if _done(
            form, lambda: impose_standard_list(viewer, person, wanted, form.entry(), token=token)
        ):
            messages.success(request, f"Recorded: {len(wanted)} conditions.")
            return redirect("supervision:conditions", person=person)
    return _order_page(request, person, form, offered=offered)


@page(RECORD, scope=Scope.PERSON)
def condition_amend(request: PageRequest, person: int, condition: int) -> HttpResponse:
    """Record what a later order makes of the condition."""
    viewer = request.viewer
    reading = reading_of(request)
    found = condition_at(reading, person, condition)
    shown = condition_shown(reading, person, condition, today=timezone.localdate())
    template = found.template
    answers = answers_for_change(reading, found)
    initial = {ANSWER.format(name): answer for name, answer in answers.items()}
    form = condition_form(template.asked, needs_reason=template.needs_reason)(
        sent(request), viewer=viewer, person_id=person, initial=initial
    )
    if form.is_valid():
        made = form.carry_out(
            lambda: amend_condition(viewer, found, form.entry(), token=form.sent_token)
        )
        if made is not None:
            waits = "It binds once the person has notice: record the notice."
            binds = f"It binds from {made.effective_on:%b %d, %Y}." if made.effective_on else waits
            messages.success(request, f"The amendment is recorded. {binds}")
            return redirect("supervision:condition", person=person, condition=condition)
    return _order_page(request, person, form, condition=shown, chosen=template)


@page(RECORD, scope=Scope.PERSON)
def condition_rest(request: PageRequest, person: int, condition: int) -> HttpResponse:
    """Let a condition rest, or let it bind again."""
    viewer = request.viewer
    reading = reading_of(request)
    found = condition_at(reading, person, condition)
    shown = condition_shown(reading, person, condition, today=timezone.localdate())
    resumes = shown.is_suspended
    form = ChangeForm(sent(request), viewer=viewer)
    turn = resume_condition if resumes else suspend_condition
    if form.is_valid() and _done(
        form, lambda: turn(viewer, found, form.change(), token=form.sent_token)
    ):
        messages.success(request, "It binds again." if resumes else "The condition rests.")
        return redirect("supervision:condition", person=person, condition=condition)
    return supervision_page(
        request,
        "supervision/condition_rest.html",
        person,
        section=SECTION,
        form=form,
        condition=shown,
        resumes=resumes,
    )


@page(RECORD, scope=Scope.PERSON)
def condition_end(request: PageRequest, person: int, condition: int) -> HttpResponse:
    """Record how a condition ended."""
    viewer = request.viewer
    reading = reading_of(request)
    found = condition_at(reading, person, condition)
    shown = condition_shown(reading, person, condition, today=timezone.localdate())
    form = EndForm(sent(request), viewer=viewer)
    if form.is_valid():
        ended_as = form.cleaned_data["ended_as"]
        token = form.sent_token
        if _done(
            form,
            lambda: end_condition(viewer, found, form.change(), ended_as=ended_as, token=token),
        ):
            messages.success(request, "The condition is over.")
            return redirect("supervision:conditions", person=person)
    template = "supervision/condition_end.html"
    return supervision_page(request, template, person, section=SECTION, form=form, condition=shown)


@page(RECORD, scope=Scope.PERSON)
def condition_notice(request: PageRequest, person: int) -> HttpResponse:
    """Record of which conditions the person was told, and how."""
    viewer = request.viewer
    reading = reading_of(request)
    standing = conditions_of(reading, person, today=timezone.localdate())
    offered = standing.to_tell
    form = NoticeForm(
        sent(request),
        viewer=viewer,
        initial={"conditions": [each.pk for each in standing.untold]},
        offered=[(each.pk, each.label) for each in offered],
    )
    if form.is_valid():
        chosen = [condition_at(reading, person, each) for each in sorted(form.chosen_conditions)]
        token = form.sent_token
        if _done(form, lambda: record_notice(viewer, chosen, form.notice(), token=token)):
            messages.success(request, "The notice is recorded.")
            return redirect("supervision:conditions", person=person)
    template = "supervision/condition_notice.html"
    return supervision_page(request, template, person, section=SECTION, form=form, offered=offered)


def _done(form: EntryForm, write: Callable[[], Model]) -> bool:
    return form.carry_out(write) is not None


def _order_page(
    request: PageRequest, person: int, form: OrderForm, **context: object
) -> HttpResponse:
    template = "supervision/condition_order.html"
    return supervision_page(request, template, person, section=SECTION, form=form, **context)
