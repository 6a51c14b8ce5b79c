"""One answer to a violation, what waits for a decision, and incentives and suggestions."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.pagination import paginate
from supervision.choices.response import ResponseMove
from supervision.forms.response import IncentiveForm, ResponseStepForm, SuggestionForm
from supervision.rules.escalation import CERTAINTY, HALF_LIFE
from supervision.rules.person_facts import Proof
from supervision.rules.policy import TREND_BACK
from supervision.rules.standing import to_confirm
from supervision.selectors.answers import (
    answer_line,
    response_for,
    steps_open,
    waiting_answers,
    waiting_reports,
)
from supervision.selectors.suggestions import (
    escalation_for,
    incentives_of,
    suggestion_named,
    suggestions_of,
)
from supervision.selectors.violations import ratio_of
from supervision.services.incentives import decide_suggestion, give_incentive
from supervision.services.responses import step_response
from supervision.views.frame import supervision_page

SECTION = "violations"
DECISIONS = frozenset({ResponseMove.APPROVED.value, ResponseMove.REFUSED.value})


@page(Permission.VIOLATION_VIEW, scope=Scope.PERSON)
def response(request: PageRequest, *, person: int, response: int) -> HttpResponse:
    """Show one answer and take it further: approve, tell, acknowledge, complete."""
    reading, viewer = reading_of(request), request.viewer
    found = response_for(reading, person, response)
    form = ResponseStepForm(sent(request), viewer=viewer) if _may_step(request) else None
    if form is not None and form.is_valid():
        told = form.cleaned_data
        made = form.carry_out(
            lambda: step_response(viewer, found, move=ResponseMove(told["move"]), note=told["note"])
        )
        if made is not None:
            messages.success(request, f"{made.get_move_display()}: recorded.")
            back = "supervision:waiting" if told["move"] in DECISIONS else None
            return redirect(back) if back else redirect(request.path)
    line = answer_line(reading, found)
    return supervision_page(
        request,
        "supervision/response.html",
        person,
        section=SECTION,
        line=line,
        form=form,
        steps=[reading.masked(each) for each in found.steps.all()],
        ahead=steps_open(found) if viewer.may(Permission.VIOLATION_REPORT) else [],
        may_decide=line.waits and not line.is_own and viewer.may(Permission.VIOLATION_DECIDE),
    )


@page(Permission.VIOLATION_VIEW)
def waiting(request: PageRequest) -> HttpResponse:
    """Show the answers and reports that wait for a decision, the oldest first."""
    reading = reading_of(request)
    shown = paginate(request, waiting_answers(reading))
    return render(
        request,
        "supervision/waiting.html",
        {
            "page": shown,
            "lines": [answer_line(reading, each) for each in shown.object_list],
            "reports": waiting_reports(reading),
            "may_decide": request.viewer.may(Permission.VIOLATION_DECIDE),
        },
    )


@page(Permission.VIOLATION_VIEW, scope=Scope.PERSON)
def escalation(request: PageRequest, *, person: int) -> HttpResponse:
    """Show the escalation index with each term that adds to it."""
    today = timezone.localdate()
    certainty = CERTAINTY.on(today)
    context = {
        "escalation": escalation_for(reading_of(request), person, today=today),
        "trend_title": f"Change in {TREND_BACK.on(today).amount} days",
        "half_life": HALF_LIFE.on(today).amount,
        "alleged": certainty.amount[Proof.ALLEGED],
        "standing": to_confirm(certainty.standing),
    }
    template = "supervision/escalation.html"
    return supervision_page(request, template, person, section=SECTION, **context)


@page(Permission.VIOLATION_VIEW, scope=Scope.PERSON)
def suggestions(request: PageRequest, *, person: int) -> HttpResponse:
    """Show what the rules suggest with the facts; accept, change or decline it."""
    reading, viewer, today = reading_of(request), request.viewer, timezone.localdate()
    may_decide = viewer.may(Permission.VIOLATION_REPORT)
    form = SuggestionForm(sent(request), viewer=viewer) if may_decide else None
    if form is not None and form.is_valid():
        told = form.cleaned_data
        suggestion = suggestion_named(person, told["rule"], today=today)
        if suggestion is None:
            raise Http404("It is not suggested any more.")
        made = form.carry_out(
            lambda: decide_suggestion(
                viewer,
                person,
                suggestion=suggestion,
                on=today,
                verdict=told["verdict"],
                explanation=told["explanation"],
                token=form.sent_token,
            )
        )
        if made is not None:
            messages.success(request, "Your decision is recorded.")
            return redirect("supervision:suggestions", person=person)
    found = suggestions_of(reading, person, today=today)
    return supervision_page(
        request,
        "supervision/suggestions.html",
        person,
        section=SECTION,
        form=form,
        found=found,
        decided=[reading.masked(each) for each in found.decided],
    )


@page(Permission.VIOLATION_VIEW, scope=Scope.PERSON)
def incentives(request: PageRequest, *, person: int) -> HttpResponse:
    """Show what was given for what went well, and give more."""
    reading, viewer, today = reading_of(request), request.viewer, timezone.localdate()
    may_give = viewer.may(Permission.VIOLATION_REPORT)
    initial = {"given_on": today}
    form = IncentiveForm(sent(request), viewer=viewer, initial=initial) if may_give else None
    if form is not None and form.is_valid():
        told = form.cleaned_data
        made = form.carry_out(
            lambda: give_incentive(
                viewer,
                person,
                kind_id=form.kind_id,
                trigger=told["trigger"],
                given_on=told["given_on"],
                note=told["note"],
                token=form.sent_token,
            )
        )
        if made is not None:
            messages.success(request, "The incentive is recorded.")
            return redirect("supervision:incentives", person=person)
    return supervision_page(
        request,
        "supervision/incentives.html",
        person,
        section=SECTION,
        form=form,
        incentives=incentives_of(reading, person),
        ratio=ratio_of(reading, person, today=today),
    )


def _may_step(request: PageRequest) -> bool:
    viewer = request.viewer
    return viewer.may(Permission.VIOLATION_REPORT) or viewer.may(Permission.VIOLATION_DECIDE)
