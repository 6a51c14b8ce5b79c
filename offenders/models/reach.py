"""Who was given one person's record, apart from role and office: by whom, why, and until when."""

from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from offenders.models.person import Person


class GrantTerms(models.Model):
    """What every grant says besides to whom; the times are read whenever reach is decided."""

    reason = models.CharField(max_length=200, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    given_at = models.DateTimeField(auto_now_add=True, null=True)
    open_from = models.DateTimeField(null=True, blank=True, help_text="Empty: from the first.")
    open_until = models.DateTimeField(null=True, blank=True, help_text="Empty: until taken back.")

    class Meta:
        """Shared columns only."""

        abstract = True

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"{self._meta.verbose_name} {self.pk}"

    @classmethod
    def standing(cls, now: datetime) -> models.QuerySet[Self]:
        """Return the grants that are open at the moment."""
        begun = Q(open_from__isnull=True) | Q(open_from__lte=now)
        not_over = Q(open_until__isnull=True) | Q(open_until__gt=now)
        return cls._default_manager.filter(begun, not_over)


TIMES_IN_ORDER = (
    Q(open_until__isnull=True) | Q(open_from__isnull=True) | Q(open_until__gte=F("open_from"))
)


class PersonUserObjectPermission(GrantTerms, UserObjectPermissionBase):
    """A user's right on one person; a real foreign key, so that no cast slows the join."""

    content_object = models.ForeignKey(Person, on_delete=models.CASCADE)

    class Meta(UserObjectPermissionBase.Meta):
        """One grant a user and person; a grant ends after it begins."""

        verbose_name = "grant of a person to a user"
        constraints = [
            models.CheckConstraint(condition=TIMES_IN_ORDER, name="grant_ends_after_it_begins")
        ]


class PersonGroupObjectPermission(GrantTerms, GroupObjectPermissionBase):
    """A group's right on one person."""

    content_object = models.ForeignKey(Person, on_delete=models.CASCADE)

    class Meta(GroupObjectPermissionBase.Meta):
        """One grant a group and person; a grant ends after it begins."""

        verbose_name = "grant of a person to a role"
        constraints = [
            models.CheckConstraint(
                condition=TIMES_IN_ORDER, name="group_grant_ends_after_it_begins"
            )
        ]
