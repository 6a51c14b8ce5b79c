"""A place on a page that apps above may fill."""

from django import template
from django.utils.safestring import SafeString

from ots.access.panels import render_panels

register = template.Library()


@register.simple_tag(takes_context=True)
def panels(
    context: template.Context, slot: str, person_id: object, about: object = ""
) -> SafeString:
    """Show what apps have registered for the slot, about the person or a part of his record."""
    return render_panels(slot, context["request"], person_id=int(str(person_id)), about=str(about))
