"""The frame of every page about a person: header, tabs, and what the page itself shows."""

from dataclasses import dataclass

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from offenders.selectors.people import person_header
from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.pages import PageRequest
from ots.access.permissions import Permission


@dataclass(frozen=True, slots=True)
class Tab:
    """A section of the record; shown to those who may see its category."""

    url_name: str
    label: str
    category: Category | None = None


TABS = (
    Tab("offenders:person", "Overview"),
    Tab("offenders:person-timeline", "Timeline"),
    Tab("offenders:person-legal", "Cases and sentences", Category.LEGAL),
    Tab("offenders:person-custody", "Custody", Category.CUSTODY),
    Tab("offenders:person-identity", "Identity and contact", Category.IDENTITY),
    Tab("offenders:person-orders", "Warrants and orders", Category.WARRANT),
)


def reading_of(request: PageRequest) -> Reading:
    """Return the reading of this request, which the trail will tell."""
    return Reading(request.viewer, request.seen)


def sent(request: PageRequest) -> QueryDict | None:
    """Return what a form sent, or nothing where the page is only opened."""
    return request.POST if request.method == "POST" else None


def person_page(
    request: PageRequest, template: str, person: int, **context: object
) -> HttpResponse:
    """Render a page about a person under the person's header and tabs."""
    header = person_header(reading_of(request), person, today=timezone.localdate())
    may_see = request.viewer.may_category
    tabs = [tab for tab in TABS if tab.category is None or may_see(tab.category)]
    if not request.viewer.may(Permission.PERSON_VIEW):
        tabs = []
    frame = {"header": header, "person": header.person, "tabs": tabs}
    return render(request, template, {**frame, **context})
