"""Arranging cover for a colleague."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from offenders.forms.fields import DayField, reason_field
from ots.access.cover import CoverPeriod, coverable_agents, covering_agents
from ots.access.forms import PlainForm
from ots.access.models import User
from ots.access.viewer import Viewer
from supervision.forms.assignment import AgentChoiceField


class CoverForm(PlainForm):
    """Who is away, who covers, from which day through which."""

    away = AgentChoiceField(queryset=User.objects.none(), label="Who is away")
    covering = AgentChoiceField(queryset=User.objects.none(), label="Who covers")
    began_on = DayField(label="First day")
    last_day = DayField(label="Last day")
    reason = reason_field("On leave.")

    def __init__(self, data: Mapping[str, object] | None, *, viewer: Viewer) -> None:
        """Build the form for a viewer; he is away himself unless told."""
        self.viewer = viewer
        super().__init__(data, initial={"away": viewer.user, "began_on": timezone.localdate()})

    def prepare(self) -> None:
        """Offer the agents whom this viewer may arrange cover for and with."""
        for name, agents in (
            ("away", coverable_agents(self.viewer)),
            ("covering", covering_agents(self.viewer)),
        ):
            field = self.fields[name]
            if isinstance(field, AgentChoiceField):
                field.queryset = agents

    def clean(self) -> dict[str, object]:
        """Refuse days out of order and cover by oneself."""
        entered = super().clean() or self.cleaned_data
        began, last = entered.get("began_on"), entered.get("last_day")
        if began and last and last < began:
            self.add_error("last_day", "That is before the first day.")
        if entered.get("away") and entered.get("away") == entered.get("covering"):
            self.add_error("covering", "Choose somebody else: nobody covers himself.")
        return entered

    def period(self) -> CoverPeriod:
        """Return the first day, and the day after the last."""
        entered = self.cleaned_data
        return CoverPeriod(entered["began_on"], entered["last_day"] + timedelta(days=1))
