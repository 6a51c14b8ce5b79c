"""What auditors type to search the trail."""

from django import forms

from ots.access.categories import Category
from ots.access.forms import PlainForm
from ots.audit.events import Event
from ots.audit.models import Outcome
from ots.oversight.selectors.trail import TrailQuery

_ANY = [("", "Any")]


def _day(label: str) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=forms.DateInput({"type": "date"}))


def _events() -> list[tuple[str, str]]:
    known = sorted((event.sentence.capitalize(), event.name) for event in Event)
    return [*_ANY, *((name, words) for words, name in known)]


class TrailSearchForm(PlainForm):
    """Who, whom, what, when, from where."""

    user = forms.CharField(
        label="User", required=False, max_length=150, help_text="Name or user name"
    )
    person = forms.IntegerField(label="Person number", required=False, min_value=1)
    event = forms.ChoiceField(label="What happened", required=False, choices=_events)
    since = _day("From")
    until = _day("To")
    outcome = forms.ChoiceField(label="Outcome", required=False, choices=[*_ANY, *Outcome.choices])
    category = forms.ChoiceField(
        label="Category shown", required=False, choices=[*_ANY, *Category.choices]
    )
    address = forms.GenericIPAddressField(label="Address", required=False)
    request_number = forms.CharField(label="Request number", required=False, max_length=64)
    term = forms.CharField(
        label="Searched for",
        required=False,
        max_length=100,
        help_text="Finds searches for just this name or number",
    )

    def query(self) -> TrailQuery:
        """Return what was asked."""
        return TrailQuery(**self.cleaned_data)


class EvidenceForm(PlainForm):
    """Why entries are taken along."""

    reason = forms.CharField(
        label="Why do you take these entries?",
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
        help_text="The number of the investigation, who asked for it",
    )


class ReviewForm(PlainForm):
    """What came of a review."""

    conclusion = forms.CharField(
        label="What did you find, and what follows?",
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text="Write also that nothing was found",
    )


class SinceForm(PlainForm):
    """Disclosures since a day, of a category or to a recipient."""

    person = forms.IntegerField(label="Person number", required=False, min_value=1)
    since = _day("Since")
    text = forms.CharField(label="Recipient", required=False, max_length=100)


class NoticeForm(PlainForm):
    """Who received a value that turned out to be wrong."""

    since = _day("Received since")
    category = forms.ChoiceField(
        label="Category", required=False, choices=[*_ANY, *Category.choices]
    )
