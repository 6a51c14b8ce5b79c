"""Ways from the home page to the lists of supervision."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ots.access.pages import PageRequest
from ots.access.permissions import Permission

LISTS = (
    ("supervision:waiting", "Violations that wait for a decision", Permission.VIOLATION_VIEW),
    ("supervision:eligible", "Eligible, and almost", Permission.RECOMMENDATION_PREPARE),
    (
        "supervision:recommendations-waiting",
        "Recommendations that wait",
        Permission.RECOMMENDATION_RULE,
    ),
    ("supervision:absconders", "People out of touch", Permission.ABSCONDING_RECORD),
    ("supervision:victim-notices", "Victim notices", Permission.VICTIM_NOTIFY),
)


def lists_panel(request: PageRequest, *_about: object) -> SafeString:
    """Links to the lists that the viewer may open."""
    lists = [(name, label) for name, label, asked in LISTS if request.viewer.may(asked)]
    if not lists:
        return SafeString("")
    return render_to_string("supervision/lists_panel.html", {"lists": lists}, request)


def victims_tab(request: PageRequest, person_id: int, _about: str) -> SafeString:
    """The way of victim services from a record to its victims."""
    if not request.viewer.may(Permission.VICTIM_NOTIFY):
        return SafeString("")
    context = {"person_id": person_id, "is_current": "/victims/" in request.path}
    return render_to_string("supervision/victims_tab.html", context, request)
