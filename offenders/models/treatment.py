"""Substance-use treatment, and the consents without which nobody is told of it (42 CFR Part 2)."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from offenders.models.person import PersonFact
from ots.access.models import Agency


class Treatment(PersonFact):
    """Treatment by a program whose records federal law protects."""

    program = models.CharField(max_length=120)
    service = models.CharField(max_length=80, help_text="As outpatient counseling.")
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=120, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first; treatment ends after it begins."""

        ordering = ["-began_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="treatment_ends_after_it_begins",
            )
        ]


class TreatmentConsent(PersonFact):
    """The person's written consent that an agency may be told, for a purpose and until a day."""

    recipient = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=120)
    signed_on = models.DateField()
    expires_on = models.DateField(help_text="First day on which it no longer counts.")
    revoked_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first; a consent ends after it was given."""

        ordering = ["-signed_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__gt=F("signed_on")), name="consent_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(revoked_on__isnull=True) | Q(revoked_on__gte=F("signed_on")),
                name="consent_is_revoked_after_it_was_given",
            ),
        ]

    @classmethod
    def standing(cls, now: datetime) -> "models.QuerySet[TreatmentConsent]":
        """Return the consents that count at the moment."""
        today = timezone.localdate(now)
        unrevoked = Q(revoked_on__isnull=True) | Q(revoked_on__gt=today)
        return cls.objects.filter(
            unrevoked, superseded_at__isnull=True, signed_on__lte=today, expires_on__gt=today
        )
