"""Who is looking: the user with all that decides what may be done and seen, read once a request."""

from dataclasses import dataclass, field

from django.contrib.auth.models import Permission as DjangoPermission
from django.db.models import Q
from guardian.shortcuts import get_objects_for_user

from ots.access.categories import Action, Category, category_codename
from ots.access.models import Office, User
from ots.access.permissions import Permission


class NotAllowedError(Exception):
    """The viewer lacks the right; the message says which."""


@dataclass(frozen=True, slots=True)
class Viewer:
    """The one who reads or writes; every selector and service takes it first."""

    user: User | None
    codenames: frozenset[str]
    office_ids: frozenset[int] = frozenset()
    name: str = field(default="")

    def may(self, permission: Permission) -> bool:
        """Say whether the viewer holds the permission at all (scope is decided apart)."""
        return permission.codename in self.codenames

    def may_category(self, category: Category, action: Action = Action.VIEW) -> bool:
        """Say whether fields of the category are open to the viewer, inside his scope."""
        return category_codename(category, action) in self.codenames

    def require(self, permission: Permission) -> None:
        """Raise ``NotAllowedError`` unless the viewer holds the permission."""
        if not self.may(permission):
            raise NotAllowedError(f"[{self}] lacks the right [{permission.codename}].")

    def __str__(self) -> str:
        """Return the name for messages."""
        return self.name or (str(self.user) if self.user else "nobody")


NOBODY = Viewer(user=None, codenames=frozenset(), name="nobody")


def viewer_for(user: User) -> Viewer:
    """Read what the user may do: one query for permissions, one for the offices he supervises."""
    if not user.is_authenticated or not user.is_active:
        return NOBODY
    return Viewer(
        user=user,
        codenames=frozenset(_codenames(user)),
        office_ids=frozenset(_offices(user)),
    )


def system_viewer(name: str) -> Viewer:
    """Return the viewer of a command or task that works on behalf of nobody in particular."""
    everything = {permission.codename for permission in Permission} | {
        category_codename(category, action) for category in Category for action in Action
    }
    return Viewer(user=None, codenames=frozenset(everything), name=name)


def _codenames(user: User) -> set[str]:
    # Deliberately no shortcut for superusers: even they see records only through a role.
    held = DjangoPermission.objects.filter(
        Q(group__user=user) | Q(user=user), content_type__app_label="access"
    )
    return set(held.values_list("codename", flat=True))


def _offices(user: User) -> set[int]:
    offices = get_objects_for_user(
        user,
        "supervise_office",
        klass=Office,
        with_superuser=False,
        accept_global_perms=False,
    )
    return set(offices.values_list("pk", flat=True))
