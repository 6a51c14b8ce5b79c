"""Security incidents: what was noticed, what was done about it, and who was told.

Reports, steps and notices are evidence: rows are only added.
"""

from datetime import datetime, timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

LONGEST_HOURS = 72


class IncidentKind(models.TextChoices):
    """What seems to have happened."""

    ACCOUNT = "account", "Somebody used another's account"
    ACCESS = "access", "Records were opened without a need"
    DISCLOSURE = "disclosure", "Records went to the wrong person"
    DEVICE = "device", "A device, token or paper was lost or stolen"
    PHISHING = "phishing", "A password or code was given to a stranger"
    MALWARE = "malware", "Harmful software"
    CHANGE = "change", "Records were changed or lost"
    OUTAGE = "outage", "The system was attacked or made to stop"
    OTHER = "other", "Something else"


class IncidentState(models.TextChoices):
    """Where an incident stands."""

    REPORTED = "reported", "Reported"
    CONFIRMED = "confirmed", "Confirmed"
    CONTAINED = "contained", "Contained"
    CLOSED = "closed", "Closed"
    NONE = "none", "No incident"


# What may follow what; an incident that was closed may turn out not to be over.
NEXT: dict[str, tuple[IncidentState, ...]] = {
    IncidentState.REPORTED: (IncidentState.CONFIRMED, IncidentState.NONE),
    IncidentState.CONFIRMED: (IncidentState.CONTAINED, IncidentState.NONE),
    IncidentState.CONTAINED: (IncidentState.CLOSED, IncidentState.CONFIRMED),
    IncidentState.CLOSED: (IncidentState.CONFIRMED,),
    IncidentState.NONE: (IncidentState.CONFIRMED,),
}
ENDED = (IncidentState.CLOSED, IncidentState.NONE)


class ReportingTime(models.Model):
    """Within how many hours of its discovery an incident is to be reported, from a day on."""

    since = models.DateField(unique=True, help_text="First day on which it counts.")
    hours = models.PositiveSmallIntegerField(
        validators=[MinValueValidator(1), MaxValueValidator(LONGEST_HOURS)]
    )
    citation = models.CharField(max_length=200, help_text="The policy that asks for it.")
    standing = models.CharField(
        max_length=10, help_text="How sure the row is: verified, recalled or inferred."
    )

    class Meta:
        """Newest first; a new time is a new row."""

        ordering = ["-since"]
        constraints = [
            models.CheckConstraint(
                condition=Q(hours__gte=1, hours__lte=LONGEST_HOURS),
                name="incidents_are_reported_within_days",
            )
        ]

    def __str__(self) -> str:
        """Return the hours and since when."""
        return f"{self.hours} hours since {self.since}"


class Incident(models.Model):
    """What somebody noticed, as he reported it."""

    kind = models.CharField(max_length=10, choices=IncidentKind)
    discovered_at = models.DateTimeField(help_text="When it was noticed: the clock starts.")
    hours = models.PositiveSmallIntegerField(help_text="Within which it was to be reported.")
    where = models.CharField(max_length=160)
    description = models.TextField()
    may_concern_records = models.BooleanField()
    why_late = models.CharField(max_length=300, blank=True)
    reported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reported_at = models.DateTimeField()

    class Meta:
        """Newest first; who reports late says why."""

        ordering = ["-reported_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reported_at__gte=F("discovered_at")),
                name="incident_is_reported_after_it_was_noticed",
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"incident {self.pk}"

    @property
    def due_at(self) -> datetime:
        """Return until when it was to be reported."""
        return self.discovered_at + timedelta(hours=self.hours)

    @property
    def is_late(self) -> bool:
        """Say whether it was reported after its time."""
        return self.reported_at > self.due_at


class IncidentStep(models.Model):
    """One step of handling an incident: where it stands now, and what was done."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10, choices=IncidentState)
    note = models.TextField()
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    taken_at = models.DateTimeField()

    class Meta:
        """In the order they were taken."""

        ordering = ["taken_at", "pk"]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"step {self.pk} of incident {self.incident_id}"


class IncidentNotice(models.Model):
    """Somebody outside was told of an incident."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="notices")
    told = models.CharField(max_length=160, help_text="Name and office of who was told.")
    means = models.CharField(max_length=80, help_text="Telephone, e-mail, in person.")
    told_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    recorded_at = models.DateTimeField()

    class Meta:
        """In the order they were told."""

        ordering = ["told_at", "pk"]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"notice {self.pk} of incident {self.incident_id}"
