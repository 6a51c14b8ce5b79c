"""What a user was reminded of, and how he wants to be."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from interstate.forms.reminders import DIGEST, EACH, ReminderForm
from interstate.selectors.reminders import reminders_of, wants_digest
from interstate.services.reminders import choose_digest
from offenders.views.frame import sent
from ots.access.lists import masked_page
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission


@page(Permission.COMPACT_VIEW)
def reminders(request: PageRequest) -> HttpResponse:
    """Show the reminders that the viewer got, and let him choose one message a day."""
    chosen = DIGEST if wants_digest(request.viewer) else EACH
    form = ReminderForm(sent(request), initial={"way": chosen})
    if form.is_valid():
        choose_digest(request.viewer, is_digest=form.cleaned_data["way"] == DIGEST)
        messages.success(request, "Saved: it counts from the next reminder.")
        return redirect("interstate:reminders")
    found = masked_page(request, reminders_of(request.viewer), list_name="compact reminders")
    context = {"form": form, "found": found, "today": timezone.localdate()}
    return render(request, "interstate/reminders.html", context)
