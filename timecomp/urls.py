"""Pages of time computation; the stem names view, template and test too."""

from django.urls import path

from timecomp.views import (
    certification,
    comparisons,
    dates,
    decisions,
    hypotheses,
    impact,
    law,
    plain_dates,
    projections,
    queue,
    runs,
    worksheets,
)

app_name = "timecomp"

_DATES = "people/<int:person>/dates/"

urlpatterns = [
    path(_DATES, dates.person_dates, name="person-dates"),
    path(f"{_DATES}compute/", dates.person_compute, name="person-compute"),
    path(f"{_DATES}decide/", decisions.date_decide, name="date-decide"),
    path(f"{_DATES}withdraw/", decisions.decision_withdraw, name="decision-withdraw"),
    path(f"{_DATES}certify/", certification.person_certify, name="person-certify"),
    path(f"{_DATES}worksheet/", worksheets.person_worksheet, name="person-worksheet"),
    path(
        f"{_DATES}worksheet.pdf", worksheets.person_worksheet_print, name="person-worksheet-print"
    ),
    path(
        f"{_DATES}worksheet.json",
        worksheets.person_worksheet_export,
        name="person-worksheet-export",
    ),
    path(f"{_DATES}compare/", comparisons.person_compare, name="person-compare"),
    path(f"{_DATES}compare.pdf", comparisons.person_compare_print, name="person-compare-print"),
    path(f"{_DATES}plain/", plain_dates.person_plain, name="person-plain"),
    path(f"{_DATES}plain.pdf", plain_dates.person_plain_print, name="person-plain-print"),
    path(f"{_DATES}victim/", plain_dates.victim_dates, name="victim-dates"),
    path(f"{_DATES}try/", hypotheses.person_try, name="person-try"),
    path(f"{_DATES}<str:key>/", dates.person_date_worksheet, name="person-date-worksheet"),
    path("computation/", queue.overview, name="overview"),
    path("computation/questions.csv", queue.queue_export, name="queue-export"),
    path("computation/assign/", queue.questions_assign, name="questions-assign"),
    path("computation/certification/", certification.certification, name="certification"),
    path("computation/releases/", certification.release_list, name="release-list"),
    path("computation/releases.csv", certification.release_export, name="release-export"),
    path("computation/try/", hypotheses.case_try, name="case-try"),
    path("computation/runs/", runs.nightly_runs, name="nightly-runs"),
    path("computation/runs/<int:run>/", runs.nightly_run, name="nightly-run"),
    path("computation/runs/<int:run>/law/", runs.nightly_law, name="nightly-law"),
    path("computation/runs/<int:run>/law.csv", runs.nightly_law_export, name="nightly-law-export"),
    path("computation/impact/", impact.impact, name="impact"),
    path("computation/impact/new/<slug:scenario>/", impact.impact_start, name="impact-start"),
    path("computation/impact/<int:law_run>/", impact.impact_run, name="impact-run"),
    path("computation/impact/<int:law_run>/people/", impact.impact_people, name="impact-people"),
    path(
        "computation/impact/<int:law_run>/people.csv",
        impact.impact_people_export,
        name="impact-people-export",
    ),
    path(
        "computation/impact/<int:law_run>/scenario.toml",
        impact.impact_scenario_export,
        name="impact-scenario-export",
    ),
    path("computation/impact/<int:law_run>/compare/", impact.impact_compare, name="impact-compare"),
    path("computation/projections/", projections.projections, name="projections"),
    path("computation/projections/<int:projection>/", projections.projection, name="projection"),
    path(
        "computation/projections/<int:projection>.csv",
        projections.projection_export,
        name="projection-export",
    ),
    path("computation/rules/", law.law_rules, name="law-rules"),
]
