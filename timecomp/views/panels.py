"""What time computation shows on pages of other apps."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from offenders.views.frame import reading_of
from ots.access.categories import Category
from ots.access.pages import PageRequest
from ots.access.permissions import Permission
from timecomp.selectors.dates import person_dates
from timecomp.selectors.exceptions import exceptions_to_settle
from timecomp.selectors.queue import in_hand
from timecomp.selectors.runs import requests_waiting
from timecomp.selectors.worklists import awaiting_another

NOTHING = SafeString("")


def dates_panel(request: PageRequest, person_id: int, _about: str) -> SafeString:
    """The person's dates in short, each with its why."""
    if not request.viewer.may(Permission.COMPUTATION_VIEW):
        return NOTHING
    dates = person_dates(reading_of(request), person_id)
    context = {"dates": dates, "person_id": person_id}
    return render_to_string("timecomp/dates_panel.html", context, request)


def sentence_panel(request: PageRequest, person_id: int, label: str) -> SafeString:
    """The dates of one sentence, named by its letter."""
    if not request.viewer.may(Permission.COMPUTATION_VIEW):
        return NOTHING
    dates = person_dates(reading_of(request), person_id)
    if dates is None:
        return NOTHING
    exceptions = [each for each in dates.exceptions if each.sentence == label]
    sentence = dates.sentence(label)
    if sentence is None and not exceptions:
        return NOTHING
    context = {"sentence": sentence, "exceptions": exceptions, "person_id": person_id}
    return render_to_string("timecomp/sentence_panel.html", context, request)


def person_tab(request: PageRequest, person_id: int, _about: str) -> SafeString:
    """The tab that leads to the dates, among the sections of the record."""
    may_see = request.viewer.may_category(Category.TIME)
    if not may_see or not request.viewer.may(Permission.COMPUTATION_VIEW):
        return NOTHING
    return render_to_string("timecomp/person_tab.html", {"person_id": person_id}, request)


def home_panel(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """For those who compute: how much is to be settled."""
    if not request.viewer.may(Permission.COMPUTATION_RUN):
        return NOTHING
    context = {
        "to_settle": exceptions_to_settle(request.viewer).count(),
        "waiting": requests_waiting(request.viewer),
        "in_hand": in_hand(request.viewer),
        "second": awaiting_another(request.viewer),
    }
    return render_to_string("timecomp/home_panel.html", context, request)


def try_panel(request: PageRequest, _person_id: int, _about: str) -> SafeString:
    """For those who may try dates: the way to a hypothetical case."""
    if not request.viewer.may(Permission.COMPUTATION_TRY):
        return NOTHING
    return render_to_string("timecomp/try_panel.html", {}, request)
