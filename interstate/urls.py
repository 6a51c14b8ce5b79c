"""Pages of the interstate compact."""

from django.urls import path

from interstate.views import (
    activities,
    cases,
    copying,
    corrections,
    folding,
    following,
    giving,
    moving_offices,
    office,
    packet,
    portal,
    reminders,
    reports,
    watching,
    worklist,
)

app_name = "interstate"

_CASE = "people/<int:person>/compact/<int:transfer>/"
_ACTIVITY = f"{_CASE}activities/<int:activity>/"

urlpatterns = [
    path("compact/", worklist.worklist, name="worklist"),
    path("compact/give/", giving.cases_give, name="cases-give"),
    path("compact/reminders/", reminders.reminders, name="reminders"),
    path("compact/members/", worklist.members, name="members"),
    path("compact/office/", office.office_page, name="office"),
    path("compact/office/members/", office.office_members, name="office-members"),
    path("compact/office/cases/", office.office_cases, name="office-cases"),
    path("compact/office/cases.csv", office.office_cases_export, name="office-cases-export"),
    path("compact/office/owed/", office.office_owed, name="office-owed"),
    path("compact/office/owed.csv", office.office_owed_export, name="office-owed-export"),
    path("compact/office/activities/", office.office_activities, name="office-activities"),
    path(
        "compact/office/measures.csv", office.office_measures_export, name="office-measures-export"
    ),
    path("compact/office/reports/", reports.office_reports, name="office-reports"),
    path("compact/office/reports/<slug:report>/", reports.office_report, name="office-report"),
    path(
        "compact/office/reports/<slug:report>.csv",
        reports.office_report_export,
        name="office-report-export",
    ),
    path("compact/office/reports/<slug:report>/keep/", reports.report_keep, name="report-keep"),
    path("compact/office/kept/<int:kept>/forget/", reports.report_forget, name="report-forget"),
    path("people/<int:person>/compact/", cases.person_cases, name="person-cases"),
    path("people/<int:person>/compact/open/", cases.case_open, name="case-open"),
    path(_CASE, cases.case, name="case"),
    path(f"{_CASE}record/<slug:event>/", cases.event_record, name="event-record"),
    path(f"{_CASE}portal/", portal.case_portal, name="case-portal"),
    path(f"{_CASE}portal/show/", portal.case_portal_show, name="case-portal-show"),
    path(f"{_CASE}office/", moving_offices.case_office, name="case-office"),
    path(f"{_CASE}court-cases/", cases.case_court_cases, name="case-court-cases"),
    path(f"{_CASE}fold/", folding.case_fold, name="case-fold"),
    path(f"{_CASE}unfold/", folding.case_unfold, name="case-unfold"),
    path(f"{_CASE}watch/", watching.case_watch, name="case-watch"),
    path(f"{_CASE}activities/start/", cases.activity_start, name="activity-start"),
    path(_ACTIVITY, activities.activity, name="activity"),
    path(f"{_ACTIVITY}watch/", watching.activity_watch, name="activity-watch"),
    path(f"{_ACTIVITY}packet/", packet.activity_packet, name="activity-packet"),
    path(f"{_ACTIVITY}copy/", copying.activity_copy, name="activity-copy"),
    path(f"{_ACTIVITY}follow/", following.activity_follow, name="activity-follow"),
    path(f"{_ACTIVITY}correct/", corrections.activity_correct, name="activity-correct"),
    path(f"{_ACTIVITY}move/", activities.activity_move, name="activity-move"),
    path(
        f"{_ACTIVITY}documents/<int:attachment>/", activities.attachment, name="activity-document"
    ),
]
