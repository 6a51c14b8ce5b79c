"""Who was given one person's record, apart from role and office."""

from django.db import models
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from offenders.models.person import Person


class PersonUserObjectPermission(UserObjectPermissionBase):
    """A user's right on one person; a real foreign key, so that no cast slows the join."""

    content_object = models.ForeignKey(Person, on_delete=models.CASCADE)


class PersonGroupObjectPermission(GroupObjectPermissionBase):
    """A group's right on one person."""

    content_object = models.ForeignKey(Person, on_delete=models.CASCADE)
