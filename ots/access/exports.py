"""Lists that leave as files: only columns the viewer may see, and a line in the trail."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from django.db import models

from ots.access.categories import Category
from ots.access.fields import (
    HIDDEN,
    PLAIN,
    UndeclaredFieldError,
    category_of,
    mask,
    may_access,
)
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.disclosures import Purpose, Release, disclose
from ots.audit.events import Event
from ots.audit.models import Medium
from ots.audit.services import record_view

# A spreadsheet runs what begins with these.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

# What 42 CFR 2.32(a)(2) wants on every disclosure of substance-use treatment.
REDISCLOSURE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."


def export_csv(
    viewer: Viewer,
    model: type[models.Model],
    records: Iterable[models.Model],
    columns: Sequence[str],
    *,
    list_name: str,
    release: Release | None = None,
) -> str:
    """Return the records as CSV; columns not open to the viewer are left out, header and all.

    A column may lead over links, as ``case__person__full_name``: each step has to be open.
    What leaves is in the log of disclosures: to whom and for what ``release`` says, or the viewer
    when he was asked; without either, for the viewer's own work.
    """
    viewer.require(Permission.PEOPLE_EXPORT)
    open_columns = [each for each in columns if _is_open(viewer, model, each)]
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(open_columns)
    keys: list[int] = []
    for item in records:
        writer.writerow(_line(mask(viewer, item), open_columns))
        keys.append(getattr(item, "person_id", item.pk))
    record_view(
        Event.PEOPLE_EXPORTED,
        actor=viewer.user,
        people=keys,
        details={"list": list_name, "columns": list(open_columns), "rows": len(keys)},
        reason=viewer.reasons_for(keys),
    )
    categories = _categories(model, open_columns)
    if notice_for(categories):
        writer.writerow([REDISCLOSURE])
    if keys and categories:
        disclose(
            release or viewer.release or own_use(viewer),
            actor=viewer.user,
            people=keys,
            categories=categories,
            medium=Medium.CSV,
            document=list_name,
            content=text.getvalue().encode(),
        )
    return text.getvalue()


def notice_for(categories: Iterable[str]) -> str:
    """Return the notice that must go with what holds values of these categories, if any."""
    return REDISCLOSURE if Category.SUBSTANCE_USE in set(categories) else ""


def own_use(viewer: Viewer) -> Release:
    """Return the release of a list that a user takes along for the work he is assigned."""
    agency = getattr(viewer.user, "agency", None)
    return Release(
        recipient=str(viewer),
        recipient_agency=str(agency or ""),
        recipient_ori=getattr(agency, "ori", ""),
        authority="The user's own duties",
        purpose=Purpose.CRIMINAL_JUSTICE,
    )


def spreadsheet_cell(value: object) -> str:
    """Return a value as a spreadsheet takes it: empty where withheld, and never to be run."""
    if value is HIDDEN or value is None:
        return ""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def _line(shown: object, columns: Iterable[str]) -> list[str]:
    return [spreadsheet_cell(value_at(shown, column)) for column in columns]


def _steps(model: type[models.Model], column: str) -> Iterator[tuple[type[models.Model], str]]:
    """Each field on the way to a column's value, with the model that it is of."""
    at: type[models.Model] | None = model
    for name in column.split("__"):
        if at is None:
            raise UndeclaredFieldError(f"[{column}] leads over [{name}], but not from a link.")
        yield at, name
        at = _linked(at, name)


def _linked(model: type[models.Model], name: str) -> type[models.Model] | None:
    fields = {field.name: field.related_model for field in model._meta.get_fields()}
    linked = fields.get(name)
    return linked if isinstance(linked, type) else None


def _categories(model: type[models.Model], columns: Iterable[str]) -> set[str]:
    steps = (step for column in columns for step in _steps(model, column))
    return {str(category_of(*step)) for step in steps} - {PLAIN}


def _is_open(viewer: Viewer, model: type[models.Model], column: str) -> bool:
    return all(may_access(viewer, *step) for step in _steps(model, column))


def value_at(shown: object, column: str) -> object:
    """Return the value to which a column leads from a masked row, as far as the way is open."""
    for name in column.split("__"):
        shown = getattr(shown, name)
        if shown is HIDDEN or shown is None:
            break
    return shown
