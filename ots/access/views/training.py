"""Training: the own, everybody's before it lapses, and recording one user's."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from ots.access.models import User
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.training import listing
from ots.access.training.forms import TrainingForm
from ots.access.training.recording import (
    TrainingRefusedError,
    record_training,
    withdraw_training,
)
from ots.core.numbers import whole_number
from ots.core.pagination import paginate


@page(Permission.HOME_VIEW)
def own_training(request: PageRequest) -> HttpResponse:
    """Say which training the own role needs, until when it counts, and whom to ask."""
    standings = listing.own_standings(request.viewer, today=timezone.localdate())
    return render(request, "access/own_training.html", {"standings": standings})


@page(Permission.TRAINING_RECORD)
def training_report(request: PageRequest) -> HttpResponse:
    """List whose required training has lapsed, soon does, or counts."""
    found = listing.standings(request.viewer, today=timezone.localdate())
    chosen = request.GET.get("show", "")
    rows = [each for each in found if not chosen or each.state.name == chosen]
    counts = [(each, sum(row.state is each for row in found)) for each in listing.State]
    context = {"page": paginate(request, rows), "counts": counts, "chosen": chosen}
    return render(request, "access/training_report.html", {**context, "all": len(found)})


@page(Permission.TRAINING_RECORD)
def training_record(request: PageRequest, *, account: int) -> HttpResponse:
    """Show a user's training and record more of it, or take a record back."""
    found = listing.account_named(request.viewer, account)
    if found is None:
        raise Http404("No such account.")
    withdraws = request.POST.get("withdraw", "")
    form = TrainingForm(request.POST if request.method == "POST" and not withdraws else None)
    if (withdraws and _withdrawn(request, found, withdraws)) or _recorded(request, found, form):
        return redirect("access:training-record", account=account)
    context = {"account": found, "records": listing.records_of(found), "form": form}
    return render(request, "access/training_record.html", context)


def training_panel(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """On the home page: the own training that soon lapses."""
    if not request.viewer.training:
        return SafeString("")
    return render_to_string("access/training_panel.html", {"due": request.viewer.training}, request)


def _recorded(request: PageRequest, user: User, form: TrainingForm) -> bool:
    if not form.is_valid():
        return False
    try:
        record_training(request.viewer, user, form.completed())
    except TrainingRefusedError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, "The training is recorded.")
    return True


def _withdrawn(request: PageRequest, user: User, number: str) -> bool:
    found = listing.records_of(user).filter(pk=whole_number(number) or 0).first()
    if found is None:
        raise Http404("No such record.")
    try:
        withdraw_training(request.viewer, found, reason=request.POST.get("reason", ""))
    except TrainingRefusedError as error:
        messages.error(request, str(error))
        return False
    messages.success(request, "The record is taken back and no longer counts.")
    return True
