"""What is typed of a security incident."""

from collections.abc import Iterable
from datetime import datetime

from django import forms
from django.http import QueryDict
from django.utils import timezone

from ots.access.forms import PlainForm
from ots.oversight.models.incident import IncidentKind, IncidentState
from ots.oversight.services.incidents import Noticed

TEXT_LENGTH = 4000
# What a browser sends of a day with a time.
_MOMENTS = ("%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S")


def _moment(label: str, help_text: str = "") -> forms.DateTimeField:
    return forms.DateTimeField(
        label=label,
        help_text=help_text,
        input_formats=_MOMENTS,
        widget=forms.DateTimeInput({"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )


def _text(label: str, help_text: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=TEXT_LENGTH,
        widget=forms.Textarea({"rows": 4}),
    )


class IncidentForm(PlainForm):
    """What was noticed, when and where."""

    kind = forms.ChoiceField(label="What seems to have happened?", choices=IncidentKind.choices)
    discovered_at = _moment("When was it noticed?", "The clock of the report starts then")
    where = forms.CharField(
        label="Where?", max_length=160, help_text="Office, page, device or account"
    )
    description = _text("What was noticed?", "Write what you saw. Write no passwords")
    may_concern_records = forms.BooleanField(
        label="Records of people may have been seen, taken or changed", required=False
    )
    why_late = forms.CharField(label="If it comes late: why?", required=False, max_length=300)

    def noticed(self) -> Noticed:
        """Return what was typed."""
        return Noticed(**self.cleaned_data)


class StepForm(PlainForm):
    """Where the incident stands now, and what was done."""

    prefix = "step"

    state = forms.ChoiceField(label="It is now")
    note = _text("What was done, and what comes next?")

    def __init__(self, sent: QueryDict | None, *, states: Iterable[IncidentState]) -> None:
        """Keep what may follow."""
        self.states = states
        super().__init__(sent)

    def prepare(self) -> None:
        """Offer what may follow."""
        field = self.fields["state"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(state.value, state.label) for state in self.states]


class NoticeForm(PlainForm):
    """Who was told."""

    prefix = "notice"

    told = forms.CharField(
        label="Who was told?", max_length=160, help_text="Name and office, such as the CSA's ISO"
    )
    means = forms.CharField(label="How?", max_length=80, help_text="Telephone, e-mail, in person")
    told_at = _moment("When?")


def now_as_typed() -> datetime:
    """Return the present minute, as a form starts with it."""
    return timezone.localtime().replace(second=0, microsecond=0)
