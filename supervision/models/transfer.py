"""Cases offered by one office to another."""

from django.db import models
from django.db.models import F, Q

from offenders.models.person import PersonFact
from ots.access.models import Office, User
from supervision.choices.transfer import OfferState, TransferReason


class CaseOffer(PersonFact):
    """An office's offer to give a case to another office, and what that office answered."""

    from_office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    to_office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="case_offers")
    why = models.CharField(max_length=10, choices=TransferReason)
    handover = models.TextField(
        max_length=2000, blank=True, help_text="What the next agent has to know."
    )
    offered_on = models.DateField()
    state = models.CharField(max_length=9, choices=OfferState, default=OfferState.OPEN)
    answered_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=200, blank=True)

    class Meta(PersonFact.Meta):
        """One open offer a person, to another office."""

        ordering = ["-offered_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(state="open", superseded_at__isnull=True),
                name="case_is_offered_once",
            ),
            models.CheckConstraint(
                condition=~Q(from_office=F("to_office")), name="case_is_offered_to_another_office"
            ),
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("offered_on")),
                name="case_offer_is_answered_after_it",
            ),
        ]
        indexes = [
            models.Index(
                fields=["to_office"],
                condition=Q(state="open", superseded_at__isnull=True),
                name="case_offer_open",
            )
        ]
