"""Leave to travel."""

from django.db import models
from django.db.models import F, Q

from offenders.models.person import PersonFact
from supervision.choices import travel as choices


class TravelPermit(PersonFact):
    """A request to travel and what became of it; each change is a newer fact."""

    asked_on = models.DateField()
    departs_on = models.DateField()
    returns_on = models.DateField(help_text="Last day away.")
    status = models.CharField(max_length=10, choices=choices.TravelStatus)
    place = models.CharField(max_length=120, help_text="City or county.")
    state = models.CharField(max_length=2)
    address = models.CharField(max_length=160, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    purpose = models.CharField(max_length=200)
    companions = models.CharField(max_length=200, blank=True)
    transport = models.CharField(
        max_length=8, choices=choices.Transport, default=choices.Transport.CAR
    )
    checks = models.JSONField(default=list, help_text="What was found when it was decided.")
    decision = models.TextField(blank=True, help_text="Why it was granted or denied.")
    conditions = models.TextField(blank=True)
    decided_on = models.DateField(null=True, blank=True)
    back_on = models.DateField(null=True, blank=True)
    return_report = models.TextField(blank=True)

    class Meta(PersonFact.Meta):
        """Newest first; nobody is back before leaving."""

        ordering = ["-departs_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(returns_on__gte=F("departs_on")), name="travel_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=Q(status="requested") | ~Q(decision=""), name="travel_decision_has_reason"
            ),
        ]
