"""Pages of supervision."""

from django.urls import path

from supervision.views import assignment, caseload

app_name = "supervision"
urlpatterns = [
    path("caseload/", caseload.caseload_list, name="caseload"),
    path("caseload/export/", caseload.caseload_export, name="caseload-export"),
    path("people/<int:person>/assign/", assignment.case_assign, name="case-assign"),
]
