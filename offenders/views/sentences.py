"""Entering a sentence, reading it, amending and vacating it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from offenders.forms.sentences import SentenceAmendForm, SentenceImposeForm, SentenceVacateForm
from offenders.selectors.sentences import sentence_for, terms_to_amend
from offenders.selectors.statutes import suggested_offenses
from offenders.services.sentences import amend_sentence, impose_sentence, vacate_sentence
from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission


@page(Permission.SENTENCE_IMPOSE, scope=Scope.PERSON)
def sentence_impose(request: PageRequest, *, person: int) -> HttpResponse:
    """Enter the sentence on one count of a judgment."""
    viewer = request.viewer
    form = SentenceImposeForm(
        sent(request), viewer=viewer, person_id=person, initial=request.GET.dict()
    )
    if form.is_valid():
        made = form.carry_out(
            lambda: impose_sentence(viewer, person, order=form.order(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, f"Sentence {made.label} is recorded.")
            return redirect("offenders:sentence", person=person, sentence=made.pk)
    return person_page(request, "offenders/sentence_impose.html", person, form=form)


@page(Permission.SENTENCE_VIEW, scope=Scope.PERSON)
def sentence(request: PageRequest, *, person: int, sentence: int) -> HttpResponse:
    """Show one sentence: what stands, what stood before, and its dates."""
    found = sentence_for(reading_of(request), person, sentence)
    return person_page(request, "offenders/sentence.html", person, sentence=found)


@page(Permission.SENTENCE_AMEND, scope=Scope.PERSON)
def sentence_amend(request: PageRequest, *, person: int, sentence: int) -> HttpResponse:
    """Enter an amended judgment or a resentencing."""
    viewer, reading = request.viewer, reading_of(request)
    form = SentenceAmendForm(
        sent(request),
        viewer=viewer,
        person_id=person,
        sentence_id=sentence,
        initial=terms_to_amend(reading, person, sentence),
    )
    if form.is_valid():
        made = form.carry_out(
            lambda: amend_sentence(
                viewer, sentence, paper=form.paper(), terms=form.terms(), token=form.sent_token
            )
        )
        if made is not None:
            messages.success(request, "The amended terms are recorded.")
            return redirect("offenders:sentence", person=person, sentence=sentence)
    found = sentence_for(reading, person, sentence)
    return person_page(request, "offenders/sentence_amend.html", person, form=form, sentence=found)


@page(Permission.SENTENCE_AMEND, scope=Scope.PERSON)
def sentence_vacate(request: PageRequest, *, person: int, sentence: int) -> HttpResponse:
    """Enter an order that vacates a sentence."""
    viewer, reading = request.viewer, reading_of(request)
    initial = {"instead_of": terms_to_amend(reading, person, sentence)["instead_of"]}
    form = SentenceVacateForm(sent(request), viewer=viewer, initial=initial)
    if form.is_valid():
        made = form.carry_out(
            lambda: vacate_sentence(viewer, sentence, paper=form.paper(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The order is recorded; the sentence runs no more.")
            return redirect("offenders:sentence", person=person, sentence=sentence)
    found = sentence_for(reading, person, sentence)
    return person_page(request, "offenders/sentence_vacate.html", person, form=form, sentence=found)


@page(Permission.SENTENCE_IMPOSE)
def offense_options(request: PageRequest) -> HttpResponse:
    """Suggest offenses for what is typed so far."""
    options = suggested_offenses(request.GET.get("offense", ""))
    return render(request, "offenders/offense_options.html", {"options": options})
