"""The book of rules."""

from django.http import HttpResponse
from django.shortcuts import render

from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from timecomp.selectors.rules import law_rules as book_of_rules


@page(Permission.COMPUTATION_VIEW)
def law_rules(request: PageRequest) -> HttpResponse:
    """List every rule with its law; with ``?standing=awaits`` what counsel has to confirm."""
    only_awaiting = request.GET.get("standing") == "awaits"
    book = book_of_rules(request.viewer, only_awaiting=only_awaiting)
    context = {"book": book, "only_awaiting": only_awaiting}
    return render(request, "timecomp/law_rules.html", context)
