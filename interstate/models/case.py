"""A transfer of supervision between two members, and everything that happened to it."""

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import F, Q

from interstate import choices
from interstate.models.member import CompactOffice, Member
from interstate.models.offenses import offenses_of
from interstate.rules.vocabulary import EventType, Side, State
from offenders.models import CourtCase, Person
from ots.access.models import User


class CompactCase(models.Model):
    """One person's supervision between a sending and a receiving state.

    Where it stands is what its events lead to under the rules; the columns from ``state`` on keep
    that answer for lists and are written by one service, together with the event.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="compact_cases")
    number = models.CharField(max_length=20, unique=True, help_text="As the states quote it.")
    supervision = models.CharField(max_length=9, choices=choices.SupervisionKind)
    sending = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    receiving = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="+")
    sending_office = models.ForeignKey(CompactOffice, on_delete=models.PROTECT, related_name="sent")
    receiving_office = models.ForeignKey(
        CompactOffice, on_delete=models.PROTECT, related_name="received"
    )
    court_cases = models.ManyToManyField(CourtCase, blank=True, related_name="compact_cases")
    copied_from = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="copies"
    )
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    opened_despite = models.TextField(
        blank=True, help_text="Why it was opened beside cases or people found alike."
    )
    external_id = models.CharField(
        max_length=40, blank=True, help_text="The number in the system it was imported from."
    )

    # What the rules ask of the person and the sentence.
    supervision_ends_on = models.DateField(null=True, blank=True)
    is_indefinite = models.BooleanField(default=False)
    is_sex_offender = models.BooleanField(default=False)
    has_victims = models.BooleanField(default=False)
    has_pending_charge = models.BooleanField(default=False)
    is_confidential = models.BooleanField(
        default=False, help_text="Never on the portal: witness protection or state law."
    )
    confidential_reason = models.CharField(max_length=200, blank=True)

    # Who has it: one in each state.
    sending_user = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    receiving_user = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    watchers = models.ManyToManyField(User, blank=True, related_name="watched_compact_cases")

    # Kept from the rules' answer.
    state = models.CharField(max_length=18, choices=choices.STATES, default=State.DRAFT.value)
    supervising = models.CharField(max_length=9, choices=choices.SIDES, default=Side.SENDING.value)
    next_due_on = models.DateField(null=True, blank=True)
    turns_on = models.DateField(
        null=True, blank=True, help_text="The day on which the calendar alone changes the case."
    )
    last_event_at = models.DateTimeField(null=True, blank=True)
    arrived_on = models.DateField(null=True, blank=True)
    closed_for = models.CharField(max_length=40, blank=True)
    is_tolled = models.BooleanField(default=False)
    events_counted = models.PositiveIntegerField(default=0)

    class Meta:
        """Newest first; two states; indexes for the lists of open work."""

        ordering = ["-opened_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(sending=F("receiving")), name="transfer_is_between_two_states"
            ),
            models.CheckConstraint(
                condition=Q(is_confidential=False) | ~Q(confidential_reason=""),
                name="confidential_case_has_a_reason",
            ),
            models.UniqueConstraint(
                fields=["external_id"], condition=~Q(external_id=""), name="case_imported_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["sending_office", "next_due_on"],
                condition=~Q(state__in=("CLOSED", "WITHDRAWN")),
                name="compact_open_sent",
            ),
            models.Index(
                fields=["receiving_office", "next_due_on"],
                condition=~Q(state__in=("CLOSED", "WITHDRAWN")),
                name="compact_open_received",
            ),
            models.Index(
                fields=["turns_on"],
                condition=Q(turns_on__isnull=False),
                name="compact_case_turns",
            ),
            models.Index(fields=["sending_user"], name="compact_by_sending_user"),
            models.Index(fields=["receiving_user"], name="compact_by_receiving_user"),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"compact case {self.number}"

    @property
    def quoted_number(self) -> str:
        """The number as its sending state quotes it."""
        issuer, _, number = self.external_id.partition(" ")
        return number if issuer == self.sending_id and number else self.number

    @property
    def offenses(self) -> str:
        """For what the person is transferred, as lists say it."""
        told = (each for case in self.court_cases.all() for each in offenses_of(case))
        return "; ".join(dict.fromkeys(told))

    @property
    def traits(self) -> dict[str, bool]:
        """What of the case decides which documents an activity has to bring."""
        return {"is_sex_offender": self.is_sex_offender, "has_victims": self.has_victims}


class CompactEvent(models.Model):
    """Something that happened to a case, as the rules took it; append only."""

    case = models.ForeignKey(CompactCase, on_delete=models.PROTECT, related_name="events")
    position = models.PositiveIntegerField(
        help_text="Counts the case's events as they were recorded, from 0."
    )
    happened_at = models.DateTimeField(help_text="The moment that starts and stops clocks.")
    type = models.CharField(max_length=32, choices=choices.EVENT_TYPES)
    by = models.CharField(max_length=9, choices=choices.SIDES)
    data = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    recorded_at = models.DateTimeField(auto_now_add=True)
    recorded_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    source = models.CharField(
        max_length=80, blank=True, help_text="The message or file it came from."
    )

    class Meta:
        """As they happened; a message is taken once."""

        ordering = ["case", "happened_at", "position"]
        constraints = [
            models.UniqueConstraint(fields=["case", "position"], name="event_has_its_place"),
            models.UniqueConstraint(
                fields=["case", "source"], condition=~Q(source=""), name="event_taken_once"
            ),
        ]
        indexes = [
            models.Index(
                fields=["happened_at", "case"],
                condition=Q(type=EventType.CASE_CLOSURE_REPLY.value),
                name="compact_closed_when",
            ),
            models.Index(fields=["type", "happened_at"], name="compact_event_of_kind"),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"compact event {self.pk}"

    @property
    def person_id(self) -> int:
        """Whose record it is about: lists tell the trail."""
        return self.case.person_id
