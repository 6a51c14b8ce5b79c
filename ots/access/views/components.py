"""The living page of components: each with what it is for, what it takes and how it is called."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from ots.access.component_examples import ExampleForm, refused_example
from ots.access.fields import HIDDEN
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission

PAGES_SHOWN = range(1, 8)


@page(Permission.COMPONENTS_VIEW)
def components(request: PageRequest) -> HttpResponse:
    """Show every component."""
    context = {
        "form": ExampleForm(auto_id="example_%s"),
        "refused": refused_example(),
        "page": Paginator(PAGES_SHOWN, 1).get_page(request.GET.get("page", "2")),
        "hidden": HIDDEN,
    }
    return render(request, "access/components.html", context)
