"""Who needs a second factor: the one place that decides."""

from django.conf import settings

from ots.access.demo_users import DEMO_USERS
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer

# What shows nothing about anybody; every other right, and every field category, may show or
# change criminal justice information or the rights to it.
OPEN_WITH_ONE_FACTOR = frozenset({Permission.HOME_VIEW, Permission.COMPONENTS_VIEW})

_DEMO_NAMES = frozenset(each.username for each in DEMO_USERS)


def needs_second_factor(viewer: Viewer) -> bool:
    """Say whether what the viewer may do asks for a second factor at sign-in."""
    more = viewer.codenames - {each.codename for each in OPEN_WITH_ONE_FACTOR}
    return bool(more or viewer.bound)


def is_excused(user: User) -> bool:
    """Say whether it is a demonstration's account, under the settings of a demonstration."""
    return bool(settings.DEMONSTRATION) and user.username in _DEMO_NAMES
