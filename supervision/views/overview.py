"""A person's supervision at a glance."""

from django.http import HttpResponse
from django.utils import timezone

from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.selectors.overview import overview_of
from supervision.views.frame import supervision_page


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def overview(request: PageRequest, person: int) -> HttpResponse:
    """Show how the person is supervised, why so, by whom, and what is next."""
    found = overview_of(reading_of(request), person, today=timezone.localdate())
    template = "supervision/overview.html"
    return supervision_page(request, template, person, section="overview", overview=found)
