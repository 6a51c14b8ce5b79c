"""Showing a protected value in a template."""

from django import template

from ots.access.fields import HIDDEN

register = template.Library()


@register.inclusion_tag("components/fact.html")
def fact(label: str, value: object, note: object = "") -> dict[str, object]:
    """Show a labelled value of a description list; a withheld one is left out altogether."""
    return {"label": label, "value": value, "note": note, "hidden": value is HIDDEN}


@register.filter
def withheld(value: object) -> bool:
    """Say whether the value is withheld from this viewer."""
    return value is HIDDEN


@register.filter
def shown(value: object) -> bool:
    """Say whether the value may be seen (it may still be empty)."""
    return value is not HIDDEN
