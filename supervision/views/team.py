"""The pages of a supervisor: the team at a glance, offices, and what stands out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from offenders.views.frame import reading_of, sent
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.core.numbers import whole_number
from supervision.forms.pattern_note import PatternNoteForm
from supervision.rules.policy import CONSISTENCY_BACK, PROMPT_HOURS, RATE_DAYS, back, in_words
from supervision.selectors.pattern_notes import own_figures, with_notes
from supervision.selectors.patterns import consistency, missed_clusters
from supervision.selectors.regions import regions_of
from supervision.selectors.team import agents_of, approvals, offices_of, weights_await
from supervision.services.pattern_notes import say_of_pattern


@page(Permission.TEAM_VIEW)
def team(request: PageRequest) -> HttpResponse:
    """Show how each agent stands, and what waits for a decision."""
    reading, today = reading_of(request), timezone.localdate()
    office = whole_number(request.GET.get("office", ""))
    context = {
        "lines": agents_of(reading, today=today, office=office),
        "waiting": approvals(reading),
        "office": office,
        "rate_days": in_words(RATE_DAYS, today),
        "prompt_hours": PROMPT_HOURS.on(today).amount,
        "weights_await": weights_await(today),
    }
    return render(request, "supervision/team.html", context)


@page(Permission.TEAM_VIEW)
def team_offices(request: PageRequest) -> HttpResponse:
    """Show how each office stands."""
    today = timezone.localdate()
    context = {
        "lines": offices_of(reading_of(request), today=today),
        "rate_days": in_words(RATE_DAYS, today),
        "prompt_hours": PROMPT_HOURS.on(today).amount,
        "weights_await": weights_await(today),
    }
    return render(request, "supervision/team_offices.html", context)


@page(Permission.TEAM_VIEW)
def team_regions(request: PageRequest) -> HttpResponse:
    """Show region by region how the offices stand and what waits there."""
    today = timezone.localdate()
    context = {
        "regions": regions_of(reading_of(request), today=today),
        "rate_days": in_words(RATE_DAYS, today),
    }
    return render(request, "supervision/team_regions.html", context)


@page(Permission.TEAM_VIEW)
def team_patterns(request: PageRequest) -> HttpResponse:
    """Show areas where appointments are missed, and cells that offices answer differently.

    A supervisor says beside the figures of the own offices what stands behind them.
    """
    reading, today = reading_of(request), timezone.localdate()
    cells = consistency(reading, since=back(today, CONSISTENCY_BACK), today=today)
    choices = own_figures(reading, cells)
    form = PatternNoteForm(sent(request), choices=choices) if choices else None
    if form is not None and form.is_valid():
        cell, office = form.chosen()
        say_of_pattern(request.viewer, cell=cell, office=office, text=form.cleaned_data["text"])
        messages.success(request, "It stands beside the figures.")
        return redirect("supervision:team-patterns")
    context = {
        "clusters": missed_clusters(reading, today=today),
        "cells": with_notes(cells),
        "form": form,
        "cells_days": in_words(CONSISTENCY_BACK, today),
    }
    return render(request, "supervision/team_patterns.html", context)
