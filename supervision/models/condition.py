"""Conditions of supervision: the catalogue, what binds a person from when on, and notice of it."""

import re
from typing import ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q, Value

from offenders.models.legal import CourtCase
from offenders.models.person import PersonFact
from ots.access.categories import Category
from ots.core.spans import DateSpan
from supervision.choices import condition as choices
from supervision.choices.obligation import ObligationKind
from supervision.models.dated import Dated
from supervision.rules.conditions.coordinates import feet
from supervision.rules.conditions.parameters import Parameter, TemplateTextError, parameters_in
from supervision.rules.conditions.reading import ParameterKind, UnreadableError, read_answer

OFTEN_BY_PARAMETER = "="
PLACEHOLDER = re.compile(r"{([a-z_]+)}")


def check_parameters(text: str) -> None:
    """Raise ``ValidationError`` for a line that names no parameter."""
    try:
        parameters_in(text)
    except TemplateTextError as error:
        raise ValidationError(str(error)) from error


def check_often(text: str) -> None:
    """Raise ``ValidationError`` for what is neither a frequency nor a parameter's name."""
    if text.startswith(OFTEN_BY_PARAMETER):
        return
    try:
        read_answer(ParameterKind.OFTEN, text)
    except UnreadableError as error:
        raise ValidationError(str(error)) from error


class ConditionTemplate(Dated):
    """A condition as the catalogue knows it: plain words, what it asks for, what follows from it.

    Once a code was imposed its row stays as it is; a change is a new row from its first day.
    """

    code = models.CharField(
        max_length=8, validators=[RegexValidator(r"[A-Z0-9]{2,4}-\d{2}", "As STD-03.")]
    )
    title = models.CharField(max_length=120, help_text="In plain words.")
    wording = models.TextField(
        help_text="What the person is told; {name} stands for a parameter's answer."
    )
    kind = models.CharField(max_length=9, choices=choices.TemplateKind)
    group = models.CharField(max_length=10, choices=choices.ConditionGroup)
    is_mandatory = models.BooleanField(
        default=False, help_text="The law puts it in every order of its kind."
    )
    needs_reason = models.BooleanField(
        default=True, help_text="Why this person needs it has to be said."
    )
    parameters = models.TextField(
        blank=True,
        validators=[check_parameters],
        help_text="One a line, as `monthly: money, Monthly payment`; `until?: day, Until` may be "
        "left out; `who!: text, Name` identifies a victim.",
    )
    asks_zone = models.BooleanField(default=False, help_text="A zone is drawn for it.")
    also_category = models.CharField(
        max_length=20,
        choices=Category,
        blank=True,
        help_text="Shown only to those who see this category as well.",
    )
    obligation_kind = models.CharField(
        max_length=12, choices=ObligationKind, blank=True, help_text="What becomes due from it."
    )
    obligation_often = models.CharField(
        max_length=40,
        blank=True,
        validators=[check_often],
        help_text="As `1 a month`, or `=how_often` for the answer of that parameter.",
    )
    obligation_due = models.CharField(
        max_length=40, blank=True, help_text="Parameter whose day it is due once."
    )
    proofs = ArrayField(models.CharField(max_length=40), default=list, blank=True)

    class Meta(Dated.Meta):
        """A code once from a day."""

        ordering = ["code", "-since"]
        constraints = [
            models.UniqueConstraint(fields=["code", "since"], name="template_once_from_a_day"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")),
                name="template_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(obligation_kind__gt="")
                | Q(obligation_kind="", obligation_often="", obligation_due=""),
                name="template_says_what_becomes_due",
            ),
        ]

    def __str__(self) -> str:
        """Return code and title."""
        return f"{self.code} {self.title}"

    def clean(self) -> None:
        """Check that what the wording and the obligations name is a parameter of the template."""
        names = {each.name for each in self.asked}
        unknown = sorted(set(PLACEHOLDER.findall(self.wording)) - names)
        if unknown:
            raise ValidationError({"wording": f"[{unknown[0]}] is no parameter of it."})
        for field in ("obligation_often", "obligation_due"):
            named = str(getattr(self, field))
            is_name = field == "obligation_due" or named.startswith(OFTEN_BY_PARAMETER)
            if named and is_name and named.removeprefix(OFTEN_BY_PARAMETER) not in names:
                raise ValidationError({field: f"[{named}] is no parameter of it."})

    @property
    def asked(self) -> tuple[Parameter, ...]:
        """Return the parameters that the template asks for."""
        return parameters_in(self.parameters)


class Condition(PersonFact):
    """A condition of one person: the anchor; what it says and when stands in its terms."""

    template = models.ForeignKey(
        ConditionTemplate, on_delete=models.PROTECT, related_name="conditions"
    )

    class Meta(PersonFact.Meta):
        """As they were recorded."""

        ordering = ["pk"]


class ConditionTerms(PersonFact):
    """What a condition says from a day until a day, by whose order.

    ``effective_on`` is empty while an amended parole order waits for notice. ``ended_on`` is the
    first day without these terms; how they ended says whether others follow.
    """

    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="terms")
    state = models.CharField(
        max_length=9, choices=choices.ConditionState, default=choices.ConditionState.ACTIVE
    )
    details = models.JSONField(default=dict, blank=True)
    victim_details = models.JSONField(
        default=dict, blank=True, help_text="What would identify a victim."
    )
    imposed_by = models.CharField(max_length=13, choices=choices.Imposer)
    ordered_on = models.DateField(help_text="Day of the order.")
    ordered_for = models.DateField(help_text="Day from which the order means it.")
    case = models.ForeignKey(
        CourtCase, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    order_number = models.CharField(max_length=40, blank=True, help_text="Docket or order number.")
    why_this_person = models.TextField(
        blank=True, max_length=600, help_text="Which risk or need of this person it answers."
    )
    asks_notice = models.BooleanField(
        default=False, help_text="Binds only once the person has notice of it."
    )
    noticed_on = models.DateField(null=True, blank=True)
    effective_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(
        null=True, blank=True, help_text="First day on which the order no longer means it."
    )
    review_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_as = models.CharField(max_length=9, choices=choices.EndedAs, blank=True)

    class Meta(PersonFact.Meta):
        """One text of a condition a day; none binds before its notice."""

        ordering = ["-ordered_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True)
                | Q(effective_on__isnull=True)
                | Q(ended_on__gte=F("effective_on")),
                name="condition_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_as="")
                | Q(ended_on__isnull=False, ended_as__gt=""),
                name="condition_says_how_it_ended",
            ),
            models.CheckConstraint(
                condition=Q(asks_notice=False)
                | Q(effective_on__isnull=True)
                | Q(noticed_on__isnull=False, effective_on__gte=F("noticed_on")),
                name="condition_binds_with_its_notice",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gt=F("ordered_for")),
                name="condition_expires_after_it_begins",
            ),
            ExclusionConstraint(
                name="condition_says_one_thing_a_day",
                expressions=[
                    ("condition", RangeOperators.EQUAL),
                    (DateSpan("effective_on", "ended_on", Value("[)")), RangeOperators.OVERLAPS),
                ],
                condition=Q(superseded_at__isnull=True, effective_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                fields=["person"],
                condition=Q(ended_on__isnull=True, superseded_at__isnull=True),
                name="condition_open",
            ),
            models.Index(
                fields=["expires_on"],
                condition=Q(
                    ended_on__isnull=True, superseded_at__isnull=True, expires_on__isnull=False
                ),
                name="condition_open_by_expiry",
            ),
        ]


class ConditionNotice(PersonFact):
    """That the person learned of a condition as it then read, and how."""

    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="notices")
    given_on = models.DateField()
    manner = models.CharField(max_length=8, choices=choices.NoticeManner)
    remark = models.CharField(max_length=200, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first."""

        ordering = ["-given_on", "-pk"]


class Zone(PersonFact):
    """A place to keep out of or to stay within, from a day until a day."""

    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="zones")
    label = models.CharField(max_length=80, help_text="As the person knows it.")
    kind = models.CharField(max_length=9, choices=choices.ZoneKind)
    shape = models.CharField(max_length=8, choices=choices.ZoneShape)
    points = models.JSONField(default=list, help_text="Latitude and longitude of each point.")
    buffer_m = models.FloatField(default=0, help_text="Radius, margin or half width in meters.")
    days = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    from_time = models.TimeField(null=True, blank=True, help_text="Empty: all day.")
    until_time = models.TimeField(null=True, blank=True)
    is_victim_related = models.BooleanField(default=False)
    is_hidden_from_person = models.BooleanField(
        default=False, help_text="Never printed for the person: its place would tell of a victim."
    )
    began_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta(PersonFact.Meta):
        """Newest first; it ends after it begins."""

        ordering = ["-began_on", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("began_on")),
                name="zone_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(from_time__isnull=True, until_time__isnull=True)
                | Q(from_time__isnull=False, until_time__isnull=False),
                name="zone_names_both_times_or_none",
            ),
        ]

    @property
    def told_width(self) -> str:
        """Say its radius, margin or half width in feet."""
        return f"{feet(self.buffer_m):,.0f} ft" if self.buffer_m else ""
