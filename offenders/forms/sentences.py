"""Entering, amending and vacating a sentence."""

from datetime import date

from django import forms

from offenders import choices
from offenders.forms.entry import EntryForm
from offenders.forms.fields import DayField, reason_field
from offenders.forms.terms import TermsForm
from offenders.models import (
    Charge,
    ChargeParticulars,
    CourtCase,
    Disposition,
    JudgmentOfSentence,
    SentenceTerms,
    Statute,
)
from offenders.selectors.legal import case_choices, court_choices, unsentenced_counts
from offenders.selectors.statutes import offense_text, offenses_meant
from offenders.services.cases import CaseEntry, Particulars
from offenders.services.judgment_entry import Count, LaterPaper, SentenceOrder

NEW = "new"
VERDICTS = [
    (choices.DispositionKind.CONVICTED_PLEA.value, "Plea"),
    (choices.DispositionKind.CONVICTED_TRIAL.value, "Verdict at trial"),
]
LATER_KINDS = [
    (choices.OrderKind.AMENDED.value, "Amended judgment"),
    (choices.OrderKind.RESENTENCE.value, "Resentencing"),
]


class SentenceImposeForm(TermsForm):
    """A sentence with its case and count, recorded already or new."""

    count = forms.ChoiceField(
        label="Count",
        help_text="A count that is in the record brings its case and offense with it.",
    )
    case = forms.ChoiceField(label="Case", required=False)
    court = forms.ChoiceField(label="Court", required=False)
    docket_number = forms.CharField(
        label="Docket number", required=False, max_length=40, help_text="As 24-001234-FC."
    )
    offense = forms.CharField(
        label="Offense",
        required=False,
        max_length=200,
        help_text="Type the section (750.529), the prosecutor's code or the title.",
    )
    offense_date = DayField(label="Date of offense", required=False)
    form = forms.ChoiceField(label="Form of the offense", choices=choices.OffenseRole.choices)
    verdict = forms.ChoiceField(label="Convicted by", choices=VERDICTS)

    writes = {
        **TermsForm.writes,
        "count": (Charge, "case"),
        "case": (CourtCase, "docket_number"),
        "court": (CourtCase, "court"),
        "docket_number": (CourtCase, "docket_number"),
        "offense": (ChargeParticulars, "statute"),
        "offense_date": (ChargeParticulars, "offense_date"),
        "form": (ChargeParticulars, "form"),
        "verdict": (Disposition, "kind"),
    }

    def prepare(self) -> None:
        """Offer the person's cases and unsentenced counts, and the courts."""
        super().prepare()
        counts = unsentenced_counts(self.viewer, self.person_id)
        self.case_of_count = {str(count.charge_id): count.case_id for count in counts}
        self.offer("count", [(NEW, "A new count"), *((one.charge_id, one.text) for one in counts)])
        self.offer("case", [(NEW, "A new case"), *case_choices(self.viewer, self.person_id)])
        self.offer("court", [("", "Choose the court"), *court_choices()])

    def clean(self) -> dict[str, object]:
        """Ask for what a new case and a new count need, and find the offense meant."""
        entered: dict[str, object] = super().clean() or {}
        self.statute: Statute | None = None
        if entered.get("count") != NEW:
            return entered
        if entered.get("case") in (NEW, ""):
            self._require("court", "Choose the court.")
            self._require("docket_number", "Enter the docket number of the new case.")
        self._require("offense_date", "Enter the date of the offense.")
        self._require("offense", "Enter the offense.")
        day = entered.get("offense_date")
        if entered.get("offense") and isinstance(day, date):
            self._find_offense(str(entered["offense"]), day)
        return entered

    def order(self) -> SentenceOrder:
        """Return the sentence that was entered."""
        count = self.cleaned_data["count"]
        return SentenceOrder(
            case=self._case() if count == NEW else self.case_of_count[count],
            count=self._count() if count == NEW else int(count),
            terms=self.terms(),
            entered_on=self.signed_on(),
            judge=self.cleaned_data["judge"],
        )

    def _case(self) -> int | CaseEntry:
        entered = self.cleaned_data
        if entered["case"] not in (NEW, ""):
            return int(entered["case"])
        return CaseEntry(
            court_id=int(entered["court"]),
            docket_number=entered["docket_number"],
            judge=entered["judge"],
        )

    def _count(self) -> Count:
        entered = self.cleaned_data
        particulars = Particulars(
            description=self.statute.title if self.statute else entered["offense"],
            statute_id=self.statute.pk if self.statute else None,
            offense_code=self.statute.mcl if self.statute else "",
            offense_date=entered["offense_date"],
            form=entered["form"],
        )
        return Count(particulars=particulars, verdict=entered["verdict"])

    def _require(self, name: str, message: str) -> None:
        if name not in self.errors and not self.cleaned_data.get(name):
            self.add_error(name, message)

    def _find_offense(self, text: str, day: date) -> None:
        meant = offenses_meant(text, on=day)
        if len(meant) == 1:
            self.statute = meant[0]
        elif not self.cleaned_data.get("as_written"):
            self.may_stand = not meant
            self.add_error("offense", _unclear(meant, text, day))


def _unclear(meant: list[Statute], text: str, day: date) -> str:
    if meant:
        listed = "; ".join(offense_text(statute) for statute in meant[:4])
        return f"More than one offense is meant by that. Enter one in full: {listed}."
    return (
        f"No offense in the tables was in force on {day:%b} {day.day}, {day.year} under"
        f" “{text}”. Check it, or tick “Record as the judgment is written”."
    )


class SentenceAmendForm(TermsForm):
    """The terms of an amended judgment or a resentencing."""

    later_kind = forms.ChoiceField(label="What the court entered", choices=LATER_KINDS)
    reason = reason_field("The court corrected the maximum.")
    instead_of = forms.IntegerField(widget=forms.HiddenInput)

    writes = {**TermsForm.writes, "later_kind": (JudgmentOfSentence, "kind")}
    unstored = frozenset({"token", "reason", "instead_of"})

    def __init__(self, *args: object, sentence_id: int, **kwargs: object) -> None:
        """Build the form for one sentence of the person."""
        self.own_sentence_id = sentence_id
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through
        # An amended judgment is signed later than the sentence it corrects.
        self.fields["entered_on"].required = True
        self.fields["entered_on"].help_text = ""

    def paper(self) -> LaterPaper:
        """Return the judgment that was entered."""
        entered = self.cleaned_data
        return LaterPaper(
            entered_on=entered["entered_on"],
            reason=entered["reason"],
            instead_of=entered["instead_of"],
            judge=entered["judge"],
            kind=entered["later_kind"],
        )


class SentenceVacateForm(EntryForm):
    """An order that vacates a sentence."""

    entered_on = DayField(label="Date of the order")
    judge = forms.CharField(label="Judge", required=False, max_length=80)
    reason = reason_field("Reversed on appeal.")
    instead_of = forms.IntegerField(widget=forms.HiddenInput)

    writes = {
        "entered_on": (SentenceTerms, "vacated_on"),
        "judge": (JudgmentOfSentence, "judge"),
    }
    unstored = frozenset({"token", "reason", "instead_of"})

    def paper(self) -> LaterPaper:
        """Return the order that was entered."""
        entered = self.cleaned_data
        return LaterPaper(
            entered_on=entered["entered_on"],
            reason=entered["reason"],
            instead_of=entered["instead_of"],
            judge=entered["judge"],
        )
