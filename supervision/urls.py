"""Pages of supervision."""

from django.urls import path

from supervision.views import assignment, caseload, cover, overview

app_name = "supervision"
urlpatterns = [
    # The person's supervision
    path("people/<int:person>/supervision/", overview.overview, name="overview"),
    # Caseload and assignment
    path("caseload/", caseload.caseload_list, name="caseload"),
    path("caseload/export/", caseload.caseload_export, name="caseload-export"),
    path("caseload/cover/", cover.cover, name="cover"),
    path("caseload/cover/<int:cover>/end/", cover.cover_end, name="cover-end"),
    path("people/<int:person>/assign/", assignment.case_assign, name="case-assign"),
]
