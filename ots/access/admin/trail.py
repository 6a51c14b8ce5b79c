"""The audit trail as auditors read it: what was changed shows only where they may see it."""

from collections.abc import Mapping
from typing import ClassVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ots.access.admin.searching import searched_for
from ots.access.admin.site import Filter, ProtectedAdmin, site
from ots.access.fields import (
    HIDDEN,
    has_stricter_rows,
    is_protected,
    may_access,
    row_is_open,
)
from ots.access.pages import viewer_of
from ots.access.permissions import Permission
from ots.access.searching import TERMS, is_search
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.models import AuditEntry
from ots.audit.services import JsonValue, record_view


def visible_changes(viewer: Viewer, entry: AuditEntry) -> dict[str, str]:
    """Return each changed field with its change, withheld where the field is not open.

    Changes of tables that no longer exist are withheld; tables about nobody show.
    """
    changes = entry.changes if isinstance(entry.changes, Mapping) else {}
    model = entry.content_type.model_class()
    row_open = model is not None and _row_is_open(viewer, model, entry)
    return {
        name: _sentence(change) if row_open and _is_open(viewer, model, name) else str(HIDDEN)
        for name, change in changes.items()
    }


def _is_open(viewer: Viewer, model: type[models.Model], name: str) -> bool:
    return may_access(viewer, model, name) if is_protected(model) else True


def _row_is_open(viewer: Viewer, model: type[models.Model], entry: AuditEntry) -> bool:
    if not entry.object_pk:
        return True
    # Rows that a court or the law closes are read as on every page: as though they were not there.
    row = model._default_manager.filter(pk=entry.object_pk).first()
    if row is None:
        return not (has_stricter_rows(model) or hasattr(model, "closed_by"))
    return row_is_open(viewer, row)


# What was done to a set of rows, such as a role's permissions.
_DONE = {"add": "added", "delete": "taken away"}


def _sentence(change: object) -> str:
    if isinstance(change, Mapping):
        named = (str(each).rsplit(" | ", 1)[-1] for each in change.get("objects", ()))
        return f"{_DONE.get(str(change.get('operation')), 'changed')}: {'; '.join(named)}"
    if isinstance(change, list | tuple) and len(change) == 2:  # noqa: PLR2004  before and after
        return f"{change[0]} → {change[1]}"
    return str(HIDDEN)


class EventFilter(admin.SimpleListFilter):
    """Entries of one kind of event, from the catalogue rather than from the whole table."""

    title = "event"
    parameter_name = "event"

    def lookups(
        self, request: HttpRequest, model_admin: "admin.ModelAdmin[models.Model]"
    ) -> list[tuple[str, str]]:
        """List the catalogue."""
        return [(event.name, event.sentence) for event in Event]

    def queryset(
        self, request: HttpRequest, queryset: models.QuerySet[models.Model]
    ) -> models.QuerySet[models.Model]:
        """Keep the entries of the event chosen."""
        return queryset.filter(event=self.value()) if self.value() else queryset


@admin.register(AuditEntry, site=site)
class TrailAdmin(ProtectedAdmin):
    """Who did or saw what, when; read-only, and reading it is recorded too."""

    permission = Permission.AUDIT_VIEW
    tells = {
        "sentence": "event",
        "touched": "object_repr",
        "shown_changes": "changes",
        "request_number": "cid",
    }
    list_display = ["timestamp", "sentence", "touched", "person_id", "categories", "request_number"]
    list_filter: ClassVar[tuple[Filter, ...]] = (EventFilter, "action", "timestamp")
    list_select_related = ["actor", "content_type"]
    search_fields = ["=cid", "=person_id", "=object_pk", "actor__username", "actor__last_name"]
    search_help_text = "Request number, person number, record number, or user."
    show_full_result_count = False
    fields = [
        "timestamp",
        "sentence",
        "actor",
        "remote_addr",
        "request_number",
        "touched",
        "person_id",
        "categories",
        "additional_data",
        "shown_changes",
    ]

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> models.Model | None:
        """Find the entry, with its changes as this viewer may see them, and record the look."""
        entry = super().get_object(request, object_id, from_field)
        if isinstance(entry, AuditEntry):
            viewer = viewer_of(request)
            setattr(entry, _SHOWN, visible_changes(viewer, entry))
            _record_look(viewer, person_id=entry.person_id, details={"entry": entry.pk})
        return entry

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """Show the list and record the look."""
        if not is_search(request):
            query = request.GET.copy()
            query.pop(TERMS, None)
            terms, details = searched_for(request), {"query": query.urlencode()}
            _record_look(viewer_of(request), details=details, terms=terms)
        return super().changelist_view(request, extra_context)

    @admin.display(description="what happened")
    def sentence(self, entry: AuditEntry) -> str:
        """Return who did what."""
        actor = entry.actor or "The system"
        return f"{actor} {_words(entry)}"

    @admin.display(description="record")
    def touched(self, entry: AuditEntry) -> str:
        """Return the kind and number of the record."""
        return str(entry.object_repr)

    @admin.display(description="request number", ordering="cid")
    def request_number(self, entry: AuditEntry) -> str:
        """Return the number under which all entries of one request stand."""
        return str(entry.cid or "")

    @admin.display(description="changes")
    def shown_changes(self, entry: AuditEntry) -> SafeString:
        """Return the changed fields with what may be seen of them."""
        changes: dict[str, str] = getattr(entry, _SHOWN, {})
        rows = format_html_join("", "<li><strong>{}</strong>: {}</li>", changes.items())
        return format_html("<ul>{}</ul>", rows)


_SHOWN = "_changes_shown_to_viewer"


def _words(entry: AuditEntry) -> str:
    if entry.event:
        return Event[entry.event].sentence
    return f"{entry.get_action_display()}d {entry.object_repr}"


def _record_look(
    viewer: Viewer,
    *,
    details: Mapping[str, JsonValue],
    person_id: int | None = None,
    terms: Mapping[str, str] | None = None,
) -> None:
    record_view(
        Event.TRAIL_READ, actor=viewer.user, person_id=person_id, details=details, terms=terms
    )
