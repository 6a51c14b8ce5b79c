"""Forms that offer only the fields the viewer may change."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, TypeVar

from django import forms
from django.core.exceptions import ImproperlyConfigured
from django.db import models
from django.utils.datastructures import MultiValueDict

from ots.access.categories import Action
from ots.access.fields import category_of, may_access
from ots.access.viewer import Viewer

Source = tuple[type[models.Model], str]


class ProtectedForm(forms.Form):
    """A form whose every field names the model field it writes, so that access decides it.

    A field the viewer may not change is not in the form at all; sending it does nothing.
    """

    writes: ClassVar[Mapping[str, Source]] = {}
    # Fields that steer the form and are stored nowhere.
    unstored: ClassVar[frozenset[str]] = frozenset()

    def __init__(
        self,
        data: MultiValueDict[str, str] | Mapping[str, object] | None = None,
        *,
        viewer: Viewer,
        initial: Mapping[str, object] | None = None,
        files: MultiValueDict[str, object] | None = None,
    ) -> None:
        """Build the form for a viewer."""
        super().__init__(data, files, initial=dict(initial or {}))  # type: ignore[arg-type]
        self.viewer = viewer
        self.prepare()
        self._drop_fields_not_open(viewer)
        describe_widgets(self)

    def prepare(self) -> None:
        """Fill in choices for the viewer; comes before what was typed is checked."""

    def _drop_fields_not_open(self, viewer: Viewer) -> None:
        for name in list(self.fields):
            if name in self.unstored:
                continue
            if name not in self.writes:
                raise ImproperlyConfigured(f"[{type(self).__name__}.{name}] names no model field.")
            model, attribute = self.writes[name]
            category_of(model, attribute)
            if not may_access(viewer, model, attribute, Action.CHANGE):
                del self.fields[name]


class PlainForm(forms.Form):
    """A form that writes no protected field: search boxes and sign-in."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Build the form with the design system's classes."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        self.prepare()
        describe_widgets(self)

    def prepare(self) -> None:
        """Fill in choices; comes before what was typed is checked."""


class PeriodForm(PlainForm):
    """A form that asks, among other things, from which day until which: ``since`` and ``until``."""

    def clean(self) -> dict[str, object]:
        """Refuse a period that ends before it begins."""
        told: dict[str, object] = self.cleaned_data
        since, until = told.get("since"), told.get("until")
        if isinstance(since, date) and isinstance(until, date) and until < since:
            self.add_error("until", "Give a day that is not before the first.")
        return told


FormType = TypeVar("FormType", bound=forms.Form)

_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxInput, "usa-checkbox__input"),
    # Before its parent: several may be ticked, and it has to look so.
    (forms.CheckboxSelectMultiple, "usa-checkbox__input"),
    (forms.RadioSelect, "usa-radio__input"),
    (forms.Textarea, "usa-textarea"),
    (forms.Select, "usa-select"),
    (forms.FileInput, "usa-file-input"),
    (forms.Widget, "usa-input"),
)


def describe_widgets(form: forms.Form) -> None:
    """Give each input the design system's class, and mark those in error."""
    for name, field in form.fields.items():
        kind = next(css for widget, css in _CLASSES if isinstance(field.widget, widget))
        error = " usa-input--error" if form.is_bound and name in form.errors else ""
        field.widget.attrs["class"] = f"{kind}{error}"
        if form.is_bound and name in form.errors:
            field.widget.attrs["aria-invalid"] = "true"
