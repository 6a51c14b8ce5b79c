"""The form of something that happened: when, and what its table asks."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django import forms
from django.utils import timezone

from interstate.forms.activity import field_of, stored
from interstate.rules.content import ContentField, ContentType, Form
from interstate.services.recording import Happened
from ots.access.categories import Category
from ots.access.forms import PlainForm
from ots.access.viewer import Viewer
from ots.core.labels import beside

IF_SO: Final = "tick it if it is so"


class RecordForm(PlainForm):
    """The moment, and the fields that are open to the viewer."""

    at = forms.DateTimeField(
        label="When",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
        help_text="Eastern time. Its day starts and stops clocks.",
    )

    def __init__(
        self, data: Mapping[str, object] | None = None, *, viewer: Viewer, of: Form
    ) -> None:
        """Build the form; it happened now unless told."""
        self.viewer, self.of = viewer, of
        super().__init__(data, initial={"at": timezone.localtime()})

    def prepare(self) -> None:
        """Add the fields of the table, required where the table says so."""
        for each in self.of.fields:
            if not each.type.is_attached and self.viewer.may_category(Category(each.category)):
                self.fields[each.name] = _asked(each)

    def happened(self) -> Happened:
        """Return what is to be recorded."""
        at: datetime = self.cleaned_data["at"]
        content = {
            each.name: stored(self.cleaned_data[each.name])
            for each in self.of.fields
            if each.name in self.fields and self.cleaned_data[each.name] not in (None, "")
        }
        return Happened(type=self.of.kind, at=at, content=content)


def _asked(of: ContentField) -> forms.Field:
    """The field, required where its table says so; a box left empty answers, too."""
    made = field_of(of)
    if of.required and of.type is ContentType.FLAG:
        return beside(made, IF_SO)
    made.required = of.required
    return made
