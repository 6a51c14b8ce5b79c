"""The saved questions and their weekly review."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.oversight.forms.questions import QuestionForm, question_form, usual
from ots.oversight.forms.trail import ReviewForm
from ots.oversight.questions import Found, Question, question_by_key
from ots.oversight.selectors.questions import answers, reviews_of
from ots.oversight.services.reviews import review_question


@page(Permission.AUDIT_VIEW)
def saved_question(request: PageRequest, question: str) -> HttpResponse:
    """Show what a question brings up, and take down what came of going through it."""
    asked = question_by_key(question)
    if asked is None:
        raise Http404("There is no such question.")
    form = question_form(asked, request.GET or usual(asked, timezone.localdate()))
    found = _found(request, asked, form)
    review = ReviewForm(request.POST or None)
    if request.method == "POST" and found is not None and review.is_valid():
        review_question(
            request.viewer,
            asked,
            limits=form.limits(),
            since=form.cleaned_data["since"],
            until=form.cleaned_data["until"],
            found=len(found),
            conclusion=review.cleaned_data["conclusion"],
        )
        messages.success(request, "The review is on the record.")
        return redirect(request.get_full_path())
    context = {
        "question": asked,
        "form": form,
        "found": found,
        "review": review,
        "reviews": reviews_of(request.viewer, asked),
    }
    return render(request, "oversight/saved_question.html", context)


def _found(request: PageRequest, asked: Question, form: QuestionForm) -> list[Found] | None:
    if not form.is_valid():
        return None
    days = {"since": form.cleaned_data["since"], "until": form.cleaned_data["until"]}
    return answers(request.viewer, asked, form.limits(), **days)
