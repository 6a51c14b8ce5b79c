"""What is typed of something wrong on a page, and of its answer."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID, uuid4

from django import forms
from django.http import QueryDict

from ots.access.forms import PlainForm
from ots.oversight.models.concern import LONGEST_WORDS, ConcernKind, ConcernState

# What is not called as the list calls it.
ANSWERS: Final = {ConcernState.SEEN: "Looked at; the answer comes later"}


class ConcernForm(PlainForm):
    """What is wrong; the page comes along by itself."""

    token = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid4)
    kind = forms.ChoiceField(label="What is wrong?", widget=forms.RadioSelect)
    words = forms.CharField(
        label="Say it in your words",
        help_text="What stands there, what should stand there, and how you know. No passwords",
        max_length=LONGEST_WORDS,
        widget=forms.Textarea({"rows": 5}),
    )

    def __init__(self, sent: QueryDict | None, *, kinds: Iterable[ConcernKind]) -> None:
        """Keep what can be told of the page."""
        self.kinds = kinds
        super().__init__(sent)

    def prepare(self) -> None:
        """Offer what can be told of the page."""
        field = self.fields["kind"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [(kind.value, kind.label) for kind in self.kinds]

    @property
    def sent_token(self) -> UUID | None:
        """Return the token that came with the form."""
        value = self.cleaned_data.get("token")
        return value if isinstance(value, UUID) else None


class AnswerForm(PlainForm):
    """Where it stands now, and what who told it is to know."""

    state = forms.ChoiceField(label="It is now", widget=forms.RadioSelect)
    words = forms.CharField(
        label="What was done, or why not",
        help_text="Who told it reads this. Only 'looked at' goes without",
        max_length=LONGEST_WORDS,
        required=False,
        widget=forms.Textarea({"rows": 4}),
    )

    def __init__(self, sent: QueryDict | None, *, states: Iterable[ConcernState]) -> None:
        """Keep what may follow."""
        self.states = states
        super().__init__(sent)

    def prepare(self) -> None:
        """Offer what may follow."""
        field = self.fields["state"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [
                (state.value, ANSWERS.get(state, state.label)) for state in self.states
            ]
