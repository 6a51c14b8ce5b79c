"""Pages of supervision."""

from django.urls import path

from supervision.views import assignment, caseload, cover, drug_tests, obligations, overview

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
    # What is due
    path("supervision/due/", obligations.due_list, name="due-list"),
    path("people/<int:person>/due/", obligations.person_due, name="person-due"),
    path(
        "people/<int:person>/due/before/",
        obligations.person_due_history,
        name="person-due-history",
    ),
    path(
        "people/<int:person>/due/<int:obligation>/excuse/",
        obligations.obligation_excuse,
        name="obligation-excuse",
    ),
    # Drug and alcohol tests
    path("people/<int:person>/tests/", drug_tests.person_tests, name="person-tests"),
    path("people/<int:person>/tests/record/", drug_tests.test_record, name="test-record"),
    path("people/<int:person>/tests/<int:test>/", drug_tests.person_test, name="person-test"),
    path(
        "people/<int:person>/tests/<int:test>/results/",
        drug_tests.test_results,
        name="test-results",
    ),
    path(
        "people/<int:person>/tests/<int:test>/custody/",
        drug_tests.test_custody,
        name="test-custody",
    ),
    path(
        "people/<int:person>/tests/<int:test>/admission/",
        drug_tests.test_admission,
        name="test-admission",
    ),
    path("people/<int:person>/tests/<int:test>/void/", drug_tests.test_void, name="test-void"),
]
