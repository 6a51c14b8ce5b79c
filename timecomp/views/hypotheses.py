"""Trying dates on a hypothetical case: nothing about anybody is stored."""

import json

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from offenders.views.frame import reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.audit.models import Medium
from ots.core.documents import make_pdf
from ots.core.numbers import whole_number
from timecomp.forms.hypothesis import (
    Hypothesis,
    changed_hypothesis,
    empty_hypothesis,
    filled_hypothesis,
    typed_hypothesis,
)
from timecomp.forms.hypothesis_rows import SECTIONS
from timecomp.law.case_fields import CaseFileError
from timecomp.law.case_json import case_to_json
from timecomp.law.case_text import cases_of
from timecomp.law.facts import Case
from timecomp.selectors.hypotheses import notice_of_case, outcome_of, person_start
from timecomp.selectors.printed import printed_hypothesis
from timecomp.services.outlets import note_tried_case, told_about
from timecomp.views.worksheets import pdf_response

LONGEST_FILE = 1_000_000
ONE_CASE = "Give one case; this file holds {count}."
TOO_LONG = f"The file is longer than {LONGEST_FILE:,} bytes; give one case."


@page(Permission.COMPUTATION_TRY)
def case_try(request: PageRequest) -> HttpResponse:
    """Show the rows of a case; what was typed is checked, computed, saved as a file or printed."""
    if request.method != "POST":
        return _show(request, empty_hypothesis())
    verb, _, about = request.POST.get("do", "compute").partition(":")
    if verb == "fill":
        return _fill(request)
    if verb in ("add", "remove"):
        return _show(request, _changed(request, verb, about), base=_base(request))
    return _computed(request, verb)


@page(Permission.COMPUTATION_TRY, scope=Scope.PERSON)
def person_try(request: PageRequest, *, person: int) -> HttpResponse:
    """Start a hypothetical case from a person's facts, as far as they may be seen."""
    start = person_start(reading_of(request), person)
    if start is None:
        raise Http404("Nothing to start from.")
    hypothesis = filled_hypothesis(start.case)
    about = told_about(person, request.seen.categories)
    return _show(request, hypothesis, base=start.case, left_out=start.left_out, about=about)


def _show(
    request: PageRequest,
    hypothesis: Hypothesis,
    *,
    case: Case | None = None,
    base: Case | None = None,
    left_out: tuple[str, ...] = (),
    about: str = "",
) -> HttpResponse:
    context = {
        "hypothesis": hypothesis,
        "outcome": None if case is None else outcome_of(case, base=base),
        "base": "" if base is None else json.dumps(case_to_json(base)),
        "left_out": left_out,
        "about": about or request.POST.get("about", ""),
    }
    return render(request, "timecomp/case_try.html", context)


def _computed(request: PageRequest, verb: str) -> HttpResponse:
    """Read what was typed as a case; a mistake is shown beside its field."""
    hypothesis = typed_hypothesis(request.POST)
    case = hypothesis.case()
    if case is None:
        return _show(request, hypothesis, base=_base(request))
    if verb == "export":
        return _file(request, case)
    if verb == "print":
        return _printed(request, case)
    return _show(request, hypothesis, case=case, base=_base(request))


def _changed(request: PageRequest, verb: str, about: str) -> Hypothesis:
    section, _, number = about.partition(":")
    if verb == "add" and section in SECTIONS:
        return changed_hypothesis(request.POST, add=section)
    row = whole_number(number)
    place = None if row is None else (section, row)
    return changed_hypothesis(request.POST, remove=place)


def _fill(request: PageRequest) -> HttpResponse:
    """Fill the rows from a file or from what was pasted, or say what is wrong with it."""
    upload = request.FILES.get("file")
    if upload is not None and (upload.size or 0) > LONGEST_FILE:
        return _refused(request, TOO_LONG)
    content = request.POST.get("pasted", "").encode() if upload is None else upload.read()
    try:
        cases = cases_of(content)
    except CaseFileError as error:
        return _refused(request, str(error))
    if len(cases) != 1:
        return _refused(request, ONE_CASE.format(count=len(cases)))
    return _show(request, filled_hypothesis(cases[0]), case=cases[0])


def _refused(request: PageRequest, reason: str) -> HttpResponse:
    hypothesis = changed_hypothesis(request.POST)
    hypothesis.errors.append(reason)
    return _show(request, hypothesis, base=_base(request))


def _base(request: PageRequest) -> Case | None:
    """The case that was started from, as the page itself sent it along."""
    given = request.POST.get("base", "")
    if not given:
        return None
    try:
        [base] = cases_of(given.encode("utf-8", errors="replace"))
    except (CaseFileError, ValueError):
        return None
    return base


def _file(request: PageRequest, case: Case) -> HttpResponse:
    notice = notice_of_case(case)
    written = case_to_json(case) | ({"notice": notice} if notice else {})
    answer = HttpResponse(json.dumps(written, indent=1), content_type="application/json")
    answer["Content-Disposition"] = 'attachment; filename="case.json"'
    _note(request, Medium.JSON, answer.content)
    return answer


def _printed(request: PageRequest, case: Case) -> HttpResponse:
    outcome, now = outcome_of(case), timezone.now()
    to_settle = [(each.sentence or "", each.message) for each in outcome.exceptions]
    data = printed_hypothesis(outcome.sheet, to_settle, at=now, notice=notice_of_case(case))
    content = make_pdf("worksheet", data, made_at=now)
    _note(request, Medium.PDF, content)
    return pdf_response(content, "hypothetical-case.pdf")


def _note(request: PageRequest, medium: Medium, content: bytes) -> None:
    """Record what left where the case began with a person's facts."""
    about = request.POST.get("about", "")
    note_tried_case(request.viewer, about, medium=medium, content=content)
