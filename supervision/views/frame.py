"""The frame of every page of a person's supervision: the record's frame and the sections."""

from django.http import HttpResponse

from offenders.views.frame import person_page
from ots.access.pages import PageRequest
from supervision.sections import sections_for


def supervision_page(
    request: PageRequest, template: str, person: int, *, section: str, **context: object
) -> HttpResponse:
    """Render a page under the section named by its key, which stands out among the sections.

    The template extends ``supervision/frame.html`` and fills its block ``section``.
    """
    frame = {"sections": sections_for(request.viewer), "section_key": section}
    return person_page(request, template, person, **frame, **context)
