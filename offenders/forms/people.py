"""Recording a person, correcting the name, adding a number and an address."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from offenders import choices
from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField, reason_field
from offenders.models import Address, Demographics, Identifier, Person, PersonName
from offenders.models.person import NAME_LENGTH
from offenders.services.contact import AddressEntry
from offenders.services.people import Identity, Name
from ots.access.categories import Action, Category

_NAME_PARTS = ("last_name", "first_name", "middle_name", "suffix")
EARLIEST_BIRTH = 1850
_POSTAL_CODE = r"^\d{5}(-\d{4})?$"


class NameForm(EntryForm):
    """The parts of a name."""

    last_name = forms.CharField(
        label="Last name",
        max_length=NAME_LENGTH,
        error_messages={"required": "Enter the last name."},
    )
    first_name = forms.CharField(label="First name", required=False, max_length=NAME_LENGTH)
    middle_name = forms.CharField(label="Middle name", required=False, max_length=NAME_LENGTH)
    suffix = forms.CharField(
        label="Suffix", required=False, max_length=10, help_text="For example Jr or III."
    )

    writes = {name: (PersonName, name) for name in _NAME_PARTS}

    def name(self) -> Name:
        """Return the name that was entered."""
        return Name(**{part: self.cleaned_data[part] for part in _NAME_PARTS})


class NameCorrectForm(NameForm):
    """The right legal name, and why the recorded one is not."""

    reason = reason_field("Birth certificate shows another spelling.")
    instead_of = forms.IntegerField(widget=forms.HiddenInput)
    unstored = frozenset({"token", "reason", "instead_of"})


class PersonRecordForm(NameForm):
    """A person not known before."""

    birth_date = DayField(
        label="Date of birth", required=False, help_text="Leave empty if not known."
    )
    sex = forms.ChoiceField(label="Sex", choices=choices.Sex.choices, initial=choices.Sex.UNKNOWN)
    race = forms.ChoiceField(
        label="Race", choices=choices.Race.choices, initial=choices.Race.UNKNOWN
    )
    ethnicity = forms.ChoiceField(
        label="Ethnicity", choices=choices.Ethnicity.choices, initial=choices.Ethnicity.UNKNOWN
    )
    source = forms.CharField(
        label="Where this comes from",
        required=False,
        max_length=80,
        help_text="For example: Judgment of sentence, 30th Circuit Court.",
    )
    is_new = forms.BooleanField(
        label="I looked at these records: this is another person",
        required=False,
    )

    writes = {
        **{name: (Person, name) for name in (*_NAME_PARTS, "birth_date", "sex", "race")},
        "ethnicity": (Demographics, "ethnicity"),
    }
    unstored = frozenset({"token", "source", "is_new"})

    def clean_birth_date(self) -> object:
        """Refuse a birth that is still to come."""
        day = self.cleaned_data["birth_date"]
        if day is not None and day > timezone.localdate():
            raise forms.ValidationError("The date of birth cannot be still to come.")
        if day is not None and day.year < EARLIEST_BIRTH:
            raise forms.ValidationError(f"Enter a year from {EARLIEST_BIRTH} on.")
        return day

    def identity(self) -> Identity:
        """Return what was entered beside the name."""
        entered = self.cleaned_data
        return Identity(
            birth_date=entered["birth_date"],
            sex=entered["sex"],
            race=entered["race"],
            ethnicity=entered["ethnicity"],
        )


class IdentifierForm(EntryForm):
    """A number by which an agency knows the person."""

    kind = forms.ChoiceField(label="Kind of number", choices=choices.IdentifierKind.choices)
    value = forms.CharField(
        label="Number",
        max_length=40,
        help_text="Spaces and small letters are put right by themselves.",
        error_messages={"required": "Enter the number."},
    )
    issuer = forms.CharField(
        label="Issued by",
        required=False,
        max_length=40,
        help_text="State or agency where it matters, for example MI.",
    )
    verification = forms.ChoiceField(
        label="How is it known?",
        choices=choices.Verification.choices,
        initial=choices.Verification.AGENCY,
    )

    writes = {name: (Identifier, name) for name in ("kind", "value", "issuer", "verification")}

    def prepare(self) -> None:
        """Offer the sensitive kinds only to those who may record them."""
        super().prepare()
        if self.viewer.may_category(Category.SENSITIVE_IDENTIFIER, Action.CHANGE):
            return
        kinds = choices.IdentifierKind.choices
        self.offer("kind", [pair for pair in kinds if pair[0] not in choices.SENSITIVE_KINDS])

    def clean(self) -> dict[str, object]:
        """Write the number as the tables hold it: capitals, no spaces, an SSN without hyphens."""
        entered: dict[str, object] = super().clean() or {}
        value = "".join(str(entered.get("value", "")).upper().split())
        if entered.get("kind") == choices.IdentifierKind.SSN:
            value = value.replace("-", "")
        if value and not all(letter.isalnum() or letter == "-" for letter in value):
            self.add_error("value", "Use letters, digits and hyphens.")
        entered["value"] = value
        return entered

    def number(self) -> dict[str, str]:
        """Return the number that was entered."""
        entered = self.cleaned_data
        return {name: entered[name] for name in ("kind", "value", "issuer", "verification")}


class AddressForm(EntryForm):
    """Where the person lives, works or gets mail."""

    kind = forms.ChoiceField(label="Kind of address", choices=choices.AddressKind.choices)
    street = forms.CharField(label="Street", max_length=120)
    unit = forms.CharField(label="Apartment or unit", required=False, max_length=20)
    city = forms.CharField(label="City", max_length=60)
    state = forms.CharField(label="State", max_length=2, min_length=2, initial="MI")
    postal_code = forms.RegexField(
        _POSTAL_CODE,
        label="ZIP code",
        required=False,
        error_messages={"invalid": "Enter a ZIP code as 48933 or 48933-1234."},
    )
    began_on = DayField(label="First day there")
    last_day = DayField(
        label="Last day there", required=False, help_text="Leave empty if it is current."
    )

    writes = {
        **{
            name: (Address, name)
            for name in ("kind", "street", "unit", "city", "state", "postal_code", "began_on")
        },
        "last_day": (Address, "ended_on"),
    }
    field_for = {"ended_on": "last_day"}

    def entry(self) -> AddressEntry:
        """Return the address that was entered; the day after the last is the first without it."""
        entered = self.cleaned_data
        last_day = entered["last_day"]
        return AddressEntry(
            kind=entered["kind"],
            street=entered["street"],
            unit=entered["unit"],
            city=entered["city"],
            state=entered["state"].upper(),
            postal_code=entered["postal_code"],
            began_on=entered["began_on"],
            ended_on=last_day + timedelta(days=1) if last_day else None,
        )
