"""A person's case plan, and each thing that is written into it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.forms.entry import EntryForm
from offenders.selectors.people import person_header
from offenders.views.frame import reading_of, sent
from ots.access.exports import notice_for
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.core.documents import make_pdf
from supervision.forms.plans import (
    GoalDropForm,
    GoalForm,
    PlanBeginForm,
    PlanCloseForm,
    PlanReviewForm,
    PlanSignForm,
    ProgressForm,
    StepDoneForm,
    StepForm,
)
from supervision.selectors.plans import (
    condition_choices,
    goal_initial,
    objective_choices,
    plan_shown,
    scoring_choices,
)
from supervision.selectors.printed_plan import printed_plan
from supervision.services.plan_progress import (
    close_plan,
    finish_step,
    note_progress,
    review_plan,
    sign_plan,
)
from supervision.services.plans import add_step, begin_plan, drop_goal, write_goal
from supervision.services.risk_outlets import note_printed
from supervision.views.frame import supervision_page

SECTION = "plan"


@page(Permission.RISK_VIEW, scope=Scope.PERSON)
def plan(request: PageRequest, *, person: int) -> HttpResponse:
    """Show the plan with what comes next."""
    shown = plan_shown(reading_of(request), person, today=timezone.localdate())
    return supervision_page(request, "supervision/plan.html", person, section=SECTION, shown=shown)


@page(Permission.RISK_VIEW, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def plan_print(request: PageRequest, *, person: int) -> HttpResponse:
    """Give the plan as a PDF for the person."""
    reading, now, today = reading_of(request), timezone.now(), timezone.localdate()
    shown = plan_shown(reading, person, today=today)
    if shown is None:
        raise Http404("No plan.")
    header = person_header(reading, person, today=today)
    data = printed_plan(
        shown,
        name=header.person.full_name,
        person_id=person,
        at=now,
        notice=notice_for(reading.seen.categories),
    )
    content = make_pdf("case_plan", data, made_at=now)
    note_printed(reading, person, what="case plan", content=content)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="plan-{person}.pdf"'
    return answer


@page(Permission.PLAN_KEEP, scope=Scope.PERSON)
def plan_begin(request: PageRequest, *, person: int) -> HttpResponse:
    """Open a draft."""
    form = PlanBeginForm(
        sent(request), viewer=request.viewer, person_id=person, offered=scoring_choices(person)
    )

    def write() -> Model:
        chosen = form.cleaned_data["scoring"]
        return begin_plan(
            request.viewer,
            person,
            scoring_id=int(chosen) if chosen else None,
            today=timezone.localdate(),
            token=form.sent_token,
        )

    return _written(request, person, form, write, words="Begin a case plan", button="Begin")


@page(Permission.PLAN_KEEP, scope=Scope.PERSON)
def goal_add(request: PageRequest, *, person: int) -> HttpResponse:
    """Add a goal."""
    form = GoalForm(
        sent(request),
        viewer=request.viewer,
        person_id=person,
        offered=_conditions(request, person),
    )

    def write() -> Model:
        return write_goal(request.viewer, person, form.entry(), number=None, token=form.sent_token)

    return _written(request, person, form, write, words="Add a goal", button="Add the goal")


@page(Permission.PLAN_KEEP, scope=Scope.PERSON)
def goal_change(request: PageRequest, *, person: int, goal: int) -> HttpResponse:
    """Word a goal anew."""
    form = GoalForm(
        sent(request),
        viewer=request.viewer,
        person_id=person,
        offered=_conditions(request, person),
        initial=goal_initial(person, goal),
    )

    def write() -> Model:
        return write_goal(request.viewer, person, form.entry(), number=goal, token=form.sent_token)

    return _written(request, person, form, write, words="Change the goal", button="Change it")


@page(Permission.PLAN_KEEP, scope=Scope.PERSON)
def goal_drop(request: PageRequest, *, person: int, goal: int) -> HttpResponse:
    """Set a goal aside with the reason."""
    form = GoalDropForm(sent(request), viewer=request.viewer, person_id=person)

    def write() -> Model:
        return drop_goal(
            request.viewer,
            person,
            goal,
            today=timezone.localdate(),
            reason=form.cleaned_data["reason"],
        )

    return _written(request, person, form, write, words="Drop the goal", button="Drop it")


@page(Permission.PLAN_KEEP, scope=Scope.PERSON)
def goal_progress(request: PageRequest, *, person: int, goal: int) -> HttpResponse:
    """Note how far a goal has come."""
    form = ProgressForm(
        sent(request),
        viewer=request.viewer,
        person_id=person,
        initial={"noted_on": timezone.localdate()},
    )

    def write() -> Model:
        return note_progress(request.viewer, person, goal, **_entered(form))

    return _written(request, person, form, write, words="Note progress", button="Note it")


@page(Permission.PLAN_KEEP, scope=Scope.PERSON)
def step_add(request: PageRequest, *, person: int, goal: int) -> HttpResponse:
    """Add a step toward a goal."""
    form = StepForm(
        sent(request),
        viewer=request.viewer,
        person_id=person,
        offered=objective_choices(person, goal),
    )

    def write() -> Model:
        return add_step(request.viewer, person, goal, form.entry(), token=form.sent_token)

    return _written(request, person, form, write, words="Add a step", button="Add the step")


@page(Permission.PLAN_KEEP, scope=Scope.PERSON)
def step_done(request: PageRequest, *, person: int, step: int) -> HttpResponse:
    """Record that a step is done."""
    form = StepDoneForm(
        sent(request),
        viewer=request.viewer,
        person_id=person,
        initial={"done_on": timezone.localdate()},
    )

    def write() -> Model:
        return finish_step(request.viewer, person, step, **_entered(form))

    return _written(request, person, form, write, words="The step is done", button="Record it")


@page(Permission.PLAN_KEEP, scope=Scope.PERSON)
def plan_sign(request: PageRequest, *, person: int) -> HttpResponse:
    """Both sign."""
    form = PlanSignForm(
        sent(request),
        viewer=request.viewer,
        person_id=person,
        initial={"signed_on": timezone.localdate()},
    )

    def write() -> Model:
        return sign_plan(request.viewer, person, **_entered(form))

    return _written(request, person, form, write, words="Sign the plan", button="Both sign")


@page(Permission.PLAN_KEEP, scope=Scope.PERSON)
def plan_review(request: PageRequest, *, person: int) -> HttpResponse:
    """Record a review."""
    form = PlanReviewForm(
        sent(request),
        viewer=request.viewer,
        person_id=person,
        initial={"reviewed_on": timezone.localdate()},
    )

    def write() -> Model:
        return review_plan(request.viewer, person, **_entered(form))

    return _written(request, person, form, write, words="Review the plan", button="Record it")


@page(Permission.PLAN_KEEP, scope=Scope.PERSON)
def plan_close(request: PageRequest, *, person: int) -> HttpResponse:
    """Close the plan."""
    form = PlanCloseForm(
        sent(request),
        viewer=request.viewer,
        person_id=person,
        initial={"closed_on": timezone.localdate()},
    )

    def write() -> Model:
        return close_plan(request.viewer, person, **_entered(form))

    return _written(request, person, form, write, words="Close the plan", button="Close it")


def _entered(form: EntryForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in form.writes}


def _conditions(request: PageRequest, person: int) -> list[tuple[str, str]]:
    return condition_choices(reading_of(request), person, today=timezone.localdate())


def _written(
    request: PageRequest,
    person: int,
    form: EntryForm,
    write: Callable[[], Model],
    *,
    words: str,
    button: str,
) -> HttpResponse:
    """Carry the form out and go back to the plan; what was refused is said at its field."""
    if form.is_valid() and form.carry_out(write) is not None:
        messages.success(request, "The plan is up to date.")
        return redirect("supervision:plan", person=person)
    return supervision_page(
        request,
        "supervision/plan_write.html",
        person,
        section=SECTION,
        form=form,
        words=words,
        button=button,
    )
