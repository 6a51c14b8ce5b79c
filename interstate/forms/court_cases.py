"""Which of the person's court cases a transfer is for."""

from collections.abc import Iterable, Mapping, Sequence

from django import forms

from interstate.selectors.court_cases import Named
from ots.access.forms import PlainForm


def court_cases_field(offered: Iterable[Named]) -> forms.MultipleChoiceField:
    """The field in which they are ticked."""
    return forms.MultipleChoiceField(
        label="For which court cases",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[(str(each.key), str(each)) for each in offered],
        help_text="The other state is told the court, the number and the offenses.",
    )


class CourtCasesForm(PlainForm):
    """The court cases that may be named, those that are named ticked."""

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        offered: Sequence[Named],
        named: Iterable[Named] = (),
    ) -> None:
        """Build the form with what may be named."""
        self.offered = offered
        super().__init__(data, initial={"court_cases": [str(each.key) for each in named]})

    def prepare(self) -> None:
        """Offer the court cases."""
        self.fields["court_cases"] = court_cases_field(self.offered)

    def keys(self) -> list[int]:
        """Return the numbers, in the record, of what was ticked."""
        return [int(each) for each in self.cleaned_data["court_cases"]]
