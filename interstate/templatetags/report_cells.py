"""A value of a report as its column shows it."""

from collections.abc import Callable
from datetime import date
from typing import Final

from django import template
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from interstate.selectors.reports.book import Cell, Line
from interstate.selectors.reports.report import Shown
from interstate.templatetags.compact import kind_words, owed_words, state_words
from ots.core.templatetags.show import dash, day

register = template.Library()

_IN_WORDS: Final[dict[Shown, Callable[..., object]]] = {
    Shown.DAY: day,
    Shown.DUE: day,
    Shown.STATE: state_words,
    Shown.OWED: owed_words,
    Shown.KIND: kind_words,
}


@register.simple_tag
def report_cell(line: Line, cell: Cell, today: date) -> SafeString:
    """Return the value; a person leads to the case, and what is owed since long says so."""
    if cell.value in (None, ""):
        return format_html("{}", dash(None))
    if cell.column.shown is Shown.PERSON:
        address = reverse("interstate:case", args=[line.person_id, line.case_id])
        return format_html('<a href="{}">{}</a>', address, cell.value)
    shown = _IN_WORDS.get(cell.column.shown, str)(cell.value)
    if cell.column.shown is Shown.DUE and isinstance(cell.value, date) and cell.value < today:
        chip = render_to_string("components/tag.html", {"text": "overdue", "tone": "bad"})
        return format_html("{} {}", shown, chip)
    return format_html("{}", shown)
