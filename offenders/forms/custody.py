"""Recording custody and release."""

from django import forms

from offenders import choices
from offenders.forms.entry import EntryForm, PersonEntryForm
from offenders.forms.fields import DayField, chosen
from offenders.models import CustodyPeriod
from offenders.selectors.custody import facility_choices
from offenders.selectors.legal import case_choices
from offenders.services.custody import Stay

_STAY_FIELDS = (
    "kind",
    "facility",
    "booking_number",
    "began_on",
    "ended_on",
    "admission_reason",
    "release_reason",
    "case",
)


class CustodyForm(PersonEntryForm):
    """Time in one kind of custody."""

    kind = forms.ChoiceField(label="Kind of custody", choices=choices.CustodyKind.choices)
    facility = forms.ChoiceField(
        label="Jail, prison or center", required=False, help_text="Needed for jail and prison."
    )
    began_on = DayField(label="First day")
    ended_on = DayField(
        label="Day of release", required=False, help_text="Leave empty if the person is there now."
    )
    booking_number = forms.CharField(label="Booking number", required=False, max_length=40)
    admission_reason = forms.CharField(label="Reason for admission", required=False, max_length=80)
    release_reason = forms.CharField(label="Reason for release", required=False, max_length=80)
    case = forms.ChoiceField(label="Case", required=False)

    writes = {name: (CustodyPeriod, name) for name in _STAY_FIELDS}

    def prepare(self) -> None:
        """Offer the open facilities and the person's cases."""
        super().prepare()
        self.offer("facility", [("", "Choose the place"), *facility_choices()])
        self.offer("case", [("", "No particular case"), *case_choices(self.viewer, self.person_id)])

    def stay(self) -> Stay:
        """Return the custody that was entered."""
        entered = self.cleaned_data
        return Stay(
            kind=entered["kind"],
            facility_id=chosen(entered["facility"]),
            booking_number=entered["booking_number"],
            began_on=entered["began_on"],
            ended_on=entered["ended_on"],
            admission_reason=entered["admission_reason"],
            release_reason=entered["release_reason"],
            case_id=chosen(entered["case"]),
        )


class CustodyReleaseForm(EntryForm):
    """The end of a stay."""

    released_on = DayField(label="Day of release")
    release_reason = forms.CharField(
        label="Reason for release",
        max_length=80,
        help_text="For example: Sentence served, bond posted, paroled.",
        error_messages={"required": "Say why the person was released."},
    )

    writes = {
        "released_on": (CustodyPeriod, "ended_on"),
        "release_reason": (CustodyPeriod, "release_reason"),
    }
