"""Messages of the compact that wait for a clerk, and our own that did not get through."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from offenders.views.frame import reading_of, sent
from ots.access.lists import masked_page, note_list
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.exchange.compact import waiting as selectors
from ots.exchange.compact.settling import NotSettledError, refuse, send_again, take_into_case
from ots.exchange.forms import RefuseForm, TakeForm
from ots.exchange.models import Reception

WAITING, REFUSED, UNSENT = "waiting", "refused", "unsent"
SHOWN = ((WAITING, "Wait for you"), (REFUSED, "Refused"), (UNSENT, "Not delivered"))


@page(Permission.MESSAGE_SETTLE)
def message_list(request: PageRequest) -> HttpResponse:
    """List what waits, what was refused, or which of ours did not get through."""
    asked = request.GET.get("show", "")
    show = asked if asked in dict(SHOWN) else WAITING
    rows = (
        selectors.not_delivered(request.viewer)
        if show == UNSENT
        else selectors.came(request.viewer, Reception(show))
    )
    context = {
        "found": masked_page(request, rows, list_name=f"compact messages {show}"),
        "show": show,
        "shown": SHOWN,
    }
    return render(request, "exchange/message_list.html", context)


@page(Permission.MESSAGE_SETTLE)
def message_settle(request: PageRequest, intake: int) -> HttpResponse:
    """Show a message beside those whom it may be about; take it in, or refuse it."""
    found = selectors.intake_for(request.viewer, intake)
    if found is None:
        raise Http404("There is no such message.")
    looked = selectors.looked_at(reading_of(request), found)
    is_refusal = request.POST.get("step") == "refuse"
    take = TakeForm(None if is_refusal else sent(request), looked=looked)
    no = RefuseForm(sent(request) if is_refusal else None)
    if _is_settled(request, intake, take, no):
        return redirect("exchange:message-list")
    people = [each.person.pk for each in looked.candidates if isinstance(each.person.pk, int)]
    note_list(request, people, list_name=f"compact message {intake}")
    context = {"looked": looked, "take": take, "refuse": no}
    return render(request, "exchange/message_settle.html", context)


@page(Permission.MESSAGE_SETTLE)
def message_again(request: PageRequest, message: int) -> HttpResponse:
    """Have a message of ours go out with the next round."""
    if request.method == "POST":
        try:
            send_again(request.viewer, message)
        except NotSettledError as refusal:
            messages.warning(request, str(refusal))
        else:
            messages.success(request, "The message goes out again within a minute.")
    return redirect(f"{reverse('exchange:message-list')}?show={UNSENT}")


def _is_settled(request: PageRequest, intake: int, take: TakeForm, no: RefuseForm) -> bool:
    try:
        if take.is_bound and take.is_valid():
            made = take_into_case(request.viewer, intake, take.chosen())
            number = made.case.number if made.case else ""
            messages.success(request, f"The message was taken into case {number}.")
            return True
        if no.is_bound and no.is_valid():
            refuse(request.viewer, intake, no.cleaned_data["reason"])
            messages.success(request, "The message is refused. Tell the other office why.")
            return True
    except NotSettledError as refusal:
        (take if take.is_bound else no).add_error(None, str(refusal))
    return False
