"""Who may see what: the table of roles, and what one user would see of one person."""

from django.http import HttpResponse
from django.shortcuts import render

from offenders.forms.access import PreviewForm
from offenders.selectors.preview import preview
from offenders.selectors.roles_table import roles_table
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.searching import asked, searches


@page(Permission.ACCESS_EXPLAIN)
def roles(request: PageRequest) -> HttpResponse:
    """Show every role with what it sees, changes and may do, as the roles stand now."""
    return render(request, "offenders/roles.html", {"table": roles_table(request.viewer)})


@page(Permission.ACCESS_EXPLAIN)
@searches()
def access_preview(request: PageRequest) -> HttpResponse:
    """Show what a user would see of a person, field by field, and why; no value is shown."""
    form = PreviewForm(asked(request) or None)
    found = None
    if form.is_valid():
        entered = form.cleaned_data
        found = preview(request.viewer, entered["user"], entered["number"])
    return render(request, "offenders/access_preview.html", {"form": form, "preview": found})
