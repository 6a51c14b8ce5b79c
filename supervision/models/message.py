"""Messages that go out, and how a person wants to be reminded."""

from django.db import models
from django.db.models import Q

from offenders.models.person import Person, PersonFact
from ots.access.models import User
from supervision.choices import message as choices


class ReminderWish(PersonFact):
    """Whether, by what and in which language a person is reminded."""

    opted_out = models.BooleanField(default=False)
    channel = models.CharField(max_length=5, choices=choices.Channel, default=choices.Channel.SMS)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=20, blank=True)
    language = models.CharField(
        max_length=2, choices=choices.Language, default=choices.Language.ENGLISH
    )

    class Meta(PersonFact.Meta):
        """One current wish a person."""

        ordering = ["-pk"]
        verbose_name_plural = "reminder wishes"
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(superseded_at__isnull=True),
                name="person_has_one_reminder_wish",
            )
        ]


class OutgoingMessage(models.Model):
    """The outbox: what is to be said to whom and when; written once, sent once."""

    kind = models.CharField(max_length=14, choices=choices.MessageKind)
    about = models.CharField(
        max_length=60,
        help_text="What it is about and when that is: two plans of one thing are one message.",
    )
    hours_before = models.PositiveSmallIntegerField(default=0)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    user = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="The member of staff it goes to; empty when it goes to the person.",
    )
    channel = models.CharField(max_length=5, choices=choices.Channel)
    to = models.CharField(max_length=254)
    language = models.CharField(
        max_length=2, choices=choices.Language, default=choices.Language.ENGLISH
    )
    subject = models.CharField(max_length=120, blank=True)
    body = models.TextField()
    event_at = models.DateTimeField()
    send_at = models.DateTimeField()
    state = models.CharField(
        max_length=12, choices=choices.MessageState, default=choices.MessageState.PLANNED
    )
    sent_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=200, blank=True)

    class Meta:
        """One message for one thing, time ahead and receiver."""

        ordering = ["send_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "about", "hours_before", "to"], name="said_once_to_each"
            )
        ]
        indexes = [
            models.Index(
                fields=["send_at"], condition=Q(state="planned"), name="message_planned_by_time"
            ),
            models.Index(fields=["person", "-send_at"], name="message_of_person"),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"message {self.pk}"
