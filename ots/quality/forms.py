"""What auditors and reviewers type."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from offenders.choices import DispositionKind
from offenders.models import Court
from ots.access.forms import PlainForm
from ots.quality.choices import FieldKey, RootCause
from ots.quality.comparing import UNREADABLE, fields_of
from ots.quality.selectors.samples import counties_with_courts
from ots.quality.services.drawing import LARGEST_SEED, Plan
from ots.quality.services.register import Entry

_CONFIDENCES = [("0.90", "90 %"), ("0.95", "95 %"), ("0.99", "99 %")]
_RATES = [("0.10", "10 %"), ("0.05", "5 %"), ("0.02", "2 %"), ("0.01", "1 %")]
_TERM = r"(?i)^(\d{1,3}-\d{1,2}-\d{1,3}|life|\?)$"
_COUNT = r"^(\d{1,5}|\?)$"


class DrawForm(PlainForm):
    """The wish by which a sample is drawn."""

    purpose = forms.CharField(
        label="What for", max_length=120, help_text="As: third quarter of 2026"
    )
    confidence = forms.ChoiceField(label="Sure to", choices=_CONFIDENCES, initial="0.95")
    error_rate = forms.ChoiceField(
        label="that fewer than this share are wrong", choices=_RATES, initial="0.05"
    )
    errors_allowed = forms.IntegerField(
        label="with this many errors found at most", min_value=0, max_value=20, initial=0
    )
    counties = forms.TypedMultipleChoiceField(
        label="Counties",
        required=False,
        coerce=int,
        help_text="None chosen: every county that has a court",
    )
    seed = forms.IntegerField(
        label="Seed",
        required=False,
        min_value=0,
        max_value=LARGEST_SEED,
        help_text="Leave empty to have one drawn by lot; give one to draw a sample again",
    )

    def prepare(self) -> None:
        """Offer the counties that have a court."""
        field = self.fields["counties"]
        if isinstance(field, forms.TypedMultipleChoiceField):
            field.choices = counties_with_courts()

    def plan(self) -> Plan:
        """Return the wish."""
        told = self.cleaned_data
        return Plan(
            purpose=told["purpose"],
            confidence=Decimal(told["confidence"]),
            error_rate=Decimal(told["error_rate"]),
            errors_allowed=told["errors_allowed"],
            counties=tuple(told["counties"]),
            seed=told["seed"],
        )


def _text(**more: object) -> forms.CharField:
    return forms.CharField(required=False, max_length=80, **more)  # type: ignore[arg-type]


def _day() -> forms.DateField:
    return forms.DateField(required=False, widget=forms.DateInput({"type": "date"}))


def _term() -> forms.Field:
    hint = "Years, months, days, as 5-0-0; or life"
    return forms.RegexField(_TERM, required=False, max_length=12, help_text=hint)


def _ending() -> forms.ChoiceField:
    choices = [("", "Not stated"), *DispositionKind.choices, (UNREADABLE, "Cannot be read")]
    return forms.ChoiceField(required=False, choices=choices)


_FIELDS: Final[dict[FieldKey, Callable[[], forms.Field]]] = {
    FieldKey.LAST_NAME: _text,
    FieldKey.BIRTH_DATE: _day,
    FieldKey.OFFENSE: _text,
    FieldKey.DISPOSITION: _ending,
    FieldKey.DISPOSED_ON: _day,
    FieldKey.SENTENCED_ON: _day,
    FieldKey.MINIMUM: _term,
    FieldKey.MAXIMUM: _term,
    FieldKey.JAIL_CREDIT: lambda: forms.RegexField(_COUNT, required=False, max_length=5),
    FieldKey.JUDGE: _text,
}


class SheetForm(PlainForm):
    """What the document says; built for the fields of the record's type."""

    scan = forms.FileField(
        label="Scan of the document",
        help_text="PDF, JPEG or PNG of at most 20 MB",
        widget=forms.FileInput({"accept": "application/pdf,image/jpeg,image/png"}),
    )

    def __init__(
        self,
        data: QueryDict | None = None,
        files: MultiValueDict[str, UploadedFile] | None = None,
        *,
        record_type: str,
        has_scan: bool,
    ) -> None:
        """Build the form for a type of record; a scan is asked for once."""
        self.record_type = record_type
        self.has_scan = has_scan
        super().__init__(data, files)

    def prepare(self) -> None:
        """Add a field for each that is compared."""
        if self.has_scan:
            del self.fields["scan"]
        for key in fields_of(self.record_type):
            field = _FIELDS[key]()
            field.label = key.label
            self.fields[key.value] = field

    def said(self) -> dict[str, str]:
        """Return what was typed, each value as it is compared."""
        return {
            name: value.isoformat() if isinstance(value, date) else str(value or "").strip()
            for name, value in self.cleaned_data.items()
            if name in FieldKey.values
        }


class RegisterForm(PlainForm):
    """A line of a court's register."""

    court = forms.ModelChoiceField(label="Court", queryset=Court.objects.none())
    docket_number = forms.CharField(label="Docket number", max_length=40)
    count_number = forms.IntegerField(label="Count", min_value=1, max_value=99, initial=1)

    def prepare(self) -> None:
        """Offer every court."""
        field = self.fields["court"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Court.objects.all()

    def entry(self) -> Entry:
        """Return the line."""
        return Entry(**self.cleaned_data)


class LinesForm(PlainForm):
    """How long the register is and how many of its lines are looked up."""

    lines = forms.IntegerField(label="Lines of the register", min_value=1, max_value=100_000)
    size = forms.IntegerField(label="To look up", min_value=1, max_value=5_000)
    seed = forms.IntegerField(label="Seed", min_value=0, max_value=LARGEST_SEED)


class CauseForm(PlainForm):
    """Why the record differed."""

    root_cause = forms.ChoiceField(
        label="Cause", choices=[("", "Choose a cause"), *RootCause.choices]
    )


class ExplainForm(PlainForm):
    """Why the record stays as it is."""

    reason = forms.CharField(label="Why does the record stay as it is?", max_length=300)
