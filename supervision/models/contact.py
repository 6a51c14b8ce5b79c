"""Contacts with and about a person, and the appointments for them."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from offenders.models.person import Address, PersonFact
from ots.access.models import User
from supervision.choices import contact as choices


class CodeRow(models.Model):
    """A row of a code list: where it comes from, and whether it is confirmed."""

    code = models.CharField(max_length=12, unique=True)
    title = models.CharField(max_length=80)
    order = models.PositiveSmallIntegerField(default=0)
    citation = models.CharField(max_length=200)
    standing = models.CharField(max_length=10, help_text="verified, recalled or inferred")
    is_active = models.BooleanField(default=True)

    class Meta:
        """In the order of the list."""

        abstract = True
        ordering = ["order", "code"]

    def __str__(self) -> str:
        """Return the title."""
        return self.title


class ContactOutcome(CodeRow):
    """What became of an appointment: whether the person came, and if not, whether that counts."""

    effect = models.CharField(max_length=12, choices=choices.OutcomeEffect)
    attended = models.BooleanField(help_text="The person was there.")
    note = models.CharField(max_length=200, blank=True, help_text="When to choose it.")


class Barrier(CodeRow):
    """What kept somebody from coming: the start of help, not of blame."""

    suggests = models.CharField(max_length=200, blank=True, help_text="What may help next time.")


class Appointment(PersonFact):
    """A contact that is planned. It never changes: another time is another appointment."""

    starts_at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField(default=30)
    agent = models.ForeignKey(User, on_delete=models.PROTECT, related_name="appointments")
    method = models.CharField(
        max_length=10, choices=choices.ContactMethod, default=choices.ContactMethod.IN_PERSON
    )
    place = models.CharField(max_length=10, choices=choices.Place, default=choices.Place.OFFICE)
    address = models.ForeignKey(
        Address, on_delete=models.PROTECT, null=True, blank=True, related_name="appointments"
    )
    where = models.CharField(max_length=120, blank=True, help_text="Room, name of the place.")
    purpose = models.CharField(
        max_length=10, choices=choices.Purpose, default=choices.Purpose.GENERAL
    )
    is_unannounced = models.BooleanField(default=False, help_text="The person is not told.")
    instead_of = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="moved_to",
        help_text="The appointment in whose place it stands.",
    )

    class Meta(PersonFact.Meta):
        """In order of time; by agent for the calendar."""

        ordering = ["starts_at", "pk"]
        indexes = [
            models.Index(fields=["agent", "starts_at"], name="appointment_of_agent_by_time"),
            models.Index(fields=["starts_at"], name="appointment_by_time"),
            models.Index(fields=["person", "starts_at"], name="appointment_of_person_by_time"),
        ]


class Contact(PersonFact):
    """One contact or try at one, and what became of the appointment for it."""

    entry = models.UUIDField(
        default=uuid4, db_index=True, help_text="The same through all its corrections."
    )
    appointment = models.ForeignKey(
        Appointment, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts"
    )
    agent = models.ForeignKey(User, on_delete=models.PROTECT, related_name="contacts")
    contact_type = models.CharField(
        max_length=10, choices=choices.ContactType, default=choices.ContactType.DIRECT
    )
    method = models.CharField(max_length=10, choices=choices.ContactMethod)
    place = models.CharField(max_length=10, choices=choices.Place)
    address = models.ForeignKey(
        Address, on_delete=models.PROTECT, null=True, blank=True, related_name="contacts"
    )
    purpose = models.CharField(
        max_length=10, choices=choices.Purpose, default=choices.Purpose.GENERAL
    )
    is_unannounced = models.BooleanField(default=False)
    started_at = models.DateTimeField(help_text="When it began, or should have begun.")
    ended_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=16, choices=choices.ContactStatus)
    outcome = models.ForeignKey(
        ContactOutcome,
        on_delete=models.PROTECT,
        to_field="code",
        null=True,
        blank=True,
        related_name="contacts",
    )
    barrier = models.ForeignKey(
        Barrier,
        on_delete=models.PROTECT,
        to_field="code",
        null=True,
        blank=True,
        related_name="contacts",
    )
    collateral = models.CharField(
        max_length=120, blank=True, help_text="Who else was spoken to, and what he or she is."
    )
    present = models.CharField(max_length=200, blank=True, help_text="Who else was there.")
    skills = ArrayField(
        models.CharField(max_length=10, choices=choices.Skill), default=list, blank=True
    )
    saw_employment = models.BooleanField(default=False)
    led_to_arrest = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    is_sensitive = models.BooleanField(
        default=False, help_text="Shown only to those who themselves record contacts."
    )

    class Meta(PersonFact.Meta):
        """Newest first; an appointment has one outcome."""

        ordering = ["-started_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["appointment"],
                condition=Q(superseded_at__isnull=True),
                name="appointment_has_one_outcome",
            ),
            models.UniqueConstraint(
                fields=["entry"],
                condition=Q(superseded_at__isnull=True),
                name="contact_entry_stands_once",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at")),
                name="contact_ends_after_it_starts",
            ),
        ]
        indexes = [
            models.Index(
                fields=["person", "-started_at"],
                condition=Q(superseded_at__isnull=True),
                name="contact_of_person_by_time",
            ),
            models.Index(
                fields=["agent", "-started_at"],
                condition=Q(superseded_at__isnull=True),
                name="contact_of_agent_by_time",
            ),
        ]


class ContactPhoto(PersonFact):
    """A picture taken at a contact; it stays with the contact through corrections."""

    entry = models.UUIDField(db_index=True, help_text="The contact's entry.")
    image = models.ImageField(upload_to="contacts/%Y/%m/")
    caption = models.CharField(max_length=120, blank=True)

    class Meta(PersonFact.Meta):
        """In order of taking."""

        ordering = ["pk"]
