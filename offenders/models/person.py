"""A person, the names borne, and the facts of identity."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from offenders import choices
from offenders.models.colors import EyeColor, HairColor
from ots.access.models import Fact, Office, User

NAME_LENGTH = 60
INCHES_A_FOOT = 12


class Person(models.Model):
    """One record a person. Its number is his number in the whole system.

    The columns are the current summary, kept by services from the facts below; the facts hold
    the history.
    """

    last_name = models.CharField(max_length=NAME_LENGTH)
    first_name = models.CharField(max_length=NAME_LENGTH, blank=True)
    middle_name = models.CharField(max_length=NAME_LENGTH, blank=True)
    suffix = models.CharField(max_length=10, blank=True)
    birth_date = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=choices.Sex, default=choices.Sex.UNKNOWN)
    race = models.CharField(max_length=1, choices=choices.Race, default=choices.Race.UNKNOWN)
    status = models.CharField(
        max_length=12, choices=choices.Status, default=choices.Status.NONE, db_index=True
    )
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, related_name="people"
    )
    agent = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="people"
    )
    recorded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """``reach_person`` is given on one person through django-guardian."""

        ordering = ["last_name", "first_name", "pk"]
        verbose_name_plural = "people"
        permissions = [("reach_person", "May reach this person's record")]
        constraints = [
            models.CheckConstraint(
                condition=Q(birth_date__isnull=True) | Q(birth_date__gte="1850-01-01"),
                name="person_birth_date_is_plausible",
            )
        ]
        indexes = [
            models.Index(fields=["birth_date"], name="person_by_birth_date"),
            models.Index(fields=["last_name", "first_name"], name="person_by_name"),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone: the trail shows this text to auditors."""
        return f"person {self.pk}"

    @property
    def full_name(self) -> str:
        """Return the name as on a docket: ``Doe, John Quincy Jr``."""
        given = " ".join(part for part in (self.first_name, self.middle_name, self.suffix) if part)
        return f"{self.last_name}, {given}" if given else self.last_name


class PersonFact(Fact):
    """A fact about one person."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="%(class)s_set")

    class Meta(Fact.Meta):
        """Shared columns only."""

        abstract = True


class PersonName(PersonFact):
    """A name the person bears or has borne."""

    kind = models.CharField(max_length=10, choices=choices.NameKind)
    last_name = models.CharField(max_length=NAME_LENGTH)
    first_name = models.CharField(max_length=NAME_LENGTH, blank=True)
    middle_name = models.CharField(max_length=NAME_LENGTH, blank=True)
    suffix = models.CharField(max_length=10, blank=True)

    class Meta(PersonFact.Meta):
        """One current legal name a person."""

        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(kind="legal", superseded_at__isnull=True),
                name="person_has_one_legal_name",
            )
        ]


class Demographics(PersonFact):
    """Birth, sex, race and the like, as last recorded."""

    birth_date = models.DateField(null=True, blank=True)
    sex = models.CharField(max_length=1, choices=choices.Sex, default=choices.Sex.UNKNOWN)
    race = models.CharField(max_length=1, choices=choices.Race, default=choices.Race.UNKNOWN)
    ethnicity = models.CharField(
        max_length=1, choices=choices.Ethnicity, default=choices.Ethnicity.UNKNOWN
    )
    citizenship = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=40, blank=True)
    needs_interpreter = models.BooleanField(default=False)
    died_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """One current row a person; nobody dies before birth."""

        verbose_name_plural = "demographics"
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(superseded_at__isnull=True),
                name="person_has_one_demographics",
            ),
            models.CheckConstraint(
                condition=Q(died_on__isnull=True)
                | Q(birth_date__isnull=True)
                | Q(died_on__gte=F("birth_date")),
                name="demographics_death_follows_birth",
            ),
        ]


class Identifier(PersonFact):
    """A number by which an agency knows the person."""

    kind = models.CharField(max_length=16, choices=choices.IdentifierKind)
    issuer = models.CharField(
        max_length=40, blank=True, help_text="State or agency that issued it, as MI or an ORI."
    )
    value = models.CharField(
        max_length=40,
        validators=[RegexValidator(r"^[A-Z0-9-]+$", "Use capital letters, digits and hyphens.")],
    )
    verification = models.CharField(
        max_length=14, choices=choices.Verification, default=choices.Verification.AGENCY
    )

    class Meta(PersonFact.Meta):
        """A number is one person's; a social security number has nine digits."""

        constraints = [
            models.UniqueConstraint(
                fields=["kind", "issuer", "value"],
                condition=Q(superseded_at__isnull=True),
                name="identifier_belongs_to_one_person",
            ),
            models.CheckConstraint(
                condition=~Q(kind="ssn") | Q(value__regex=r"^[0-9]{9}$"),
                name="identifier_ssn_has_nine_digits",
            ),
        ]
        indexes = [models.Index(fields=["value"], name="identifier_by_value")]

    @property
    def is_sensitive(self) -> bool:
        """Say whether the number is one that opens bank accounts."""
        return self.kind in choices.SENSITIVE_KINDS


class Address(PersonFact):
    """Where the person lives, works or gets mail, from a day until a day."""

    kind = models.CharField(max_length=8, choices=choices.AddressKind)
    street = models.CharField(max_length=120)
    unit = models.CharField(max_length=20, blank=True)
    city = models.CharField(max_length=60)
    state = models.CharField(max_length=2, default="MI")
    postal_code = models.CharField(max_length=10, blank=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """An address ends after it begins."""

        verbose_name_plural = "addresses"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="address_ends_after_it_begins",
            )
        ]


class Phone(PersonFact):
    """A telephone number, from a day until a day."""

    kind = models.CharField(max_length=8, choices=choices.PhoneKind)
    number = models.CharField(max_length=20)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """A number ends after it begins."""

        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="phone_ends_after_it_begins",
            )
        ]


class Employment(PersonFact):
    """A job held."""

    employer = models.CharField(max_length=120)
    occupation = models.CharField(max_length=80, blank=True)
    hours_a_week = models.PositiveSmallIntegerField(null=True, blank=True)
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """A job ends after it begins."""

        verbose_name_plural = "employment"
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="employment_ends_after_it_begins",
            )
        ]


class PhysicalDescription(PersonFact):
    """What the person looks like, as last recorded."""

    height_inches = models.PositiveSmallIntegerField(null=True, blank=True)
    weight_pounds = models.PositiveSmallIntegerField(null=True, blank=True)
    eye_color = models.CharField(max_length=3, blank=True, help_text="NCIC eye colour code.")
    hair_color = models.CharField(max_length=3, blank=True, help_text="NCIC hair colour code.")
    marks = models.TextField(blank=True, help_text="Scars, marks and tattoos, with body site.")

    class Meta(PersonFact.Meta):
        """One current description a person."""

        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(superseded_at__isnull=True),
                name="person_has_one_description",
            )
        ]

    @property
    def eyes(self) -> str:
        """Return the eye color in words; a code of no list as it is."""
        return dict(EyeColor.choices).get(self.eye_color, self.eye_color)

    @property
    def hair(self) -> str:
        """Return the hair color in words; a code of no list as it is."""
        return dict(HairColor.choices).get(self.hair_color, self.hair_color)

    @property
    def height(self) -> str:
        """Return the height in feet and inches."""
        if self.height_inches is None:
            return ""
        feet, inches = divmod(self.height_inches, INCHES_A_FOOT)
        return f"{feet} ft {inches} in"


class Photograph(PersonFact):
    """A photograph of the face, taken on a day."""

    taken_on = models.DateField()
    image = models.ImageField(upload_to="photographs/%Y/%m/")

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-taken_on", "-pk"]
