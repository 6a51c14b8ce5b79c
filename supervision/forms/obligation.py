"""Excusing something that is due."""

from typing import ClassVar

from offenders.forms.entry import EntryForm
from offenders.forms.fields import reason_field
from supervision.models import Obligation


class ObligationExcuseForm(EntryForm):
    """Why it is excused."""

    excuse_reason = reason_field("Funeral of the father; seen the week after.")

    writes: ClassVar = {"excuse_reason": (Obligation, "excuse_reason")}
