"""What a person may have, what was recommended, and what came of it."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from offenders.views.frame import reading_of, sent
from ots.access.lists import masked_page
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from supervision.choices.recommendation import Body, Opportunity, Outcome, RecommendationKind
from supervision.forms.recommendation import (
    EligibleFilter,
    MoveForm,
    RecommendationForm,
    SnoozeForm,
    WaitingFilter,
)
from supervision.rules.policy import DECIDED_BACK, in_words
from supervision.rules.recommending import Step
from supervision.selectors.decision_times import decision_times
from supervision.selectors.eligibility import (
    AnswerShown,
    eligible_list,
    opportunities_of,
    opportunity_of,
)
from supervision.selectors.recommendations import (
    RecommendationShown,
    recommendation_of,
    recommendations_of,
    sees_recommendations,
    waiting_list,
)
from supervision.services.recommendations import (
    NEEDS,
    Move,
    Proposal,
    move_on,
    prepare,
)
from supervision.services.snoozes import SnoozeEntry, put_off
from supervision.views.frame import supervision_page

SECTION = "recommendations"
PAROLE = "parole"
# What an opportunity leads to, and who decides it.
KIND_OF = {
    Opportunity.PROBATION_LAW: RecommendationKind.EARLY_DISCHARGE,
    Opportunity.PROBATION_EARLY: RecommendationKind.EARLY_DISCHARGE,
    Opportunity.PAROLE_EARLY: RecommendationKind.EARLY_DISCHARGE,
    Opportunity.FULL_TERM: RecommendationKind.DISCHARGE,
    Opportunity.CLASSIFICATION: RecommendationKind.DOWNGRADE,
    Opportunity.TELEPHONE: RecommendationKind.DOWNGRADE,
    Opportunity.DOWNGRADE: RecommendationKind.DOWNGRADE,
    Opportunity.EXTENSION: RecommendationKind.EXTENSION,
}


@dataclass(frozen=True, slots=True)
class Choice:
    """What is recommended, for which term, on which opportunity."""

    kind: str
    supervision_type: str
    answer: AnswerShown | None

    @property
    def body(self) -> str:
        """Return who decides unless the officer says otherwise."""
        if self.kind == RecommendationKind.DOWNGRADE:
            return Body.SUPERVISOR
        return Body.BOARD if PAROLE in self.supervision_type else Body.COURT


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def recommendations(request: PageRequest, person: int) -> HttpResponse:
    """Show every opportunity with its criteria, and what was recommended."""
    reading = reading_of(request)
    answers = opportunities_of(reading, person, today=timezone.localdate())
    return supervision_page(
        request,
        "supervision/recommendations.html",
        person,
        section=SECTION,
        answers=[(each, KIND_OF.get(Opportunity(each.opportunity))) for each in answers],
        rows=recommendations_of(reading, person),
        kinds=RecommendationKind.choices,
    )


@page(Permission.RECOMMENDATION_PREPARE, scope=Scope.PERSON)
def recommendation_prepare(request: PageRequest, person: int) -> HttpResponse:
    """Prepare a recommendation with the facts filled in, and send it to the supervisor."""
    if not ("for" in request.GET or "kind" in request.GET):
        return redirect("supervision:recommendations", person=person)
    choice = _choice(request, person)
    form = RecommendationForm(
        sent(request), viewer=request.viewer, asked_kind=choice.kind, initial=_initial(choice)
    )
    if form.is_valid():
        proposal = _proposal(form, choice)
        made = form.carry_out(
            lambda: prepare(request.viewer, person, proposal, token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The recommendation is with the supervisor.")
            return redirect("supervision:recommendation", person=person, recommendation=made.pk)
    return supervision_page(
        request,
        "supervision/recommendation_prepare.html",
        person,
        section=SECTION,
        form=form,
        choice=choice,
        label=RecommendationKind(choice.kind).label,
    )


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def recommendation(request: PageRequest, person: int, recommendation: int) -> HttpResponse:
    """Show a recommendation, and take it a step on; the list says who may not see any."""
    if not sees_recommendations(reading_of(request)):
        return redirect("supervision:recommendations", person=person)
    shown = _found(request, person, recommendation)
    steps = tuple(each for each in shown.steps if request.viewer.may(NEEDS[each]))
    form = _move_form(request, steps)
    if form is not None and form.is_valid():
        move = Move(**{name: form.cleaned_data[name] for name in _asked(form)})
        moved = form.carry_out(lambda: move_on(request.viewer, recommendation, move))
        if moved is not None:
            messages.success(request, f"Done. Now: {moved.get_state_display().lower()}.")
            return redirect("supervision:recommendation", person=person, recommendation=moved.pk)
    template = "supervision/recommendation.html"
    return supervision_page(request, template, person, section=SECTION, shown=shown, form=form)


@page(Permission.RECOMMENDATION_PREPARE, scope=Scope.PERSON)
def opportunity_put_off(request: PageRequest, person: int) -> HttpResponse:
    """Put an opportunity off with a reason; it is chosen in the list."""
    if "for" not in request.GET:
        return redirect("supervision:recommendations", person=person)
    answer = _answer(request, person)
    if answer is None:
        raise Http404("No such opportunity.")
    form = SnoozeForm(sent(request), viewer=request.viewer)
    if form.is_valid():
        entry = _snooze(form, answer)
        made = form.carry_out(lambda: put_off(request.viewer, person, entry, token=form.sent_token))
        if made is not None:
            messages.success(request, "Put off. It comes back when a fact changes.")
            return redirect("supervision:recommendations", person=person)
    template = "supervision/opportunity_put_off.html"
    return supervision_page(request, template, person, section=SECTION, form=form, answer=answer)


@page(Permission.RECOMMENDATION_PREPARE)
def eligible(request: PageRequest) -> HttpResponse:
    """List who is eligible, or almost, and what is missing."""
    form = EligibleFilter(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    outcome = asked.get("outcome") or Outcome.ELIGIBLE.value
    people = masked_page(
        request,
        eligible_list(
            request.viewer,
            outcome=outcome,
            opportunity=asked.get("opportunity", ""),
            with_snoozed=asked.get("snoozed", False),
        ),
        list_name="eligible",
    )
    context = {"people": people, "form": form, "is_almost": outcome == Outcome.ALMOST}
    return render(request, "supervision/eligible.html", context)


@page(Permission.RECOMMENDATION_RULE)
def recommendations_waiting(request: PageRequest) -> HttpResponse:
    """List the recommendations that wait for somebody."""
    form = WaitingFilter(request.GET or None)
    state = form.cleaned_data.get("state", "") if form.is_valid() else ""
    rows = waiting_list(request.viewer, state=state)
    people = masked_page(request, rows, list_name="recommendations")
    today = timezone.localdate()
    context = {
        "people": people,
        "form": form,
        "times": decision_times(request.viewer, today=today),
        "decided_days": in_words(DECIDED_BACK, today),
    }
    return render(request, "supervision/recommendations_waiting.html", context)


def _choice(request: PageRequest, person: int) -> Choice:
    """Return what the address asks for; an opportunity brings its kind and its term."""
    answer = _answer(request, person)
    kind = str(request.GET.get("kind", ""))
    if answer is not None and Opportunity(answer.opportunity) in KIND_OF:
        kind = KIND_OF[Opportunity(answer.opportunity)]
    if kind not in RecommendationKind.values:
        raise Http404("No such recommendation.")
    if answer is not None:
        return Choice(kind, answer.supervision_type, answer)
    answers = opportunities_of(reading_of(request), person, today=timezone.localdate())
    if not answers:
        raise Http404("No term of supervision runs.")
    return Choice(kind, answers[0].supervision_type, None)


def _answer(request: PageRequest, person: int) -> AnswerShown | None:
    return opportunity_of(
        reading_of(request),
        person,
        str(request.GET.get("for", "")),
        str(request.GET.get("term", "")),
        today=timezone.localdate(),
    )


def _initial(choice: Choice) -> dict[str, object]:
    return {
        "kind": choice.kind,
        "supervision_type": choice.supervision_type,
        "body": choice.body,
        "why": _draft(choice),
    }


def _draft(choice: Choice) -> str:
    """A first sentence to go on from; the officer's own words follow it."""
    if choice.answer is None or choice.answer.outcome != Outcome.ELIGIBLE:
        return ""
    return f"All {len(choice.answer.criteria)} criteria are met: {choice.answer.label}."


def _proposal(form: RecommendationForm, choice: Choice) -> Proposal:
    told, answer = form.cleaned_data, choice.answer
    return Proposal(
        kind=choice.kind,
        supervision_type=choice.supervision_type,
        body=told["body"],
        why=told["why"],
        opportunity=answer.opportunity if answer else "",
        level=told.get("level", ""),
        ends_after=told.get("ends_after"),
        changes=told.get("changes", ""),
    )


def _snooze(form: SnoozeForm, answer: AnswerShown) -> SnoozeEntry:
    told = form.cleaned_data
    return SnoozeEntry(
        supervision_type=answer.supervision_type,
        opportunity=answer.opportunity,
        code=told["code"],
        note=told["note"],
        until=told["until"],
    )


def _found(request: PageRequest, person: int, key: int) -> RecommendationShown:
    shown = recommendation_of(reading_of(request), person, key, today=timezone.localdate())
    if shown is None:
        raise Http404("No such recommendation.")
    return shown


def _move_form(request: PageRequest, steps: tuple[Step, ...]) -> MoveForm | None:
    """Return the form of what may follow; nothing where the viewer may do nothing here."""
    if not steps or not _may_write(request.viewer):
        return None
    return MoveForm(sent(request), viewer=request.viewer, steps=steps)


def _may_write(viewer: Viewer) -> bool:
    return viewer.may(Permission.RECOMMENDATION_PREPARE) or viewer.may(
        Permission.RECOMMENDATION_RULE
    )


def _asked(form: MoveForm) -> list[str]:
    return [name for name in ("step", "reason", "decided_by", "decided_on") if name in form.fields]
