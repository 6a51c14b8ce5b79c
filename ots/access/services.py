"""Giving a user his role outside of the administration pages."""

from django.contrib.auth.models import Group
from django.db import transaction

from ots.access.models import User
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record

ADMINISTRATOR = "Administrator"


class UnknownRoleError(Exception):
    """There is no such role or user; the message lists what there is."""


@transaction.atomic
def give_role(username: str, role: str) -> User:
    """Give a role to a user by name, as only the console may: the first administrator needs it.

    Raises ``UnknownRoleError`` naming what was found and what there is.
    """
    user = User.objects.filter(username=username).first()
    if user is None:
        raise UnknownRoleError(
            f"There is no user [{username}]: create one with manage.py createsuperuser first."
        )
    group = Group.objects.filter(name=role).first()
    if group is None:
        known = ", ".join(Group.objects.order_by("name").values_list("name", flat=True))
        raise UnknownRoleError(f"There is no role [{role}]. There are: {known}.")
    with occasion(Event.ROLE_GIVEN.name):
        user.groups.add(group)
        if role == ADMINISTRATOR and not user.is_staff:
            user.is_staff = True
            user.save(update_fields=["is_staff"])
        record(Event.ROLE_GIVEN, actor=None, target=user, details={"role": role})
    return user
