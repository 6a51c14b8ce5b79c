"""Giving a case to an agent."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from django import forms
from django.utils import timezone

from ots.access.forms import ProtectedForm, Source
from ots.access.models import User
from ots.access.viewer import Viewer
from supervision.models import Assignment
from supervision.selectors.assignments import assignable_agents

if TYPE_CHECKING:
    UserChoiceField = forms.ModelChoiceField[User]
else:
    # Django's class takes no type parameter at run time.
    UserChoiceField = forms.ModelChoiceField


class AgentChoiceField(UserChoiceField):
    """An agent, named with his office."""

    def label_from_instance(self, obj: User) -> str:
        """Return name and office."""
        return f"{obj} · {obj.office}"


class CaseAssignForm(ProtectedForm):
    """Agent, day and reason."""

    writes: ClassVar[Mapping[str, Source]] = {
        "agent": (Assignment, "agent"),
        "began_on": (Assignment, "began_on"),
    }
    unstored: ClassVar[frozenset[str]] = frozenset({"why"})

    agent = AgentChoiceField(queryset=User.objects.none(), label="Agent")
    began_on = forms.DateField(
        label="From",
        help_text="The day the agent takes over. The person's earlier agent loses access that day.",
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    why = forms.CharField(label="Reason", max_length=200, help_text="Shown in the history.")

    def __init__(self, data: Mapping[str, object] | None = None, *, viewer: Viewer) -> None:
        """Build the form; the agent takes over today unless told."""
        super().__init__(data, viewer=viewer, initial={"began_on": timezone.localdate()})

    def prepare(self) -> None:
        """Offer the agents whom this viewer may give cases to."""
        field = self.fields["agent"]
        if isinstance(field, AgentChoiceField):
            field.queryset = assignable_agents(self.viewer)
