"""Deciding a question about a person's dates, and taking a decision back."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from offenders.services.facts import AlreadyCorrectedError
from offenders.services.refusals import RefusedError
from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.numbers import whole_number
from timecomp.forms.decisions import DecisionForm
from timecomp.selectors.dates import standing_computation
from timecomp.selectors.questions import Question, dates_to_override, decisions_of
from timecomp.selectors.questions import question as question_about
from timecomp.services.decisions import let_stand, override_date, withdraw_decision


@page(Permission.COMPUTATION_SETTLE, scope=Scope.PERSON)
def date_decide(request: PageRequest, *, person: int) -> HttpResponse:
    """Decide a question, or override a date without one."""
    question = _question(request, person)
    stored = standing_computation(reading_of(request), person)
    form = DecisionForm(
        sent(request),
        viewer=request.viewer,
        person_id=person,
        dates=dates_to_override(stored),
        question_id=question.id if question else None,
    )
    if form.is_valid() and form.carry_out(lambda: _decide(request, person, form)) is not None:
        messages.success(request, "The decision is recorded and the dates are computed again.")
        return redirect("timecomp:person-dates", person=person)
    return person_page(request, "timecomp/date_decide.html", person, form=form, question=question)


@require_POST
@page(Permission.COMPUTATION_SETTLE, scope=Scope.PERSON)
def decision_withdraw(request: PageRequest, *, person: int) -> HttpResponse:
    """Take a decision back; the computed date returns and the question is open again."""
    standing = {str(each.id): each.id for each in decisions_of(reading_of(request), person)}
    decision_id = standing.get(request.POST.get("decision", ""))
    if decision_id is None:
        raise Http404("No such decision.")
    try:
        withdraw_decision(request.viewer, decision_id, reason=request.POST.get("reason", ""))
    except (RefusedError, AlreadyCorrectedError) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, "The decision is withdrawn and the dates are computed again.")
    return redirect("timecomp:person-dates", person=person)


def _decide(request: PageRequest, person: int, form: DecisionForm) -> object:
    viewer, entered = request.viewer, form.cleaned_data
    if form.is_override:
        return override_date(viewer, person, entry=form.override(), token=form.sent_token)
    if form.question_id is None:
        raise Http404("Nothing was asked that could be let stand.")
    return let_stand(
        viewer,
        form.question_id,
        reason=entered["reason"],
        until=entered["until"],
        token=form.sent_token,
    )


def _question(request: PageRequest, person: int) -> Question | None:
    named = request.GET.get("question", "")
    if not named:
        return None
    number = whole_number(named)
    found = None if number is None else question_about(reading_of(request), person, number)
    if found is None:
        raise Http404("No such question; it may have been settled meanwhile.")
    return found
