"""What the compact shows on a person's page."""

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from ots.access.categories import Category
from ots.access.pages import PageRequest
from ots.access.permissions import Permission


def person_tab(request: PageRequest, person_id: int, _about: str) -> SafeString:
    """The tab that leads to the person's compact cases."""
    viewer = request.viewer
    if not (viewer.may(Permission.COMPACT_VIEW) and viewer.may_category(Category.SUPERVISION)):
        return SafeString("")
    context = {"person_id": person_id, "is_current": "/compact/" in request.path}
    return render_to_string("interstate/person_tab.html", context, request)
