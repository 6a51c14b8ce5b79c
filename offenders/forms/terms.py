"""The terms of a sentence as a form: what a judgment sets for one count."""

from datetime import date

from django import forms

from offenders import choices
from offenders.forms.entry import PersonEntryForm
from offenders.forms.fields import (
    MOST_DAYS,
    MOST_MONTHS,
    MOST_YEARS,
    CountField,
    DayField,
    as_written_field,
)
from offenders.models import ConsecutiveLink, JudgmentOfSentence, SentenceTerms
from offenders.selectors.sentences import sentences_to_follow
from offenders.services.judgment_entry import Length, Terms

_TERMS_FIELDS = (
    "kind",
    "sentenced_on",
    "minimum_years",
    "minimum_months",
    "minimum_days",
    "maximum_years",
    "maximum_months",
    "maximum_days",
    "is_life_maximum",
    "jail_credit_days",
    "habitual_level",
    "consecutive_authority",
    "surrendered_on",
    "as_written",
)


class TermsForm(PersonEntryForm):
    """What a judgment sets for one count."""

    kind = forms.ChoiceField(label="Kind of sentence", choices=choices.SentenceKind.choices)
    sentenced_on = DayField(label="Date of sentence")
    minimum_years = CountField(label="Minimum, years", most=MOST_YEARS)
    minimum_months = CountField(label="Minimum, months", most=MOST_MONTHS)
    minimum_days = CountField(label="Minimum, days", most=MOST_DAYS)
    maximum_years = CountField(label="Maximum, years", most=MOST_YEARS)
    maximum_months = CountField(label="Maximum, months", most=MOST_MONTHS)
    maximum_days = CountField(label="Maximum, days", most=MOST_DAYS)
    is_life_maximum = forms.BooleanField(label="The maximum is life", required=False)
    jail_credit_days = CountField(
        label="Jail credit, in days",
        most=MOST_DAYS,
        help_text="As the judgment orders it. Leave empty for none.",
    )
    habitual_level = forms.TypedChoiceField(
        label="Habitual offender notice", choices=choices.HabitualLevel.choices, coerce=int
    )
    follows = forms.TypedMultipleChoiceField(
        label="Runs after these sentences",
        required=False,
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        help_text="Leave empty if it runs at the same time as the others (concurrent).",
    )
    consecutive_authority = forms.CharField(
        label="Section that makes it consecutive",
        required=False,
        max_length=32,
        help_text="For example 768.7a(2) or 750.227b.",
    )
    surrendered_on = DayField(
        label="Day the person was let report",
        required=False,
        help_text="Only where the court let the person surrender later to serve the sentence.",
    )
    entered_on = DayField(
        label="Date the judgment was signed",
        required=False,
        help_text="Leave empty if it is the date of sentence.",
    )
    judge = forms.CharField(label="Judge", required=False, max_length=80)
    as_written = as_written_field()

    writes = {
        **{name: (SentenceTerms, name) for name in _TERMS_FIELDS},
        "follows": (ConsecutiveLink, "after"),
        "entered_on": (JudgmentOfSentence, "entered_on"),
        "judge": (JudgmentOfSentence, "judge"),
    }
    field_for = {"minimum": "minimum_years", "maximum": "maximum_years"}

    def prepare(self) -> None:
        """Offer the person's other sentences."""
        super().prepare()
        self.offer(
            "follows", sentences_to_follow(self.viewer, self.person_id, but=self.own_sentence_id)
        )

    own_sentence_id = 0

    def terms(self) -> Terms:
        """Return the terms that were entered."""
        entered = self.cleaned_data
        return Terms(
            kind=entered["kind"],
            sentenced_on=entered["sentenced_on"],
            minimum=self._length("minimum"),
            maximum=self._length("maximum"),
            is_life_maximum=entered["is_life_maximum"] or entered["kind"] == "life",
            jail_credit_days=entered["jail_credit_days"],
            habitual_level=entered["habitual_level"],
            follows=tuple(entered["follows"]),
            consecutive_authority=entered["consecutive_authority"],
            as_written=entered["as_written"],
            surrendered_on=entered["surrendered_on"],
        )

    def signed_on(self) -> date:
        """Return the day of the judgment: that of the sentence unless told."""
        day: date = self.cleaned_data["entered_on"] or self.cleaned_data["sentenced_on"]
        return day

    def _length(self, end: str) -> Length:
        entered = self.cleaned_data
        return Length(entered[f"{end}_years"], entered[f"{end}_months"], entered[f"{end}_days"])
