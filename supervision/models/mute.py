"""Lines of the day's list that somebody does not want to see for a time."""

from django.db import models
from django.db.models import F, Q

from offenders.models.person import PersonFact
from ots.access.models import User
from supervision.choices.mute import MuteSubject


class Mute(PersonFact):
    """One line is left out of the day's list until a day. What it asks for stays due."""

    subject = models.CharField(max_length=12, choices=MuteSubject)
    number = models.BigIntegerField(help_text="The row of that table.")
    officer = models.ForeignKey(
        User,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="mutes",
        help_text="On whose list. Empty: on everybody's, as a supervisor decided.",
    )
    why = models.TextField()
    began_on = models.DateField()
    until = models.DateField(help_text="First day on which it is shown again.")

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-began_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("began_on")), name="mute_ends_after_it_begins"
            )
        ]
        indexes = [
            models.Index(
                fields=["person", "until"],
                condition=Q(superseded_at__isnull=True),
                name="mute_standing",
            )
        ]
