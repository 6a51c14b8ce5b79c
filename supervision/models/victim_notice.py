"""Victims, walled off, and what they are told."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from offenders.models import Person
from ots.access.models import Fact
from supervision.choices import victim_notice as choices


class ProtectedVictim(models.Model):
    """A victim of one person; who it is stands in the particulars."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="protected_victims")
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """In order of coming in."""

        ordering = ["pk"]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"victim {self.pk}"


class VictimParticulars(Fact):
    """Who the victim is and how to reach him or her; a change is a newer row."""

    victim = models.ForeignKey(
        ProtectedVictim, on_delete=models.PROTECT, related_name="particulars"
    )
    name = models.CharField(max_length=120)
    preferred_name = models.CharField(max_length=80, blank=True)
    language = models.CharField(max_length=40, blank=True)
    channel = models.CharField(max_length=10, choices=choices.Channel, default=choices.Channel.MAIL)
    wants_notice = models.BooleanField(default=True, help_text="Asked to be told.")
    street = models.CharField(max_length=120, blank=True)
    city = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=2, blank=True, default="MI")
    postal_code = models.CharField(max_length=10, blank=True)
    phone = models.CharField(max_length=20, blank=True)
    email = models.CharField(max_length=120, blank=True)
    safety_note = models.TextField(blank=True, help_text="How and when it is safe to reach.")

    class Meta(Fact.Meta):
        """One current row a victim."""

        verbose_name_plural = "victim particulars"
        constraints = [
            models.UniqueConstraint(
                fields=["victim"],
                condition=Q(superseded_at__isnull=True),
                name="victim_has_one_particulars",
            )
        ]


class VictimNotice(models.Model):
    """A victim is to be told of something by a day; settled by an attempt that reached."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="victim_notices")
    victim = models.ForeignKey(ProtectedVictim, on_delete=models.PROTECT, related_name="notices")
    trigger = models.CharField(max_length=16, choices=choices.NoticeTrigger)
    event_on = models.DateField()
    due_on = models.DateField()
    blocks = models.BooleanField(default=False)
    citation = models.CharField(max_length=200)
    standing = models.CharField(max_length=10)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Due first first; told once of one event."""

        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["victim", "trigger", "event_on"], name="victim_told_once_of_an_event"
            )
        ]
        indexes = [models.Index(fields=["person", "due_on"], name="notice_of_person_by_day")]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"victim notice {self.pk}"


class NoticeAttempt(models.Model):
    """One attempt to deliver a notice; never changed."""

    notice = models.ForeignKey(VictimNotice, on_delete=models.PROTECT, related_name="attempts")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    channel = models.CharField(max_length=10, choices=choices.Channel)
    result = models.CharField(max_length=10, choices=choices.NoticeResult)
    note = models.TextField(blank=True)

    class Meta:
        """In order."""

        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"attempt {self.pk} of a victim notice"
