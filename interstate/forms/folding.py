"""Into which case a twin is folded, and why; why a folding is undone."""

from collections.abc import Iterable, Mapping
from typing import cast

from django import forms

from interstate.services.folding import Fold
from ots.access.forms import PlainForm


class WhyForm(PlainForm):
    """The reason alone."""

    reason = forms.CharField(
        label="Why",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="It is kept with the case; the other state is told.",
    )


class FoldForm(WhyForm):
    """The case that goes on, and the reason."""

    into = forms.ChoiceField(label="The case that goes on", widget=forms.RadioSelect)
    field_order = ("into", "reason")

    def __init__(
        self, data: Mapping[str, object] | None = None, *, offered: Iterable[tuple[str, str]]
    ) -> None:
        """Build the form with the cases that may take it in."""
        self.offered = list(offered)
        super().__init__(data)

    def prepare(self) -> None:
        """Offer them."""
        cast(forms.ChoiceField, self.fields["into"]).choices = self.offered

    def fold(self) -> Fold:
        """Return what is asked for."""
        return Fold(into=int(self.cleaned_data["into"]), reason=self.cleaned_data["reason"])
