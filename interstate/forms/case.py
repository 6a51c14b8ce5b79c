"""Opening a case: the two offices, what is known of the sentence, and whether it may transfer."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, TypeVar, cast

from django import forms
from django.utils import timezone

from interstate.choices import SupervisionKind
from interstate.forms.court_cases import court_cases_field
from interstate.forms.despite import despite
from interstate.models import CompactOffice
from interstate.rules.eligibility_facts import (
    EligibilityFacts,
    Family,
    Offense,
    OffenseClass,
    Residence,
    Special,
)
from interstate.rules.eligibility_rules import RELOCATION_DAYS
from interstate.selectors.court_cases import Named
from interstate.selectors.members import offices_of_others, own_offices
from interstate.services.cases import CaseEntry
from ots.access.forms import PlainForm
from ots.access.viewer import Viewer

YES_NO: Final = (("", "Not known"), ("yes", "Yes"), ("no", "No"))
CHECK: Final = "check"
CHOOSE: Final = ("", "Choose")
T = TypeVar("T")


def _yes_no(label: str, help_text: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=YES_NO, required=False, help_text=help_text)


def _count(label: str, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, min_value=0, max_value=100_000, required=False, help_text=help_text
    )


class CaseForm(PlainForm):
    """Offices, sentence, and the facts that decide eligibility; the latter may stay unknown."""

    receiving = forms.ChoiceField(label="To")
    sending = forms.ChoiceField(label="From")
    supervision = forms.ChoiceField(label="Supervision", choices=(CHOOSE, *SupervisionKind.choices))
    supervision_ends_on = forms.DateField(
        label="Supervision ends on",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    is_indefinite = forms.BooleanField(label="Supervision has no end", required=False)
    is_sex_offender = forms.BooleanField(
        label="Registered, or to be registered, as a sex offender", required=False
    )
    has_pending_charge = forms.BooleanField(
        label="A felony or violent charge is pending in the other state", required=False
    )
    has_victims = forms.BooleanField(
        label="Victims are to be told and heard",
        required=False,
        help_text="Starts the clocks of rule 3.108-1 with each acceptance.",
    )
    offense_class = forms.ChoiceField(
        label="Offense",
        required=False,
        choices=(("", "Not known"), ("felony", "Felony"), ("misdemeanor", "Misdemeanor")),
    )
    supervision_months = _count("Months of supervision imposed")
    harm = _yes_no("Physical or psychological harm, or its threat")
    firearm = _yes_no("Use or possession of a firearm")
    impaired_driving_number = _count("Which conviction of impaired driving it is", "0: none.")
    relocating_days = _count("Days in the other state")
    substantial_compliance = _yes_no("In substantial compliance")
    valid_plan = _yes_no("A valid plan of supervision")
    months_in_state_before = _count("Months lived there before the offense or sentence")
    months_elsewhere = _count("Months lived elsewhere since")
    relation = forms.CharField(label="Relative there", max_length=40, required=False)
    days_in_state = _count("Days the relative has lived there")
    willing = _yes_no("The relative is willing and able to help")
    means_of_support = _yes_no("Employment or means of support")
    special = forms.ChoiceField(
        label="Special ground",
        required=False,
        choices=(
            ("", "None"),
            *((each.value, each.value.replace("_", " ").capitalize()) for each in Special),
        ),
    )
    opened_despite = despite("needed to open it beside what is shown above")

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        viewer: Viewer,
        supervision: SupervisionKind | None = None,
        court_cases: Sequence[Named] = (),
    ) -> None:
        """Build the form for a viewer; the person is supervised so now, if that is known."""
        self.viewer, self.court_cases = viewer, court_cases
        super().__init__(data, initial={"supervision": supervision})

    def prepare(self) -> None:
        """Offer the viewer's own offices and those of the other members."""
        mine = own_offices(self.viewer)
        others = {office.pk: office for own in mine for office in offices_of_others(own)}
        self.offices = {**{own.pk: own for own in mine}, **others}
        self._offer("sending", mine)
        self._offer("receiving", list(others.values()), is_chosen=True)
        if self.court_cases:
            self.fields["court_cases"] = court_cases_field(self.court_cases)
        days = RELOCATION_DAYS.on(timezone.localdate())
        sure = f" ({days.standing}, to be confirmed)" if days.standing.awaits_counsel else ""
        self.fields[
            "relocating_days"
        ].help_text = f"More than {days.amount} in a row is a relocation{sure}."

    @property
    def asks_eligibility(self) -> bool:
        """Say whether eligibility alone was asked for."""
        return self.is_bound and self.data.get("act") == CHECK

    def is_valid(self) -> bool:
        """Say whether a case is to be opened: not where only eligibility was asked for."""
        return self.data.get("act") != CHECK and super().is_valid()

    def entry(self) -> CaseEntry:
        """Return the case to open."""
        said = self.cleaned_data
        return CaseEntry(
            supervision=said["supervision"],
            sending_office=self.offices[int(said["sending"])],
            receiving_office=self.offices[int(said["receiving"])],
            supervision_ends_on=said["supervision_ends_on"],
            is_indefinite=said["is_indefinite"],
            is_sex_offender=said["is_sex_offender"],
            has_pending_charge=said["has_pending_charge"],
            has_victims=said["has_victims"],
            opened_despite=said["opened_despite"],
            court_cases=tuple(int(each) for each in said.get("court_cases", ())),
        )

    def facts(self) -> EligibilityFacts:
        """Return what is known of eligibility; what was not written, or not well, is not known."""
        _ = self.errors  # what was sent is cleaned once
        return EligibilityFacts(
            id="",
            offense=Offense(
                offense_class=self._as(OffenseClass, "offense_class"),
                harm=self._flag("harm"),
                firearm=self._flag("firearm"),
                impaired_driving_number=self._number("impaired_driving_number"),
                registration_required=bool(self._said("is_sex_offender")),
            ),
            supervision_months=self._number("supervision_months"),
            monetary_only=False,
            indefinite=bool(self._said("is_indefinite")),
            transmitted_on=timezone.localdate(),
            supervision_ends_on=cast("date | None", self._said("supervision_ends_on")),
            relocating_days=self._number("relocating_days"),
            substantial_compliance=self._flag("substantial_compliance"),
            valid_plan=self._flag("valid_plan"),
            resident=Residence(
                self._number("months_in_state_before"), self._number("months_elsewhere")
            ),
            family=self._family(),
            employment=self._flag("means_of_support"),
            means_of_support=self._flag("means_of_support"),
            special=self._as(Special, "special"),
        )

    def _family(self) -> Family | None:
        relation = str(self._said("relation") or "").strip().lower()
        if not relation:
            return None
        return Family(relation, self._number("days_in_state"), self._flag("willing"))

    def _said(self, name: str) -> object:
        return self.cleaned_data.get(name) or None

    def _flag(self, name: str) -> bool | None:
        return {"yes": True, "no": False}.get(str(self.cleaned_data.get(name) or ""))

    def _number(self, name: str) -> int | None:
        return cast("int | None", self.cleaned_data.get(name))

    def _as(self, kind: type[T], name: str) -> T | None:
        said = self._said(name)
        return kind(said) if said else None  # type: ignore[call-arg]  # an enum of words

    def _offer(self, name: str, offices: list[CompactOffice], *, is_chosen: bool = False) -> None:
        """Offer offices; one that is anybody's guess, or one of several, is to be chosen."""
        field = cast(forms.ChoiceField, self.fields[name])
        empty = [CHOOSE] if is_chosen or len(offices) > 1 else []
        field.choices = [*empty, *((office.pk, str(office)) for office in offices)]
