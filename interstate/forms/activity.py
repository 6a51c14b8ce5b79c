"""The form of an activity, made from its table; a draft may be saved with anything missing."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from interstate.rules.content import ContentField, ContentType, Form
from ots.access.categories import Category
from ots.access.forms import PlainForm, describe_widgets
from ots.access.viewer import Viewer
from ots.core.labels import beside
from ots.core.templatetags.show import written_days

BEFORE_IT_IS_SENT: Final = "needed before it is sent"


class ActivityForm(PlainForm):
    """Every field that is asked for and open to the viewer; required only when it is sent."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(  # noqa: PLR0913  # each is part of what makes the form
        self,
        data: Mapping[str, object] | None = None,
        *,
        viewer: Viewer,
        form: Form,
        content: Mapping[str, object],
        facts: Mapping[str, bool],
        version: int = 0,
        files: MultiValueDict[str, UploadedFile] | None = None,
        is_author: bool = False,
    ) -> None:
        """Build the form of an activity as it stands; its author writes all that it asks."""
        self.viewer, self.of, self.content, self.facts = viewer, form, content, facts
        self.is_author = is_author
        initial = {**content, "version": version}
        super().__init__(data, files, initial=initial)

    def prepare(self) -> None:
        """Add the fields of the table."""
        for each in self.of.fields:
            if each.is_asked(self.content, self.facts) and self._is_open(each):
                made = field_of(each)
                self.fields[each.name] = beside(made, BEFORE_IT_IS_SENT) if each.required else made
        # What is asked for depends on what is chosen: shown from the next saving on.

    def content_to_save(self) -> dict[str, object]:
        """Return the activity's content with what was written; what is withheld stays."""
        written = {
            each.name: stored(self.cleaned_data[each.name])
            for each in self.of.fields
            if each.name in self.fields and not each.type.is_attached
        }
        kept = {**self.content, **written}
        return {name: value for name, value in kept.items() if value not in (None, "")}

    def show_what_stands(self, content: Mapping[str, object], version: int) -> None:
        """Say beside what was typed what somebody else saved at the same field meanwhile."""
        for each in self.of.fields:
            if each.type.is_attached or each.name not in self.fields:
                continue
            stands = content.get(each.name, "")
            if stands != (stored(self.cleaned_data.get(each.name)) or ""):
                self.add_error(each.name, f"Saved by somebody else: {_said(each, stands)}")
        # Saved once more, what is typed is meant to replace what stands by now.
        self.goes_on_from(version)
        describe_widgets(self)

    def goes_on_from(self, version: int) -> None:
        """Let the next saving be one of what stands now."""
        if isinstance(self.data, QueryDict):
            self.data = self.data.copy()
            self.data["version"] = str(version)

    def uploads(self) -> list[tuple[ContentField, object]]:
        """Return the files that came, each with its field."""
        return [
            (each, self.cleaned_data[each.name])
            for each in self.of.fields
            if each.type.is_attached and self.cleaned_data.get(each.name)
        ]

    def _is_open(self, each: ContentField) -> bool:
        # What the author writes comes from him: there is nothing to keep from him.
        return self.is_author or self.viewer.may_category(Category(each.category))


def stored(value: object) -> object:
    """Return a value as it is kept: a day in its one form."""
    if isinstance(value, date):
        return value.isoformat()
    return value


def field_of(of: ContentField) -> forms.Field:
    """Return the form field of a table's field; nothing is required until it is sent."""
    rule = f"Rule {of.rule}." if of.rule else ""
    more = {"label": of.label, "required": False, "help_text": f"{of.hint} {rule}".strip()}
    if of.type is ContentType.NOTE:
        return forms.CharField(
            widget=forms.Textarea(attrs={"rows": 3}),
            max_length=20_000,
            **more,  # type: ignore[arg-type]
        )
    if of.type is ContentType.CHOICE:
        options = [("", "Choose"), *((each, _words(each)) for each in of.options)]
        return forms.ChoiceField(choices=options, **more)  # type: ignore[arg-type]
    made: type[forms.Field] = {
        ContentType.DAY: forms.DateField,
        ContentType.NUMBER: forms.IntegerField,
        ContentType.FLAG: forms.BooleanField,
        ContentType.DOCUMENT: forms.FileField,
        ContentType.PICTURE: forms.FileField,
    }.get(of.type, forms.CharField)
    widgets: dict[ContentType, forms.Widget] = {
        ContentType.DAY: forms.DateInput(attrs={"type": "date"}),
        ContentType.NUMBER: forms.NumberInput(attrs={"min": 0}),
    }
    widget = {"widget": widgets[of.type]} if of.type in widgets else {}
    return made(**more, **widget)  # type: ignore[arg-type]


def _said(of: ContentField, value: object) -> str:
    if value in (None, "", False):
        return "nothing"
    if of.type is ContentType.DAY:
        return str(written_days(value))
    if of.type is ContentType.FLAG:
        return "Yes"
    return _words(str(value)) if of.type is ContentType.CHOICE else str(value)


def _words(option: str) -> str:
    return option.replace("_", " ").capitalize()


class MoveForm(PlainForm):
    """A move of an activity: its reason, and to whom."""

    move = forms.CharField(widget=forms.HiddenInput)
    # Needed by the moves that say so; the page asks for it there alone.
    reason = forms.CharField(
        label="Reason", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    assignee = forms.IntegerField(required=False, widget=forms.HiddenInput)
