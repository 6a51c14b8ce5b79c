"""The limits of a saved question."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar

from django import forms

from ots.access.forms import PeriodForm
from ots.oversight.questions import Question

DAYS_LOOKED_BACK = 7
LARGEST_LIMIT = 100_000


class QuestionForm(PeriodForm):
    """Between which days, and each limit of the question."""

    since = forms.DateField(label="From", widget=forms.DateInput({"type": "date"}))
    until = forms.DateField(label="To", widget=forms.DateInput({"type": "date"}))

    question: ClassVar[Question]

    def limits(self) -> dict[str, int]:
        """Return the limits as they were set."""
        return {limit.name: self.cleaned_data[limit.name] for limit in self.question.limits}


def question_form(question: Question, data: Mapping[str, object]) -> QuestionForm:
    """Return the form of a question, with a field for each of its limits."""
    fields = {
        limit.name: forms.IntegerField(label=limit.label, min_value=0, max_value=LARGEST_LIMIT)
        for limit in question.limits
    }
    made = type("QuestionForm", (QuestionForm,), {**fields, "question": question})
    form: QuestionForm = made(data)
    return form


def usual(question: Question, today: date) -> dict[str, object]:
    """Return what the form starts with: the last week and the limits as meant."""
    since = today - timedelta(days=DAYS_LOOKED_BACK)
    return {"since": since, "until": today, **question.defaults()}
