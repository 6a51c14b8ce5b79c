"""What is asked of a report of the office, and the name by which it is kept."""

from collections.abc import Mapping
from datetime import date

from django import forms

from interstate.models import Member
from interstate.rules.content import form_of
from interstate.rules.measures import quarter_of
from interstate.rules.routing import MODES
from interstate.selectors.offices import WHOSE, Offices
from interstate.selectors.reports.report import (
    DIRECTIONS,
    Ask,
    Report,
    ReportAsked,
    open_traits,
)
from ots.access.forms import PeriodForm
from ots.access.viewer import Viewer
from ots.core.labels import beside

MOST_DAYS = 3650
ANY = ("", "All")
# The fields behind each thing that may be asked.
FIELDS = {
    Ask.PERIOD: ("since", "until"),
    **{each: (each.value,) for each in Ask if each != "period"},
}


def _day(label: str) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )


class ReportForm(PeriodForm):
    """The filter of a report: only what the report may be asked, all of it optional."""

    since = _day("From")
    until = _day("To")
    days = forms.IntegerField(label="Days", min_value=0, max_value=MOST_DAYS, required=False)
    member = forms.ChoiceField(label="Other state", required=False)
    direction = forms.ChoiceField(
        label="Direction", required=False, choices=[ANY, *DIRECTIONS.items()]
    )
    whose = forms.ChoiceField(label="Owed by", required=False, choices=[ANY, *WHOSE.items()])
    kind = forms.ChoiceField(label="Kind", required=False)
    trait = forms.ChoiceField(label="Special mark", required=False)

    def __init__(self, data: Mapping[str, str], *, viewer: Viewer, report: Report) -> None:
        """Build the form for a report and a viewer."""
        self.viewer, self.report = viewer, report
        super().__init__(data)

    def prepare(self) -> None:
        """Offer what the report may be asked, with choices that the viewer may know."""
        offered = {name for each in self.report.asks for name in FIELDS[each]}
        for name in self.fields.keys() - offered:
            del self.fields[name]
        self._choose("member", [(each.pk, each.name) for each in Member.objects.all()])
        self._choose("kind", [(each.value, form_of(each).title) for each in MODES])
        self._choose("trait", list(open_traits(self.viewer).items()))
        for field in self.fields.values():
            beside(field, "")

    def asked(self, offices: Offices, *, today: date) -> ReportAsked:
        """Return what is asked; without a period the quarter of its end, or of today."""
        told = self.cleaned_data if self.is_valid() else {}
        quarter = quarter_of(told.get("until") or told.get("since") or today)
        words = {name: told.get(name) or "" for name in ("member", "direction", "whose", "kind")}
        return ReportAsked(
            offices=offices,
            today=today,
            since=told.get("since") or quarter.first_day,
            until=told.get("until") or quarter.last_day,
            trait=told.get("trait") or "",
            days=told.get("days"),
            **words,
        )

    def terms(self) -> dict[str, str]:
        """Return what was set, as an address says it."""
        told = self.cleaned_data if self.is_valid() else {}
        return {name: str(value) for name, value in told.items() if value not in (None, "")}

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields.get(name)
        if isinstance(field, forms.ChoiceField):
            field.choices = [ANY, *choices]


class KeepForm(PeriodForm):
    """The name by which a report is kept."""

    name = forms.CharField(label="Name", max_length=60, help_text="Yours alone; no person's name")
