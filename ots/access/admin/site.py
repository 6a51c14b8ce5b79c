"""The administration site and the bases of its pages; no person's record is on it.

Who gets in and what shows is decided by ``Viewer`` and ``may_access`` as on every other page: a
superuser without the role stays outside, and a change of a role counts from the next request.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from django.contrib.admin import AdminSite, SimpleListFilter
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import resolve_url

from ots.access.admin.searching import SealedSearch
from ots.access.fields import may_access
from ots.access.pages import viewer_of
from ots.access.permissions import Permission
from ots.audit.services import record_denial


class OtsAdminSite(AdminSite):
    """Open to administrators, and for the trail alone to auditors."""

    site_header = "OTS administration"
    site_title = "OTS"
    index_title = "Administration"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        """Let in whose role says so; an administrator's account must be marked as staff too."""
        viewer = viewer_of(request)
        if viewer.may(Permission.AUDIT_VIEW):
            return True
        return request.user.is_staff and viewer.may(Permission.ADMIN_USE)

    def login(
        self, request: HttpRequest, extra_context: dict[str, object] | None = None
    ) -> HttpResponse:
        """Send to our sign-in page; who is signed in without the right is refused."""
        if request.user.is_authenticated:
            record_denial(
                actor=viewer_of(request).user,
                details={"view": "admin", "why": f"lacks {Permission.ADMIN_USE.codename}"},
            )
            raise PermissionDenied("Your role does not include administration.")
        return redirect_to_login(request.GET.get("next") or resolve_url("admin:index"))


site = OtsAdminSite()

Filter = str | type[SimpleListFilter]


class OpenAdmin(SealedSearch):
    """For tables that say nothing about a person; administrators add and change, nobody deletes.

    Rows that are out of use are marked so, for records of the past still name them.
    """

    actions = None

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the app to administrators."""
        return _administers(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Show rows to administrators."""
        return _administers(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Let administrators add rows."""
        return _administers(request)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Let administrators change rows."""
        return _administers(request)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Delete nothing."""
        return False


class ProtectedAdmin(SealedSearch):
    """For tables with protected fields: read-only, each field shown, searched and filtered
    only where ``may_access`` opens it to the viewer.
    """

    actions = None
    # What the viewer must hold to see the table at all.
    permission: Permission
    # Which model field a computed column tells.
    tells: ClassVar[Mapping[str, str]] = {}
    list_filter: ClassVar[tuple[Filter, ...]] = ()

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the app to those who hold the permission."""
        return viewer_of(request).may(self.permission)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Show rows to those who hold the permission."""
        return viewer_of(request).may(self.permission)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Add nothing."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Change nothing."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        """Delete nothing."""
        return False

    def get_fields(self, request: HttpRequest, obj: models.Model | None = None) -> tuple[str, ...]:
        """Return the declared fields that are open."""
        return self._open(request, _names(self.fields))

    def get_list_display(self, request: HttpRequest) -> tuple[str, ...]:
        """Return the columns that are open."""
        return self._open(request, _names(self.list_display))

    def get_list_filter(self, request: HttpRequest) -> tuple[Filter, ...]:
        """Return the filters on fields that are open."""
        viewer = viewer_of(request)
        return tuple(
            declared
            for declared in self.list_filter
            if may_access(viewer, self.model, _filtered_field(declared))
        )

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:
        """Return the searched fields that are open."""
        return self._open(request, _names(self.search_fields))

    def get_sortable_by(self, request: HttpRequest) -> tuple[str, ...]:
        """Return the columns by which may be sorted: the open ones."""
        return self.get_list_display(request)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Refuse filters typed into the address on anything but the declared open filters."""
        if request is None:
            return False
        offered = map(_filtered_field, self.get_list_filter(request))
        return lookup.split("__")[0] in set(offered)

    def _open(self, request: HttpRequest, names: Iterable[str]) -> tuple[str, ...]:
        viewer = viewer_of(request)
        return tuple(name for name in names if may_access(viewer, self.model, self._field(name)))

    def _field(self, name: str) -> str:
        plain = name.lstrip("=^@")
        return self.tells.get(plain, plain.split("__")[0])


def _filtered_field(declared: Filter) -> str:
    """Return the model field that a filter reads: its own name, or a filter class's parameter."""
    return declared if isinstance(declared, str) else str(declared.parameter_name)


def _names(declared: Sequence[object] | None) -> list[str]:
    return [str(name) for name in declared or ()]


def _administers(request: HttpRequest) -> bool:
    return viewer_of(request).may(Permission.ADMIN_USE)
