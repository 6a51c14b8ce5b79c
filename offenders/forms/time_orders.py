"""Recording an order on a person's time."""

from django import forms

from offenders.choices import TimeOrderKind
from offenders.forms.entry import PersonEntryForm
from offenders.forms.fields import MOST_DAYS, MOST_MONTHS, MOST_YEARS, CountField, DayField, chosen
from offenders.models import TimeOrder
from offenders.selectors.sentences import sentences_to_follow
from offenders.services.time_orders import TimeOrderEntry
from ots.access.categories import Category

_FIELDS = (
    "kind",
    "made_on",
    "sentence",
    "effective_on",
    "days",
    "term_years",
    "term_months",
    "is_completed",
)


class TimeOrderForm(PersonEntryForm):
    """What a court, the board, the governor or the department decided of the person's time."""

    kind = forms.ChoiceField(label="Kind of order", choices=TimeOrderKind.choices)
    made_on = DayField(label="Date of the order")
    sentence = forms.ChoiceField(
        label="Sentence", required=False, help_text="Leave it at none if it is about all of them."
    )
    effective_on = DayField(
        label="Day that the order sets",
        required=False,
        help_text="For example the day of release that a commutation names.",
    )
    days = CountField(label="Days", most=MOST_DAYS, help_text="As the order says; empty for none.")
    term_years = CountField(label="Length, years", most=MOST_YEARS)
    term_months = CountField(label="Length, months", most=MOST_MONTHS)
    is_completed = forms.BooleanField(
        label="The placement was completed",
        required=False,
        help_text="Only for special alternative incarceration.",
    )

    writes = {name: (TimeOrder, name) for name in _FIELDS}

    def prepare(self) -> None:
        """Offer the person's sentences, and orders on health to those who may know of it."""
        super().prepare()
        sentences = sentences_to_follow(self.viewer, self.person_id)
        self.offer("sentence", [("", "None in particular"), *sentences])
        if not self.viewer.may_category(Category.MEDICAL):
            kinds = TimeOrderKind.choices
            self.offer("kind", [each for each in kinds if each[0] != TimeOrderKind.MEDICAL_PAROLE])

    def entry(self) -> TimeOrderEntry:
        """Return the order that was entered."""
        entered = self.cleaned_data
        return TimeOrderEntry(
            kind=entered["kind"],
            made_on=entered["made_on"],
            sentence_id=chosen(entered["sentence"]),
            effective_on=entered["effective_on"],
            days=entered["days"] or None,
            term_years=entered["term_years"],
            term_months=entered["term_months"],
            is_completed=entered["is_completed"],
        )
