"""Recording a test, its results, its admission, and its specimen's way."""

from django import forms
from django.utils import timezone

from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField, chosen, reason_field
from supervision.choices.drug_test import (
    Analyte,
    Attendance,
    Custodian,
    Reading,
    SampleType,
    Stage,
    WhyTested,
)
from supervision.forms.typed_moment import TypedMomentField
from supervision.models import (
    Admission,
    AnalyteResult,
    CustodyTransfer,
    DrugTest,
    Specimen,
    ValidityReading,
)
from supervision.rules.testing import Measured
from supervision.selectors.drug_tests import panel_choices
from supervision.services.drug_test_results import ResultEntry
from supervision.services.drug_tests import AdmissionEntry, SpecimenEntry, TestEntry
from supervision.services.specimens import TransferEntry

NO_RESULT, ALL_NEGATIVE, POSITIVE = "none", "negative", "positive"
SEEN = [
    (NO_RESULT, "No result yet"),
    (ALL_NEGATIVE, "Negative for all of the panel"),
    (POSITIVE, "Positive for what is ticked below"),
]


def decimal_field(label: str, help_text: str, *, places: int) -> forms.DecimalField:
    """Return the field of a measured value that may be missing."""
    return forms.DecimalField(
        label=label, help_text=help_text, required=False, min_value=0, decimal_places=places
    )


class DrugTestForm(EntryForm):
    """One test on one form: what was asked, whether it was given, what was seen at once."""

    taken_at = TypedMomentField(label="When")
    attendance = forms.ChoiceField(label="What happened", choices=Attendance.choices)
    sample_type = forms.ChoiceField(label="Sample", choices=SampleType.choices)
    test_reason = forms.ChoiceField(label="Why", choices=WhyTested.choices)
    panel = forms.ChoiceField(label="Panel", required=False)
    seen = forms.ChoiceField(
        label="Result seen at once",
        choices=SEEN,
        widget=forms.RadioSelect,
        initial=NO_RESULT,
    )
    positive = forms.MultipleChoiceField(
        label="Positive for",
        choices=Analyte.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    seal_number = forms.CharField(
        label="Seal number", required=False, max_length=40, help_text="If it goes to a laboratory."
    )
    collector = forms.CharField(label="Collected by", required=False, max_length=120)
    temperature_f = decimal_field("Temperature (°F)", "Read within four minutes.", places=1)
    is_witnessed = forms.BooleanField(label="Collection was watched", required=False)
    substances = forms.CharField(
        label="Admits to have used", required=False, max_length=200, help_text="As said."
    )
    is_written = forms.BooleanField(label="Admitted in writing, signed", required=False)
    note = forms.CharField(label="Note", required=False, max_length=300)

    writes = {
        **{
            name: (DrugTest, name)
            for name in (
                "taken_at",
                "attendance",
                "sample_type",
                "test_reason",
                "panel",
                "note",
            )
        },
        "seen": (AnalyteResult, "reading"),
        "positive": (AnalyteResult, "analyte"),
        **{
            name: (Specimen, name)
            for name in ("seal_number", "collector", "temperature_f", "is_witnessed")
        },
        "substances": (Admission, "substances"),
        "is_written": (Admission, "is_written"),
    }

    def prepare(self) -> None:
        """Offer the panels; who records collected the sample unless told."""
        super().prepare()
        self.offer("panel", [("", "None"), *panel_choices()])
        self.fields["collector"].initial = str(self.viewer)
        self.fields["taken_at"].initial = f"today {timezone.localtime():%H:%M}"

    def clean(self) -> dict[str, object]:
        """Refuse a result that contradicts itself."""
        entered = super().clean() or self.cleaned_data
        if entered.get("seen") == POSITIVE and not entered.get("positive"):
            self.add_error("positive", "Tick what it was positive for.")
        if entered.get("seen") == ALL_NEGATIVE and not entered.get("panel"):
            self.add_error("panel", "Choose the panel that was negative.")
        return entered

    def entry(self) -> TestEntry:
        """Return what was entered."""
        entered = self.cleaned_data
        return TestEntry(
            sample_type=entered["sample_type"],
            test_reason=entered["test_reason"],
            attendance=entered["attendance"],
            taken_at=entered["taken_at"],
            panel_id=chosen(entered["panel"]),
            note=entered["note"],
            positive=self._positive(),
            specimen=self._specimen(),
            admission=self._admission(),
        )

    def _positive(self) -> tuple[str, ...] | None:
        seen = self.cleaned_data["seen"]
        if seen == NO_RESULT:
            return None
        return tuple(self.cleaned_data["positive"]) if seen == POSITIVE else ()

    def _specimen(self) -> SpecimenEntry | None:
        entered = self.cleaned_data
        if not entered["seal_number"]:
            return None
        return SpecimenEntry(
            seal_number=entered["seal_number"],
            collector=entered["collector"] or str(self.viewer),
            temperature_f=entered["temperature_f"],
            is_witnessed=entered["is_witnessed"],
        )

    def _admission(self) -> AdmissionEntry | None:
        entered = self.cleaned_data
        if not entered["substances"]:
            return None
        return AdmissionEntry(
            substances=entered["substances"],
            admitted_on=timezone.localdate(entered["taken_at"]),
            is_written=entered["is_written"],
        )


class DrugTestResultForm(EntryForm):
    """What the laboratory reports."""

    stage = forms.ChoiceField(
        label="Stage", choices=Stage.choices, initial=Stage.CONFIRMATION.value
    )
    reported_on = DayField(label="Reported on")
    laboratory = forms.CharField(label="Laboratory", required=False, max_length=120)
    positive = forms.MultipleChoiceField(
        label="Positive for",
        choices=Analyte.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    prescribed = forms.MultipleChoiceField(
        label="Positive, but prescribed",
        choices=Analyte.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    creatinine = decimal_field("Creatinine", "mg/dL, if measured.", places=2)
    specific_gravity = decimal_field("Specific gravity", "As 1.0150.", places=4)
    ph = decimal_field("pH", "If measured.", places=2)
    nitrite = decimal_field("Nitrite", "mcg/mL, if measured.", places=2)
    is_foreign_substance_found = forms.BooleanField(
        label="A substance was found that no urine holds", required=False
    )

    writes = {
        "stage": (AnalyteResult, "stage"),
        "reported_on": (AnalyteResult, "reported_on"),
        "laboratory": (AnalyteResult, "laboratory"),
        "positive": (AnalyteResult, "analyte"),
        "prescribed": (AnalyteResult, "reading"),
        **{
            name: (ValidityReading, name)
            for name in (
                "creatinine",
                "specific_gravity",
                "ph",
                "nitrite",
                "is_foreign_substance_found",
            )
        },
    }

    def entry(self, looked_for: list[str]) -> ResultEntry:
        """Return what was entered; whatever else was looked for and is not ticked is negative."""
        entered = self.cleaned_data
        readings = dict.fromkeys(looked_for, Reading.NEGATIVE.value)
        readings |= dict.fromkeys(entered["positive"], Reading.POSITIVE.value)
        readings |= dict.fromkeys(entered["prescribed"], Reading.PRESCRIBED.value)
        return ResultEntry(
            stage=entered["stage"],
            reported_on=entered["reported_on"],
            laboratory=entered["laboratory"],
            readings=readings,
            measured=self._measured(),
        )

    def _measured(self) -> Measured | None:
        names = ("creatinine", "specific_gravity", "ph", "nitrite", "is_foreign_substance_found")
        values = {name: self.cleaned_data[name] for name in names}
        is_empty = all(value is None or value is False for value in values.values())
        return None if is_empty else Measured(**values)


class SpecimenPassForm(EntryForm):
    """Who gave the specimen to whom."""

    purpose = forms.ChoiceField(label="What for", choices=Custodian.choices[1:])
    released_by = forms.CharField(label="Given by", max_length=120)
    received_by = forms.CharField(label="Received by", max_length=120)
    passed_at = TypedMomentField(label="When")
    is_seal_intact = forms.BooleanField(
        label="The seal was whole", required=False, help_text="Leave empty if it was broken."
    )

    writes = {
        name: (CustodyTransfer, name)
        for name in ("purpose", "released_by", "received_by", "passed_at", "is_seal_intact")
    }

    def entry(self) -> TransferEntry:
        """Return what was entered."""
        return TransferEntry(**{name: self.cleaned_data[name] for name in self.writes})


class AdmissionForm(EntryForm):
    """What the person admits of a test."""

    substances = forms.CharField(label="Admits to have used", max_length=200)
    admitted_on = DayField(label="On")
    is_written = forms.BooleanField(
        label="In writing, signed", required=False, help_text="Only then does it count as a result."
    )
    statement = forms.CharField(
        label="In the person's words", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    writes = {
        name: (Admission, name) for name in ("substances", "admitted_on", "is_written", "statement")
    }

    def entry(self) -> AdmissionEntry:
        """Return what was entered."""
        return AdmissionEntry(**{name: self.cleaned_data[name] for name in self.writes})


class DrugTestVoidForm(EntryForm):
    """Why a test does not count."""

    reason = reason_field("Entered for the wrong person.")

    unstored = frozenset({"token", "reason"})
