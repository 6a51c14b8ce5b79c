"""Recording treatment and the consents to tell of it."""

from django import forms

from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField, reason_field
from offenders.models import Treatment, TreatmentConsent
from offenders.selectors.treatment import agency_choices
from offenders.services.treatment import ConsentForm, TreatmentEntry


class TreatmentForm(EntryForm):
    """Where and how the person is treated."""

    program = forms.CharField(label="Program", max_length=120)
    service = forms.CharField(
        label="Service", max_length=80, help_text="For example outpatient counseling."
    )
    began_on = DayField(label="Began on")
    ended_on = DayField(label="Ended on", required=False)
    outcome = forms.CharField(label="How it ended", required=False, max_length=120)

    writes = {
        name: (Treatment, name)
        for name in ("program", "service", "began_on", "ended_on", "outcome")
    }

    def clean(self) -> dict[str, object]:
        """Refuse an end before the beginning."""
        entered = super().clean() or self.cleaned_data
        began, ended = entered.get("began_on"), entered.get("ended_on")
        if began and ended and ended < began:
            self.add_error("ended_on", "That is before it began.")
        return entered

    def entry(self) -> TreatmentEntry:
        """Return what was entered."""
        return TreatmentEntry(**{name: self.cleaned_data[name] for name in self.writes})


class ConsentRecordForm(EntryForm):
    """The signed form."""

    recipient = forms.ChoiceField(label="May be told to")
    purpose = forms.CharField(
        label="For what", max_length=120, help_text="As the form says, for example supervision."
    )
    signed_on = DayField(label="Signed on")
    expires_on = DayField(label="Ends on", help_text="First day on which it no longer counts.")

    writes = {
        name: (TreatmentConsent, name)
        for name in ("recipient", "purpose", "signed_on", "expires_on")
    }

    def prepare(self) -> None:
        """Offer the agencies."""
        super().prepare()
        self.offer("recipient", [("", "Choose"), *agency_choices()])

    def consent(self) -> ConsentForm:
        """Return what was entered."""
        entered = self.cleaned_data
        return ConsentForm(
            recipient_id=int(entered["recipient"]),
            purpose=entered["purpose"],
            signed_on=entered["signed_on"],
            expires_on=entered["expires_on"],
        )


class ConsentRevokeForm(EntryForm):
    """From which day, and how the person said so."""

    revoked_on = DayField(label="Taken back on")
    reason = reason_field("Letter of 3/5/2026.")

    writes = {"revoked_on": (TreatmentConsent, "revoked_on")}
    unstored = frozenset({"token", "reason"})
