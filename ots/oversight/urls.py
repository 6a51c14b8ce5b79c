"""Pages of oversight; the stem names view, template and test too."""

from django.urls import path

from ots.oversight.views import concerns, disclosures, incidents, person, questions, trail

app_name = "oversight"

urlpatterns = [
    path("oversight/", trail.overview, name="overview"),
    path("oversight/trail/", trail.trail_search, name="trail-search"),
    path("oversight/trail/evidence/", trail.trail_evidence, name="trail-evidence"),
    path("oversight/trail/<int:entry>/", trail.trail_entry, name="trail-entry"),
    path("oversight/questions/<slug:question>/", questions.saved_question, name="saved-question"),
    path("oversight/disclosures/", disclosures.disclosure_log, name="disclosure-log"),
    path("incidents/report/", incidents.incident_report, name="incident-report"),
    path("oversight/incidents/", incidents.incident_list, name="incident-list"),
    path("oversight/incidents/<int:incident>/", incidents.incident_detail, name="incident-detail"),
    path(
        "oversight/incidents/<int:incident>/print/",
        incidents.incident_print,
        name="incident-print",
    ),
    path("concerns/", concerns.concern_own, name="concern-own"),
    path("concerns/tell/", concerns.concern_report, name="concern-report"),
    path("oversight/concerns/", concerns.concern_list, name="concern-list"),
    path("oversight/concerns/<int:concern>/", concerns.concern_detail, name="concern-detail"),
    path("people/<int:person>/trail/", person.person_trail, name="person-trail"),
    path(
        "people/<int:person>/disclosures/",
        disclosures.person_disclosures,
        name="person-disclosures",
    ),
]
