"""Saying something about how the own office answers."""

from collections.abc import Mapping, Sequence

from django import forms

from ots.access.forms import PlainForm


class PatternNoteForm(PlainForm):
    """Of which figures, and what is to be said of them."""

    about = forms.ChoiceField(label="About")
    text = forms.CharField(
        label="What stands behind the figures",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Everybody who sees the figures reads it. Name no person under supervision.",
        error_messages={"required": "Say what stands behind the figures."},
    )

    def __init__(
        self, data: Mapping[str, object] | None, *, choices: Sequence[tuple[str, str]]
    ) -> None:
        """Offer the figures of the own offices."""
        self.choices = choices
        super().__init__(data)

    def prepare(self) -> None:
        """Offer what the page shows of the own offices."""
        field = self.fields["about"]
        if isinstance(field, forms.ChoiceField):
            field.choices = list(self.choices)

    def chosen(self) -> tuple[int, int]:
        """Return the cell and the office."""
        cell, _, office = str(self.cleaned_data["about"]).partition("-")
        return int(cell), int(office)
