"""Who may see and change what: every role with every category and right, as the data stand."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db.models import Count, Q

from ots.access.categories import Action, Category, category_codename
from ots.access.permissions import Permission
from ots.access.viewer import BOUND_TO_CONSENT, BOUND_TO_TASK, Viewer

CELLS = {
    (False, False): "",
    (True, False): "sees",
    (True, True): "sees and changes",
    (False, True): "changes only",
}


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role with its cell for each category, its rights, and how many users hold it."""

    name: str
    users: int
    cells: tuple[str, ...]
    rights: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RolesTable:
    """The table for auditors."""

    categories: tuple[str, ...]
    rows: tuple[RoleRow, ...]


def roles_table(viewer: Viewer) -> RolesTable:
    """Return the table from the roles as they are now: two queries."""
    viewer.require(Permission.ACCESS_EXPLAIN)
    active = Count("user", filter=Q(user__is_active=True), distinct=True)
    groups = Group.objects.order_by("name").annotate(users=active).prefetch_related("permissions")
    return RolesTable(
        categories=tuple(_heading(category) for category in Category),
        rows=tuple(_row(group) for group in groups),
    )


def _heading(category: Category) -> str:
    if category in BOUND_TO_CONSENT:
        return f"{category.label} (with consent)"
    if category in BOUND_TO_TASK:
        return f"{category.label} (with a task)"
    return category.label


def _row(group: Group) -> RoleRow:
    held = {permission.codename for permission in group.permissions.all()}
    return RoleRow(
        name=group.name,
        users=getattr(group, "users", 0),
        cells=tuple(
            CELLS[
                category_codename(category, Action.VIEW) in held,
                category_codename(category, Action.CHANGE) in held,
            ]
            for category in Category
        ),
        rights=tuple(each.label for each in Permission if each.codename in held),
    )
