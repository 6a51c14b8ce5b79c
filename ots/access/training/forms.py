"""What is typed of a completed course."""

from datetime import timedelta

from django import forms

from ots.access.forms import PlainForm
from ots.access.models import Course
from ots.access.training.recording import Completed


class TrainingForm(PlainForm):
    """The course, the day, the certificate."""

    course = forms.ModelChoiceField(label="Course", queryset=Course.objects.none())
    completed_on = forms.DateField(label="Completed on", widget=forms.DateInput({"type": "date"}))
    certificate_number = forms.CharField(label="Certificate number", max_length=60, required=False)
    last_day = forms.DateField(
        label="Valid through",
        required=False,
        widget=forms.DateInput({"type": "date"}),
        help_text="Only where the certificate names a day; else the course's months count",
    )

    def prepare(self) -> None:
        """Offer every course."""
        field = self.fields["course"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = Course.objects.all()

    def completed(self) -> Completed:
        """Return what was typed."""
        last = self.cleaned_data["last_day"]
        return Completed(
            course=self.cleaned_data["course"],
            completed_on=self.cleaned_data["completed_on"],
            certificate_number=self.cleaned_data["certificate_number"],
            expires_on=last + timedelta(days=1) if last else None,
        )
