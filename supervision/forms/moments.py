"""A field for a day and a time as people type them, and what it was read as."""

from datetime import datetime
from typing import Final

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse_lazy
from django.utils import timezone

from ots.core.moments import LONGEST, Moment, MomentError, Towards, in_words, read_moment

PAST_EXAMPLE: Final = "For example: yesterday 2:30 pm, fri 9, 14 nov 10 am"
FUTURE_EXAMPLE: Final = "For example: tomorrow 2:30 pm, fri 9, 14 dec 10 am, in 2 weeks 9:00"


class MomentField(forms.CharField):
    """A day and a time, typed freely; read or refused with what it may mean."""

    def __init__(self, *, label: str, towards: Towards, required: bool = True) -> None:
        """Build the field."""
        self.towards = towards
        echo = reverse_lazy("supervision:moment-echo", args=[towards.name.lower()])
        super().__init__(
            label=label,
            required=required,
            max_length=LONGEST,
            help_text=PAST_EXAMPLE if towards is Towards.PAST else FUTURE_EXAMPLE,
            widget=forms.TextInput(
                attrs={
                    "autocomplete": "off",
                    "hx-get": echo,
                    "hx-trigger": "input changed delay:300ms",
                    "hx-target": "next .ots-echo",
                    "hx-sync": "this:replace",
                }
            ),
            error_messages={"required": "Type the day and the time."},
        )

    def clean(self, value: object) -> datetime | None:
        """Return the moment, or nothing where nothing was typed."""
        text = super().clean(value)
        return moment_typed(text, self.towards) if text else None


def moment_typed(text: str, towards: Towards) -> datetime:
    """Return the moment that was typed; raises ``ValidationError`` with what to type instead."""
    try:
        moment = read_moment(text, today=timezone.localdate(), towards=towards)
    except MomentError as error:
        raise ValidationError(str(error)) from error
    if moment.at is None:
        raise ValidationError(f"{in_words(moment)}: type the time as well, for example 2 pm.")
    try:
        return forms.utils.from_current_timezone(datetime.combine(moment.day, moment.at))
    except ValidationError as error:
        raise ValidationError(
            f"{in_words(moment)} does not exist or comes twice: the clocks change. Type another."
        ) from error


def typed_as(moment: datetime) -> str:
    """Return the words that stand for a moment in a field."""
    local = timezone.localtime(moment)
    return in_words(Moment(local.date(), local.time().replace(second=0, microsecond=0)))
