"""What is typed of an account."""

from django import forms

from ots.access.accounts.attributes import Attributes
from ots.access.forms import PlainForm
from ots.access.models import AccountAttributes

REASON_LENGTH = 200


def _day(label: str, help_text: str = "") -> forms.DateField:
    widget = forms.DateInput({"type": "date"})
    return forms.DateField(label=label, required=False, widget=widget, help_text=help_text)


class AttributesForm(PlainForm):
    """Telephone, sworn or not, N-DEx, and the certification under 28 CFR."""

    telephone = forms.CharField(label="Telephone at work", required=False, max_length=30)
    is_sworn = forms.BooleanField(label="Sworn law-enforcement officer", required=False)
    has_ndex_privilege = forms.BooleanField(label="May use N-DEx", required=False)
    certified_on = _day("28 CFR certified on")
    certified_until = _day("28 CFR certification ends", "First day on which it no longer counts")
    reason = forms.CharField(
        label="Who says so",
        required=False,
        max_length=REASON_LENGTH,
        help_text="The letter, form or telephone call it rests on",
    )

    def clean(self) -> dict[str, object]:
        """Ask for both days of a certification, in their order."""
        told: dict[str, object] = self.cleaned_data
        began, ends = (self.cleaned_data.get(f"certified_{day}") for day in ("on", "until"))
        if bool(began) != bool(ends) and not self.errors:
            missing = "certified_until" if began else "certified_on"
            self.add_error(missing, "Give both days of the certification, or none.")
        if began and ends and ends <= began:
            self.add_error("certified_until", "Give a day after the certification began.")
        return told

    def told(self) -> Attributes:
        """Return what was typed."""
        return Attributes(
            **{name: value for name, value in self.cleaned_data.items() if name != "reason"}
        )


def as_typed(standing: AccountAttributes | None) -> dict[str, object]:
    """Return what stands as the form's first values."""
    names = [name for name in AttributesForm.base_fields if name != "reason"]
    return {name: getattr(standing, name) for name in names} if standing else {}
