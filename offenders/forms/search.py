"""The search for people: one box that understands what is typed, and fields that narrow it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from django import forms
from django.http import QueryDict

from offenders.selectors.search import (
    NotADateError,
    SearchCriteria,
    Typed,
    may_search_by,
    number_kind_choices,
    office_choices,
    refusal,
    sort_choices,
    status_choices,
    understand,
)
from ots.access.forms import describe_widgets
from ots.access.viewer import Viewer

_DATE_FORMATS: Final = ("%m/%d/%Y", "%Y-%m-%d", "%m-%d-%Y", "%m%d%Y")
_NOT_A_DATE: Final = "Write month, day and year, as 3/4/1980."
# Which criterion a field of the form stands for; the box itself always stays.
_FIELDS: Final[Mapping[str, str]] = {
    "born_from": "born_from",
    "born_to": "born_to",
    "office": "office_id",
    "status": "status",
}
LONGEST_SEARCH: Final = 120


class PersonSearchForm(forms.Form):
    """Offers only what the viewer may search by; anything else that is sent is refused."""

    q = forms.CharField(
        label="Name, number or date of birth",
        required=False,
        max_length=LONGEST_SEARCH,
        help_text="Such as smith john, smith 1980, 3/4/1980, or a number.",
    )
    number_kind = forms.ChoiceField(
        label="Kind of number",
        required=False,
        error_messages={
            "invalid_choice": "Your role does not include searching by this kind of number."
        },
    )
    born_from = forms.DateField(
        label="Born from",
        required=False,
        input_formats=_DATE_FORMATS,
        error_messages={"invalid": _NOT_A_DATE},
    )
    born_to = forms.DateField(
        label="Born to",
        required=False,
        input_formats=_DATE_FORMATS,
        error_messages={"invalid": _NOT_A_DATE},
    )
    office = forms.TypedChoiceField(label="Office", required=False, coerce=int, empty_value=None)
    status = forms.ChoiceField(label="Status", required=False)
    sort = forms.ChoiceField(
        label="Sort by",
        required=False,
        error_messages={"invalid_choice": "Choose one of the orders offered."},
    )

    def __init__(self, data: QueryDict | None, *, viewer: Viewer, today: date) -> None:
        """Build the form for a viewer."""
        super().__init__(data)
        self._today = today
        self._typed = Typed()
        self._sent_but_closed = self._drop_closed_fields(viewer)
        self._offer("number_kind", number_kind_choices(viewer))
        self._offer("sort", sort_choices(viewer))
        self._offer("status", status_choices())
        if "office" in self.fields:
            self._offer("office", office_choices())
        for name in ("q", "born_from", "born_to"):
            if name in self.fields:
                self.fields[name].widget.attrs["autocomplete"] = "off"
        # Last: it asks for the errors of a form that must be complete by then.
        describe_widgets(self)

    def _drop_closed_fields(self, viewer: Viewer) -> list[str]:
        closed = [field for field, name in _FIELDS.items() if not may_search_by(viewer, name)]
        for field in closed:
            del self.fields[field]
        return [_FIELDS[field] for field in closed if self.data.get(field)]

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields.get(name)
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    def clean_q(self) -> str:
        """Read the box; a day that does not exist is said here."""
        text = str(self.cleaned_data["q"])
        try:
            self._typed = understand(text, today=self._today)
        except NotADateError as error:
            raise forms.ValidationError(str(error)) from error
        return text

    def clean(self) -> dict[str, object]:
        """Refuse criteria that are not the viewer's, and spans that end before they begin."""
        cleaned = super().clean() or {}
        for criterion in self._sent_but_closed:
            self.add_error(None, refusal(criterion))
        born_from, born_to = cleaned.get("born_from"), cleaned.get("born_to")
        if born_from and born_to and born_to < born_from:
            self.add_error("born_to", "This day is before the first one.")
        if cleaned.get("number_kind") and "q" in cleaned and not self._typed.number:
            self.add_error("q", "Type the number here, or choose any number below.")
        return cleaned

    def criteria(self, *, page: int = 1) -> SearchCriteria:
        """Return what is looked for; the form must be valid."""
        typed, cleaned = self._typed, self.cleaned_data
        criteria = SearchCriteria(
            name=typed.name,
            number=typed.number,
            number_kind=cleaned["number_kind"] or typed.number_kind,
            born=typed.born,
            born_from=cleaned.get("born_from") or typed.born_from,
            born_to=cleaned.get("born_to") or typed.born_to,
            sort=cleaned["sort"] or "match",
            page=page,
        )
        return replace(
            criteria, office_id=cleaned.get("office"), status=cleaned.get("status") or ""
        )

    def narrowing(self) -> list[forms.BoundField]:
        """Return the fields beside the box, in their order."""
        return [self[name] for name in self.fields if name != "q"]

    def is_narrowed(self) -> bool:
        """Say whether a field beside the box is used or wrong, so that it must be in sight."""
        return any(field.errors or field.value() for field in self.narrowing())
