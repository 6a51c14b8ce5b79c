"""What clerks certified: the acts by which a computed date becomes official."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from offenders.models import Person
from ots.access.models import User
from timecomp.choices import CertificationAct, SecondClerkReason
from timecomp.models.computation import Computation

_FIRST = Q(answers__isnull=True, first_clerk__isnull=True)
_ANSWER = Q(answers__isnull=False, first_clerk__isnull=False) & ~Q(clerk=F("first_clerk"))


class Certification(models.Model):
    """One act on a computation: certified, confirmed by a second clerk, or sent back.

    Rows are only added. The official dates are those of the newest row that makes official. That
    nobody answers himself is a constraint: ``first_clerk`` is tied to the clerk of the row
    answered by a foreign key over both (see the migration).
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="certifications")
    computation = models.ForeignKey(
        Computation, on_delete=models.PROTECT, related_name="certifications"
    )
    act = models.CharField(max_length=9, choices=CertificationAct)
    clerk = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    answers = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="answered_by"
    )
    first_clerk = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    second_needed_for = ArrayField(
        models.CharField(max_length=12, choices=SecondClerkReason), default=list, blank=True
    )
    makes_official = models.BooleanField()
    note = models.CharField(max_length=200, blank=True)
    acted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Newest first; a second clerk is another than the first."""

        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(act=CertificationAct.CERTIFIED) & _FIRST)
                | (~Q(act=CertificationAct.CERTIFIED) & _ANSWER),
                name="second_clerk_is_another",
            ),
            models.CheckConstraint(
                condition=Q(
                    act=CertificationAct.CERTIFIED, second_needed_for=[], makes_official=True
                )
                | (
                    Q(act=CertificationAct.CERTIFIED, makes_official=False)
                    & ~Q(second_needed_for=[])
                )
                | Q(act=CertificationAct.CONFIRMED, makes_official=True)
                | Q(act=CertificationAct.SENT_BACK, makes_official=False),
                name="official_when_all_have_signed",
            ),
            models.CheckConstraint(
                condition=~Q(act=CertificationAct.SENT_BACK) | ~Q(note=""),
                name="sent_back_says_why",
            ),
            models.UniqueConstraint(
                fields=["id", "person", "computation", "clerk"],
                name="certification_may_be_answered",
            ),
        ]
        indexes = [
            models.Index(
                fields=["person", "-id"],
                condition=Q(makes_official=True),
                name="certification_official",
            ),
            models.Index(fields=["person", "-id"], name="certification_newest"),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"certification {self.pk}"
