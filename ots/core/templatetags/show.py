"""Display filters: dates as Michigan offices write them, terms of years, half-open spans."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

NONE_SHOWN = "—"
MACHINE_DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


@register.filter
def day(value: object) -> SafeString | str:
    """Show a date as ``Mar 5, 2026`` with its machine form; a dash where there is none."""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    if not isinstance(value, date):
        return NONE_SHOWN if value is None or value == "" else str(value)
    shown = f"{value:%b} {value.day}, {value.year}"
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), shown)


@register.filter
def written_days(text: object) -> str:
    """Write the dates inside a sentence, ``2026-03-05``, as the pages write them."""
    return MACHINE_DAY.sub(_written, str(text))


def _written(found: re.Match[str]) -> str:
    try:
        value = date.fromisoformat(found[0])
    except ValueError:  # a number that only looks like a day
        return found[0]
    return f"{value:%b} {value.day}, {value.year}"


@register.filter
def moment(value: object) -> SafeString | str:
    """Show a moment to the minute in local time."""
    if not isinstance(value, datetime):
        return day(value)
    local = timezone.localtime(value)
    shown = f"{local:%b} {local.day}, {local.year} {local:%H:%M}"
    return format_html('<time datetime="{}">{}</time>', local.isoformat(), shown)


@register.filter
def last_day(value: object) -> SafeString | str:
    """Show the last day of a half-open span, of which only the day after is stored."""
    return day(value - timedelta(days=1)) if isinstance(value, date) else day(value)


@register.filter
def dollars(cents: object) -> str:
    """Show an amount in cents, or a decimal one, as dollars."""
    if isinstance(cents, Decimal):
        return f"-${-cents:,.2f}" if cents < 0 else f"${cents:,.2f}"
    if isinstance(cents, int):
        return f"${cents / 100:,.2f}"
    return str(dash(cents))


@register.filter
def dash(value: object) -> object:
    """Show a dash for nothing."""
    return NONE_SHOWN if value in ("", None) else value
