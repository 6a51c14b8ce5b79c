"""Checks of what the person does for a living and where he lives."""

from django.db import models
from django.db.models import Q

from offenders.models.person import Address, Employment, PersonFact
from supervision.choices import verification as choices


class EmploymentCheck(PersonFact):
    """What was found of the person's work, or of what counts in its place, on a day."""

    job = models.ForeignKey(
        Employment, on_delete=models.PROTECT, null=True, blank=True, related_name="checks"
    )
    occupation = models.CharField(max_length=10, choices=choices.Occupation)
    method = models.CharField(max_length=13, choices=choices.EmploymentMethod)
    checked_on = models.DateField()
    result = models.CharField(max_length=13, choices=choices.CheckResult)
    ended_because = models.CharField(
        max_length=9, choices=choices.JobEnd, blank=True, help_text="Where the job has ended."
    )
    note = models.CharField(max_length=300, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first; the person's word alone confirms nothing."""

        ordering = ["-checked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(method="own_word", result="confirmed"),
                name="own_word_confirms_no_job",
            )
        ]
        indexes = [
            models.Index(fields=["person", "-checked_on"], name="employment_check_by_person")
        ]


class ResidenceCheck(PersonFact):
    """What was found where the person lives or wants to live."""

    address = models.ForeignKey(
        Address, on_delete=models.PROTECT, null=True, blank=True, related_name="checks"
    )
    kind = models.CharField(max_length=11, choices=choices.ResidenceKind)
    method = models.CharField(max_length=8, choices=choices.ResidenceMethod)
    checked_on = models.DateField()
    result = models.CharField(max_length=13, choices=choices.CheckResult)
    approval = models.CharField(
        max_length=9, choices=choices.Approval, default=choices.Approval.NOT_ASKED
    )
    landlord = models.CharField(max_length=120, blank=True)
    household = models.CharField(max_length=300, blank=True, help_text="Who else lives there.")
    hazards = models.CharField(
        max_length=300, blank=True, help_text="Dogs, weapons, stairs, people to be wary of."
    )
    note = models.CharField(max_length=300, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first; the person's word alone confirms nothing, an approval needs a visit."""

        ordering = ["-checked_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(method="own_word", result="confirmed"),
                name="own_word_confirms_no_home",
            ),
            models.CheckConstraint(
                condition=~Q(approval="approved") | Q(method="visit"),
                name="home_is_approved_after_a_visit",
            ),
        ]
        indexes = [models.Index(fields=["person", "-checked_on"], name="residence_check_by_person")]
