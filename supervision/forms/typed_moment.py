"""A day and time as people type them."""

from datetime import datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from ots.core.moments import Moment, MomentError, Towards, read_moment

NOON = time(12)


class TypedMomentField(forms.CharField):
    """A moment that has been, typed as ``today 9:30 am`` or ``14 nov 2 pm``."""

    def __init__(self, *, label: str, help_text: str = "") -> None:
        """Build the field."""
        super().__init__(
            label=label,
            max_length=60,
            help_text=help_text or "For example: today 9:30 am, or 14 nov 2 pm.",
            error_messages={"required": "Say when, for example: today 9:30 am."},
        )

    def clean(self, value: object) -> datetime:
        """Return the moment; a day without a time is noon of it."""
        text = super().clean(value)
        today = timezone.localdate()
        try:
            read: Moment = read_moment(text, today=today, towards=Towards.PAST)
        except MomentError as error:
            raise ValidationError(str(error)) from error
        return timezone.make_aware(datetime.combine(read.day, read.at or NOON))
