"""Small pieces of pages, each shown on /components/."""

import re

from django import template
from django.core.paginator import Page
from django.forms import BoundField
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe

from ots.core.labels import words_beside

register = template.Library()

BREAKS = re.compile(r"\s*\n\s*")


@register.inclusion_tag("components/alert.html")
def alert(kind: str, heading: str = "", text: str = "") -> dict[str, str]:
    """Show an alert; ``kind`` is info, success, warning or error."""
    return {"kind": kind, "heading": heading, "text": text}


@register.inclusion_tag("components/tag.html")
def chip(text: str, tone: str = "plain") -> dict[str, str]:
    """Show a word in a box; tones: plain, good, warn, bad. The word itself must say it."""
    return {"text": text, "tone": tone}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: template.Context, page: "Page[object]") -> dict[str, object]:
    """Show links to the pages of a list, keeping the rest of the query."""
    request: HttpRequest = context["request"]
    query = request.GET.copy()
    query.pop("page", None)
    return {"page": page, "query": query.urlencode()}


@register.inclusion_tag("components/field.html")
def form_field(bound: object) -> dict[str, object]:
    """Show a form field with label, hint and error; nothing where the field is not offered."""
    return {"field": bound}


@register.filter
def beside(bound: BoundField) -> str:
    """Return what stands beside the label: that it may stay empty, or when it is needed."""
    return words_beside(bound.field)


@register.inclusion_tag("components/error_summary.html")
def error_summary(form: object) -> dict[str, object]:
    """Sum up a form's errors on top, each a link to its field."""
    return {"form": form}


@register.tag
def squeeze(parser: template.base.Parser, token: template.base.Token) -> template.Node:
    """Send ``{% squeeze %} … {% endsqueeze %}`` without indentation and empty lines.

    For long lists and tables; not around a textarea, whose lines are its own.
    """
    inside = parser.parse(("endsqueeze",))
    parser.delete_first_token()
    return _Squeezed(inside)


class _Squeezed(template.Node):
    def __init__(self, inside: template.NodeList) -> None:
        self.nodelist = inside

    def render(self, context: template.Context) -> SafeString:
        """Render what is inside, with every break and the blanks around it as one break."""
        return mark_safe(BREAKS.sub("\n", self.nodelist.render(context)))  # noqa: S308  as rendered


@register.simple_tag(takes_context=True)
def menu_current(context: template.Context, url: str, but: str = "") -> SafeString | str:
    """Mark the menu's entry of this page, or of the section that this page belongs to.

    ``but`` names the parts below the entry's address that another entry leads to.
    """
    path = context["request"].path
    if path == url:
        return mark_safe(' aria-current="page"')  # noqa: S308  our own words
    if url == "/" or not path.startswith(url):
        return ""
    if any(path.startswith(url + part) for part in but.split()):
        return ""
    return mark_safe(' aria-current="true"')  # noqa: S308  our own words
