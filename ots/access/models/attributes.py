"""What the policy asks to be known of an account beside its agency, roles and training."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from ots.access.models.recorded import Fact


class AccountAttributes(Fact):
    """The attributes of an account as somebody recorded them; a change is a newer row.

    CJIS Security Policy 5.9.5, AC-2(d)(3). The employer and its ORI are the account's agency, the
    unique subject is that of the agency's provider or the user name.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="attributes"
    )
    telephone = models.CharField("telephone at work", max_length=30, blank=True)
    is_sworn = models.BooleanField("sworn law-enforcement officer", default=False)
    has_ndex_privilege = models.BooleanField("may use N-DEx", default=False)
    certified_on = models.DateField("28 CFR certified on", null=True, blank=True)
    certified_until = models.DateField(
        "28 CFR certification ends",
        null=True,
        blank=True,
        help_text="First day on which it no longer counts.",
    )

    class Meta(Fact.Meta):
        """Newest first; one row stands for an account."""

        ordering = ["-recorded_at", "-pk"]
        verbose_name = "attributes of an account"
        verbose_name_plural = "attributes of accounts"
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(superseded_at__isnull=True),
                name="account_has_one_set_of_attributes",
            ),
            models.CheckConstraint(
                condition=Q(certified_on=None, certified_until=None)
                | Q(certified_on__isnull=False, certified_until__gt=F("certified_on")),
                name="certification_has_both_its_days",
            ),
        ]
