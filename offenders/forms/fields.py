"""Fields that several forms share."""

from django import forms

DAY_FORMATS = ["%Y-%m-%d", "%m/%d/%Y"]
MOST_YEARS = 500
MOST_MONTHS = 6000
MOST_DAYS = 32000


class DayField(forms.DateField):
    """A day: the browser's own calendar, or typed as 3/5/2026."""

    def __init__(self, *, label: str, help_text: str = "", required: bool = True) -> None:
        """Build the field."""
        super().__init__(
            label=label,
            help_text=help_text,
            required=required,
            input_formats=DAY_FORMATS,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={
                "required": "Enter the date.",
                "invalid": "Enter a date that exists, as 3/5/2026.",
            },
        )


class CountField(forms.IntegerField):
    """A number of years, months or days; empty is none."""

    def __init__(self, *, label: str, most: int, help_text: str = "") -> None:
        """Build the field."""
        super().__init__(
            label=label,
            help_text=help_text,
            required=False,
            min_value=0,
            max_value=most,
            widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
        )

    def clean(self, value: object) -> int:
        """Read an empty field as none."""
        return super().clean(value) or 0


def reason_field(example: str) -> forms.CharField:
    """Return the field for why something is corrected; it stays in the history."""
    return forms.CharField(
        label="Reason",
        max_length=200,
        help_text=f"Stays in the history, for example: {example}",
        error_messages={"required": "Say why, so that others can follow it later."},
    )


def as_written_field() -> forms.BooleanField:
    """Return the box by which a judgment is recorded although a check objects."""
    return forms.BooleanField(
        label="Record as the judgment is written",
        required=False,
        help_text="The judgment says so. The sentence's page will show that a check objected.",
    )


def chosen(value: str) -> int | None:
    """Return the key that a select sent, or nothing for an empty choice."""
    return int(value) if value else None
