"""Assessments of risk and needs: the list, the form, the result, and using its level."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from offenders.selectors.people import person_header
from offenders.services.refusals import RefusedError
from offenders.views.frame import reading_of, sent
from ots.access.exports import notice_for
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.core.documents import make_pdf
from supervision.forms.risk import ToolResultsForm
from supervision.forms.scoring import ScoringForm
from supervision.rules.instruments.form import Value
from supervision.rules.prefill.answering import Answer
from supervision.rules.prefill.tables import prefilled
from supervision.selectors.answer_sources import SourceShown, answering_sources
from supervision.selectors.instruments import (
    InForce,
    guideline_factors,
    instrument_behind,
    instrument_on,
)
from supervision.selectors.printed_scoring import printed_scoring
from supervision.selectors.record_facts import record_facts
from supervision.selectors.risk_list import risk_of
from supervision.selectors.scorings import scoring_shown, standing_scoring
from supervision.services.overrides import use_level
from supervision.services.risk_outlets import note_printed
from supervision.services.risk_results import record_results
from supervision.services.scoring import ScoringEntry, complete_scoring, record_scoring
from supervision.views.frame import supervision_page

SECTION = "risk"


@page(Permission.RISK_VIEW, scope=Scope.PERSON)
def risk(request: PageRequest, *, person: int) -> HttpResponse:
    """Show the assessments of a person, and what may be assessed."""
    shown = risk_of(reading_of(request), person, today=timezone.localdate())
    return supervision_page(request, "supervision/risk.html", person, section=SECTION, shown=shown)


@page(Permission.RISK_ASSESS, scope=Scope.PERSON)
def risk_assess(request: PageRequest, *, person: int, instrument: str) -> HttpResponse:
    """Ask an instrument's items; what the record answers is shown and confirmed."""
    in_force = instrument_on(instrument, timezone.localdate())
    if in_force is None:
        raise Http404("No such instrument.")
    form = _form(request, person, in_force)
    if form.is_valid():
        entry = ScoringEntry(
            instrument=instrument,
            occasion=form.cleaned_data["occasion"],
            scored_on=form.cleaned_data["scored_on"],
            answers=form.given_answers(),
        )
        made = form.carry_out(
            lambda: record_scoring(request.viewer, person, entry, token=form.sent_token)
        )
        if made is not None:
            return redirect("supervision:scoring", person=person, scoring=made.pk)
    return _asked(request, person, form)


@page(Permission.RISK_ASSESS, scope=Scope.PERSON)
def scoring_complete(request: PageRequest, *, person: int, scoring: int) -> HttpResponse:
    """Answer what was missing; what was answered stands in the form."""
    old = standing_scoring(reading_of(request), person, scoring)
    if old.superseded_at is not None:
        raise Http404("A newer answer stands.")
    in_force = InForce(instrument_behind(old), old.tables)
    form = _form(request, person, in_force, given=old.answers)
    if form.is_valid():
        made = form.carry_out(
            lambda: complete_scoring(
                request.viewer,
                person,
                old,
                answers=form.given_answers(),
                token=form.sent_token,
            )
        )
        if made is not None:
            return redirect("supervision:scoring", person=person, scoring=made.pk)
    return _asked(request, person, form)


def _form(
    request: PageRequest,
    person: int,
    in_force: InForce,
    given: Mapping[str, Value] | None = None,
) -> ScoringForm:
    facts = record_facts(reading_of(request), person, as_of=timezone.localdate())
    return ScoringForm(
        sent(request),
        viewer=request.viewer,
        person_id=person,
        instrument=in_force.instrument,
        answers=prefilled(in_force.instrument, facts),
        given=given,
    )


def _asked(request: PageRequest, person: int, form: ScoringForm) -> HttpResponse:
    return supervision_page(
        request,
        "supervision/risk_assess.html",
        person,
        section=SECTION,
        form=form,
        instrument=form.instrument,
        groups=list(
            form.groups(
                _sources(request, person, form.answers), guideline_factors(timezone.localdate())
            )
        ),
    )


def _sources(
    request: PageRequest, person: int, answers: Mapping[str, Answer]
) -> Mapping[str, tuple[SourceShown, ...]]:
    rows = {
        name: tuple((each.kind, each.key, each.on) for each in answer.sources)
        for name, answer in answers.items()
    }
    return answering_sources(reading_of(request), person, rows)


@page(Permission.RISK_VIEW, scope=Scope.PERSON)
def scoring(request: PageRequest, *, person: int, scoring: int) -> HttpResponse:
    """Show one assessment: every part, what would move it, and the level it suggests."""
    shown = scoring_shown(reading_of(request), person, scoring, today=timezone.localdate())
    return supervision_page(
        request, "supervision/scoring.html", person, section=SECTION, shown=shown
    )


@page(Permission.RISK_VIEW, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def scoring_print(request: PageRequest, *, person: int, scoring: int) -> HttpResponse:
    """Give one assessment as a PDF."""
    reading, now = reading_of(request), timezone.now()
    today = timezone.localdate()
    shown = scoring_shown(reading, person, scoring, today=today)
    header = person_header(reading, person, today=today)
    data = printed_scoring(
        shown,
        name=header.person.full_name,
        person_id=person,
        at=now,
        notice=notice_for(reading.seen.categories),
    )
    content = make_pdf("assessment", data, made_at=now)
    note_printed(reading, person, what="assessment", content=content)
    answer = HttpResponse(content, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="assessment-{scoring}.pdf"'
    return answer


@page(Permission.RISK_DECIDE, scope=Scope.PERSON)
@require_POST
def scoring_use(request: PageRequest, *, person: int, scoring: int) -> HttpResponse:
    """Supervise at the level that the assessment suggests."""
    today = timezone.localdate()
    try:
        level = use_level(request.viewer, person, scoring, today=today)
    except RefusedError as refusal:
        messages.error(request, str(refusal))
    else:
        label = level.get_level_display()
        messages.success(request, f"The level is {label} from {today:%b %d, %Y}.")
    return redirect("supervision:scoring", person=person, scoring=scoring)


@page(Permission.RISK_ASSESS, scope=Scope.PERSON)
def tool_results(request: PageRequest, *, person: int) -> HttpResponse:
    """Record what the sheet of another tool says."""
    form = ToolResultsForm(sent(request), viewer=request.viewer)
    if form.is_valid():
        made = form.carry_out(
            lambda: record_results(
                request.viewer,
                person,
                tool=form.cleaned_data["tool"],
                assessed_on=form.cleaned_data["assessed_on"],
                results=form.results(),
                token=form.sent_token,
            )
        )
        if made is not None:
            messages.success(request, "The results are recorded.")
            return redirect("supervision:risk", person=person)
    return supervision_page(
        request, "supervision/tool_results.html", person, section=SECTION, form=form
    )
