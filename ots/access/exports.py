"""Lists that leave as files: only columns the viewer may see, and a line in the trail."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from django.db import models

from ots.access.categories import Category
from ots.access.fields import HIDDEN, PLAIN, category_of, mask, visible_fields
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

    What leaves is in the log of disclosures: to whom and for what ``release`` says, or the viewer
    when he was asked; without either, for the viewer's own work.
    """
    viewer.require(Permission.PEOPLE_EXPORT)
    open_columns = visible_fields(viewer, model, columns)
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(open_columns)
    keys: list[int] = []
    for item in records:
        shown = mask(viewer, item)
        writer.writerow([_cell(getattr(shown, column)) for column in open_columns])
        keys.append(getattr(item, "person_id", item.pk))
    record_view(
        Event.PEOPLE_EXPORTED,
        actor=viewer.user,
        people=keys,
        details={"list": list_name, "columns": list(open_columns), "rows": len(keys)},
        reason=viewer.reasons_for(keys),
    )
    categories = {str(category_of(model, column)) for column in open_columns} - {PLAIN}
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


def _cell(value: object) -> str:
    if value is HIDDEN or value is None:
        return ""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
