"""A person's supervision at a glance."""

from django.http import HttpResponse

from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from supervision.selectors.person import supervision_in_short
from supervision.views.frame import supervision_page


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def overview(request: PageRequest, person: int) -> HttpResponse:
    """Show how the person is supervised."""
    short = supervision_in_short(reading_of(request), person)
    template = "supervision/overview.html"
    return supervision_page(request, template, person, section="overview", short=short)
