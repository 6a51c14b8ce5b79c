"""Slots on a page of a lower app that apps above fill, so that the lower app need not know them.

A template declares a slot: ``{% panels "person-summary" person_id %}``, or, about one part of the
record, ``{% panels "sentence-dates" person_id sentence.label %}``. An app above registers what it
shows there, in its ``AppConfig.ready``.
"""

from collections import defaultdict
from collections.abc import Callable

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from ots.access.pages import PageRequest

# The request, the person, and the part of the record the slot is about (empty for the whole).
Panel = Callable[[PageRequest, int, str], SafeString]

_panels: dict[str, list[Panel]] = defaultdict(list)


def register_panel(slot: str, render: Panel) -> None:
    """Show what ``render`` returns in every place of that name; it decides what may be seen."""
    if render not in _panels[slot]:
        _panels[slot].append(render)


def render_panels(
    slot: str, request: PageRequest, *, person_id: int, about: str = ""
) -> SafeString:
    """Return all panels of the slot one after the other; nothing where no app fills it."""
    shown = ((render(request, person_id, about),) for render in _panels.get(slot, ()))
    return format_html_join("", "{}", shown)
