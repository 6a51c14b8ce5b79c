"""The form in which the rates of a projection are stated."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from ots.access.forms import PlainForm, describe_widgets
from timecomp.projection.rates import ALL, Rates

LONGEST_MONTHS = 600


def months(label: str, *, initial: int, hint: str = "") -> forms.IntegerField:
    """Return a field of a number of months."""
    return forms.IntegerField(
        label=label, min_value=0, max_value=LONGEST_MONTHS, initial=initial, help_text=hint
    )


def share(label: str, *, initial: int, hint: str = "") -> forms.IntegerField:
    """Return a field of a share in per cent."""
    return forms.IntegerField(
        label=label, min_value=0, max_value=ALL, initial=initial, help_text=hint
    )


class ProjectionForm(PlainForm):
    """Rates that the record cannot know, and people admitted a month by group of offenses."""

    run = forms.TypedChoiceField(
        label="Law to compare with", required=False, coerce=int, empty_value=None
    )
    paroled_percent = share(
        "Paroled in the month of the earliest release", initial=100, hint="percent"
    )
    deferral_months = months("Months that the others wait", initial=12)
    parole_months = months(
        "Months on parole", initial=24, hint="Parole never lasts beyond the maximum."
    )
    return_percent = share("Back in prison within a year of parole", initial=0, hint="percent")
    return_months = months("Months until they leave again", initial=12)

    def __init__(
        self,
        data: Mapping[str, object] | None = None,
        *,
        runs: Sequence[tuple[int, str]],
        admissions: Mapping[str, float],
        run: str = "",
    ) -> None:
        """Offer the finished runs, and of each group what came of late."""
        self.groups = {f"admitted_{group}": group for group in admissions}
        super(PlainForm, self).__init__(data, initial={"run": run})
        choices = [("", "None: today's law alone"), *((str(pk), title) for pk, title in runs)]
        self.fields["run"].choices = choices  # type: ignore[attr-defined]  # a choice field's own
        for name, group in self.groups.items():
            self.fields[name] = forms.FloatField(
                label=f"Admitted a month: {group.replace('_', ' ')}",
                min_value=0,
                initial=admissions[group],
                help_text="people; suggested is the average of the last five years",
            )
        describe_widgets(self)

    @property
    def rates(self) -> Rates:
        """Return what was stated."""
        stated: dict[str, Any] = self.cleaned_data
        return Rates(
            admissions={group: stated[name] for name, group in self.groups.items()},
            paroled_percent=stated["paroled_percent"],
            deferral_months=stated["deferral_months"],
            parole_months=stated["parole_months"],
            return_percent=stated["return_percent"],
            return_months=stated["return_months"],
        )
