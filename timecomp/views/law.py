"""The book of rules."""

from django.http import HttpResponse
from django.shortcuts import render

from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from timecomp.selectors.rules import law_rules as book_of_rules


@page(Permission.COMPUTATION_VIEW)
def law_rules(request: PageRequest) -> HttpResponse:
    """List every rule with its law; with ``?standing=awaits`` what counsel has to confirm.

    With ``?rule=`` one rule is shown whole, with ``?show=amounts`` the amounts that the law sets.
    """
    only_awaiting = request.GET.get("standing") == "awaits"
    rule = request.GET.get("rule", "")
    book = book_of_rules(request.viewer, only_awaiting=only_awaiting, rule=rule)
    context = {
        "book": book,
        "only_awaiting": only_awaiting,
        "rule": rule,
        "shows_amounts": request.GET.get("show") == "amounts",
    }
    return render(request, "timecomp/law_rules.html", context)
