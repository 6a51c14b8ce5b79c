"""The rows of a hypothetical case: one form a fact, named as a case file names it.

A field's name is its place in the case file, with two underscores for each step down.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

from django import forms

from ots.access.forms import PlainForm
from timecomp.law import facts

Json = dict[str, object]
HABITUAL = [("", "No"), ("2", "Second"), ("3", "Third"), ("4", "Fourth")]
LIFE = "life"


class Words(forms.CharField):
    """Several words with spaces or commas between them."""

    def to_python(self, value: object) -> list[str]:  # type: ignore[override]  # words, not a text
        """Return the words."""
        return str(value or "").replace(",", " ").split()

    def prepare_value(self, value: object) -> object:
        """Return the words as they are typed."""
        return " ".join(map(str, value)) if isinstance(value, list) else value


class Day(forms.DateField):
    """A day, chosen or typed."""

    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _choices(kinds: type[StrEnum]) -> list[tuple[str, str]]:
    return [("", "Choose"), *((each.value, each.value.replace("_", " ")) for each in kinds)]


def _day(label: str, *, required: bool = False) -> Day:
    return Day(label=label, required=required)


def _count(label: str, *, lowest: int = 0) -> forms.IntegerField:
    return forms.IntegerField(label=label, required=False, min_value=lowest, max_value=366_000)


def _one_of(label: str, kinds: type[StrEnum], *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, choices=_choices(kinds), required=required)


def _sentence(label: str = "Sentence", *, required: bool = False) -> forms.CharField:
    return forms.CharField(label=label, required=required, max_length=40)


class Row(PlainForm):
    """One fact of a case. ``rare`` names the fields that stand folded away."""

    noun: ClassVar[str] = ""
    rare: ClassVar[frozenset[str]] = frozenset()

    @property
    def main_fields(self) -> list[forms.BoundField]:
        """Return the fields that always show."""
        return [each for each in self if each.name not in self.rare]

    @property
    def rare_fields(self) -> list[forms.BoundField]:
        """Return the fields that stand folded away."""
        return [each for each in self if each.name in self.rare]

    @property
    def number(self) -> str:
        """Return the number of the row within its section."""
        return str(self.prefix).rpartition("-")[2]

    @property
    def is_open(self) -> bool:
        """Say whether the folded fields hold something to see."""
        return any(
            each.value() not in (None, "", [], False) or each.errors for each in self.rare_fields
        )

    def entry(self) -> Json:
        """Return the fact as a case file holds it."""
        entry: Json = {}
        for name, value in self.cleaned_data.items():
            if value is False or value in (None, "", []):
                continue
            *groups, key = name.split("__")
            place = entry
            for group in groups:
                place = place.setdefault(group, {})  # type: ignore[assignment]  # groups hold fields
            place[key] = value.isoformat() if hasattr(value, "isoformat") else value
        return entry


class SentenceRow(Row):
    """One count of a judgment."""

    noun = "sentence"
    rare = frozenset(
        [
            "offense__date_to",
            "offense__attempt",
            "offense__flags",
            "convicted_on",
            "minimum__days",
            "maximum__days",
            "consecutive_authority",
            "judge_approval_on",
            "surrendered_on",
            "vacated_on",
            "replaces",
        ]
    )

    id = _sentence("Name of the sentence", required=True)
    offense__code = forms.CharField(
        label="Offense (MCL section)", max_length=60, help_text="For example 750.529"
    )
    offense__date = _day("Offense date", required=True)
    sentenced_on = _day("Sentenced on", required=True)
    kind = _one_of("Kind of sentence", facts.SentenceKind)
    minimum__years = _count("Minimum: years")
    minimum__months = _count("Minimum: months")
    minimum__days = _count("Minimum: days")
    maximum__years = _count("Maximum: years")
    maximum__months = _count("Maximum: months")
    maximum__days = _count("Maximum: days")
    maximum_is_life = forms.BooleanField(label="Maximum is life", required=False)
    jail_credit_days = _count("Days of jail credit")
    habitual = forms.TypedChoiceField(
        label="Habitual offender", choices=HABITUAL, coerce=int, empty_value="", required=False
    )
    consecutive_to = Words(
        label="Served after", required=False, help_text="Names of the sentences before it"
    )
    consecutive_authority = forms.CharField(
        label="Authority to run after another", required=False, help_text="For example 768.7a(1)"
    )
    offense__date_to = _day("Last day of the offense")
    offense__attempt = forms.BooleanField(label="Attempt", required=False)
    offense__flags = Words(
        label="Circumstances", required=False, help_text="Words that rules ask for, as dwelling"
    )
    convicted_on = _day("Convicted on")
    judge_approval_on = _day("Judge approved parole on")
    surrendered_on = _day("Surrendered on")
    vacated_on = _day("Vacated on")
    replaces = _sentence("Replaces the sentence")

    def entry(self) -> Json:
        """Return the sentence; a maximum of life takes the place of a length."""
        entry = super().entry()
        if entry.pop("maximum_is_life", False):
            entry["maximum"] = LIFE
        return entry


class CustodyRow(Row):
    """A stay somewhere."""

    noun = "stay"

    kind = _one_of("Where", facts.CustodyKind)
    # Django's forms cannot name a field "from".
    from_ = _day("From", required=True)
    to = _day("To")
    sentence = _sentence("For the sentence")

    def entry(self) -> Json:
        """Return the stay under the names of a case file."""
        entry = super().entry()
        return {"from": entry.pop("from_", None), **entry}


class MisconductRow(Row):
    """A misconduct ticket."""

    noun = "misconduct"

    violated_on = _day("Violated on", required=True)
    found_guilty_on = _day("Found guilty on")
    class_ = forms.CharField(label="Class", max_length=20, help_text="I, II or III")
    disciplinary_time_days = _count("Days of disciplinary time")

    def entry(self) -> Json:
        """Return the ticket under the names of a case file."""
        entry = super().entry()
        return {"class": entry.pop("class_", None), **entry}


class AwardRow(Row):
    """Special credit that a warden awarded."""

    noun = "award"

    sentence = _sentence(required=True)
    kind = _one_of("Kind of credit", facts.AwardKind)
    days = forms.IntegerField(label="Days", min_value=-366_000, max_value=366_000)
    awarded_on = _day("Awarded on", required=True)
    applies_to = _one_of("On", facts.AppliesTo, required=False)


class ForfeitureRow(Row):
    """Credit taken away."""

    noun = "forfeiture"

    sentence = _sentence(required=True)
    days = _count("Days")
    ordered_on = _day("Ordered on", required=True)
    authority = _one_of("By", facts.ForfeitAuthority, required=False)


class RestorationRow(Row):
    """Credit given back."""

    noun = "restoration"

    sentence = _sentence(required=True)
    days = _count("Days")
    ordered_on = _day("Ordered on", required=True)


class ParoleRow(Row):
    """A release on parole."""

    noun = "parole"

    released_on = _day("Released on", required=True)
    term__years = _count("Term: years")
    term__months = _count("Term: months")


class ViolationRow(Row):
    """A violation of the parole that ran when it was declared."""

    noun = "violation"

    kind = _one_of("Kind of violation", facts.ViolationKind)
    declared_on = _day("Declared on", required=True)
    available_on = _day("Available for return on")
    detainer_on = _day("Detainer on")


class OrderRow(Row):
    """A decision of a court, the board, the governor or the department."""

    noun = "order"
    rare = frozenset({"term__years", "term__months", "flags"})

    kind = _one_of("Kind of order", facts.OrderKind)
    made_on = _day("Made on", required=True)
    sentence = _sentence("On the sentence")
    day = _day("Day that it sets")
    days = _count("Days that it sets")
    term__years = _count("Length: years")
    term__months = _count("Length: months")
    flags = Words(label="Circumstances", required=False)


MONTHS = ("Every month touched", "Whole months only", "Parts of months by days")
MONTHS_COUNTED = list(zip(facts.MonthCount, MONTHS, strict=True))
JAIL_DAY_COUNTED = list(zip(facts.JailDayCount, ("Yes", "No"), strict=True))


class HeadForm(PlainForm):
    """What is said of the case as a whole."""

    as_of = Day(label="Facts as of", required=False)
    birth_date = Day(label="Birth date", required=False)
    disciplinary_credit_months = forms.ChoiceField(
        label="Months of disciplinary credit count",
        choices=MONTHS_COUNTED,
        required=False,
    )
    jail_days = forms.ChoiceField(
        label="Last day in jail counts",
        choices=JAIL_DAY_COUNTED,
        required=False,
    )


SECTIONS: Mapping[str, type[Row]] = {
    "sentences": SentenceRow,
    "custody": CustodyRow,
    "misconduct": MisconductRow,
    "credit_awards": AwardRow,
    "forfeitures": ForfeitureRow,
    "restorations": RestorationRow,
    "parole": ParoleRow,
    "violations": ViolationRow,
    "orders": OrderRow,
}
