"""Forms about who reaches a record: grants, emergencies, closures, a court's orders, preview."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import TypeVar

from django import forms
from django.utils import timezone

from offenders.forms.fields import DayField, reason_field
from offenders.models.emergency import Verdict
from offenders.models.restriction import PersonClosure, SealAction
from offenders.selectors.legal import court_choices
from offenders.selectors.sealable import Sealable, sealable_named
from offenders.services.emergency import NEVER_IN_HASTE
from offenders.services.grants import GrantSpan
from offenders.services.refusals import RefusedError
from offenders.services.seals import CourtOrder
from ots.access.categories import Category
from ots.access.forms import PlainForm, describe_widgets
from ots.access.models import User
from ots.access.viewer import NotAllowedError

Result = TypeVar("Result")
USUAL_DAYS = 14


class AccessForm(PlainForm):
    """A form that a service carries out and that tells at the field why it was refused."""

    def __init__(self, data: Mapping[str, object] | None = None, **kwargs: object) -> None:
        """Build the form."""
        super().__init__(data, **kwargs)

    def carry_out(self, write: Callable[[], Result]) -> Result | None:
        """Return what ``write`` recorded, or nothing and the objections at their fields."""
        try:
            return write()
        except RefusedError as refusal:
            for objection in refusal.objections:
                name = objection.field if objection.field in self.fields else None
                self.add_error(name, objection.message)
        except NotAllowedError:
            self.add_error(None, "Your role does not include this.")
        describe_widgets(self)
        return None


class UserField(forms.CharField):
    """A colleague by user name; a list of thirty thousand would help nobody."""

    def clean(self, value: object) -> User | None:
        """Return the active user of that name; none where the field may be empty."""
        name = super().clean(value)
        if not name:
            return None
        user = User.objects.filter(username=name, is_active=True).first()
        if user is None:
            raise forms.ValidationError(f"There is no active user [{name}].")
        return user


class GrantForm(AccessForm):
    """To whom, until when, and why."""

    user = UserField(label="User name", help_text="As the colleague signs in, for example oscar.")
    last_day = DayField(label="Last day", help_text="The record closes at the end of that day.")
    reason = reason_field("Stands in at the hearing on 3/5/2026.")

    def __init__(self, data: Mapping[str, object] | None = None) -> None:
        """Offer two weeks."""
        usual = timezone.localdate() + timedelta(days=USUAL_DAYS)
        super().__init__(data, initial={"last_day": usual})

    def span(self, now: datetime) -> GrantSpan:
        """Return from now through the end of the last day."""
        after = self.cleaned_data["last_day"] + timedelta(days=1)
        return GrantSpan(now, timezone.make_aware(datetime.combine(after, time.min)))


class EmergencyForm(AccessForm):
    """Whose record, what of it, and why."""

    number = forms.CharField(
        label="Record number or MDOC number",
        max_length=18,
        error_messages={"required": "Enter the number of the record."},
    )
    category = forms.ChoiceField(
        label="What you need",
        required=False,
        choices=[
            ("", "The record, with what my role sees"),
            *((each.value, each.label) for each in Category if each not in NEVER_IN_HASTE),
        ],
    )
    reason = forms.CharField(
        label="Why it cannot wait",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say why: your supervisor and a reviewer will read it."},
    )


class ReviewForm(AccessForm):
    """What the review found."""

    verdict = forms.ChoiceField(
        label="Was it justified?",
        choices=Verdict.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one."},
    )
    note = forms.CharField(
        label="Note",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say in a sentence what you looked at."},
    )


class RestrictForm(AccessForm):
    """Why the record is closed, and to whom by name."""

    kind = forms.ChoiceField(
        label="The person is",
        choices=[(each.value, each.label) for each in PersonClosure.RESTRICTING],
    )
    user = UserField(
        label="User name of the employee",
        required=False,
        help_text="The employee, or whose relative or friend it is; nothing opens it to that user.",
    )
    reason = reason_field("Told us when hired that this is a brother.")


class ReasonForm(AccessForm):
    """Why, and nothing else."""

    reason = reason_field("We went to school together.")


class SealForm(AccessForm):
    """What a court ordered about which part of the record."""

    what = forms.ChoiceField(label="What the order is about")
    action = forms.ChoiceField(
        label="What it orders",
        choices=[
            (SealAction.SEAL.value, "Seal: keep it, hide it from everybody without the right"),
            (SealAction.EXPUNGE.value, "Destroy: only the order itself remains"),
        ],
        widget=forms.RadioSelect,
        initial=SealAction.SEAL.value,
    )
    court = forms.ChoiceField(label="Court")
    order_number = forms.CharField(label="Number of the order", max_length=40)
    ordered_on = DayField(label="Signed on")
    authority = forms.CharField(label="Section", max_length=80, help_text="For example 780.621.")
    reason = forms.CharField(label="Note", required=False, max_length=200)

    def __init__(
        self, data: Mapping[str, object] | None = None, *, choices: list[tuple[str, str]]
    ) -> None:
        """Build the form for what can be sealed of a person's record."""
        self.choices = choices
        super().__init__(data)

    def prepare(self) -> None:
        """Offer the person's cases and counts, and the courts."""
        if "what" in self.fields:
            self.offer("what", self.choices)
        self.offer("court", [(str(key), name) for key, name in court_choices()])

    def offer(self, name: str, pairs: list[tuple[str, str]]) -> None:
        """Fill in what a select offers."""
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "Choose"), *pairs]

    def sealable(self) -> Sealable:
        """Return what was chosen."""
        return sealable_named(self.cleaned_data["what"])

    def order(self) -> CourtOrder:
        """Return the paper."""
        entered = self.cleaned_data
        return CourtOrder(
            court_id=int(entered["court"]),
            order_number=entered["order_number"],
            ordered_on=entered["ordered_on"],
            authority=entered["authority"],
            reason=entered["reason"],
        )


class UnsealForm(SealForm):
    """The order by which something is open again."""

    what = None  # type: ignore[assignment]  # named by the address
    action = None  # type: ignore[assignment]  # there is one

    def __init__(self, data: Mapping[str, object] | None = None) -> None:
        """Build the form; what is unsealed is named by the address."""
        super().__init__(data, choices=[])


class PreviewForm(PlainForm):
    """Whose eyes, and on whose record."""

    user = UserField(label="User name")
    number = forms.IntegerField(label="Record number of the person", min_value=1)


class LiftForm(ReasonForm):
    """Why a closure no longer stands."""
