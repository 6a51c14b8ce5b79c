"""How many posts of agents an office was given, from a day on."""

from django.db import models
from django.db.models import F, Q

from ots.access.models import Office
from supervision.models.dated import Dated


class AuthorizedPosts(Dated):
    """So many agents an office may have; what it has is seen from who carries a caseload."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    posts = models.PositiveSmallIntegerField(help_text="Posts of agents, filled or not.")

    class Meta(Dated.Meta):
        """One row an office from a day."""

        ordering = ["office__name", "since"]
        verbose_name_plural = "authorized posts"
        constraints = [
            models.UniqueConstraint(fields=["office", "since"], name="posts_once_from_a_day"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="posts_end_after_they_begin",
            ),
        ]

    def __str__(self) -> str:
        """Return the number with its office."""
        return f"{self.posts} at {self.office}"
