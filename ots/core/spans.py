"""Spans of days in the database."""

from django.db.models import Func


class DateSpan(Func):
    """The half-open span of two date columns, for exclusion constraints."""

    function = "daterange"
    arity = 3
