"""Pages of the person and the legal record; the stem names view, template and test too."""

from django.urls import path

from offenders.views import (
    access,
    custody,
    emergency,
    explain,
    orders,
    people,
    person,
    photographs,
    search,
    sentences,
    time_orders,
    treatment,
)

app_name = "offenders"

_PERSON = "people/<int:person>/"
_SENTENCE = f"{_PERSON}sentences/<int:sentence>/"

urlpatterns = [
    path("people/", search.person_search, name="person-search"),
    path("people/export/", search.person_search_export, name="person-search-export"),
    path("people/record/", people.person_record, name="person-record"),
    path(_PERSON, person.person, name="person"),
    path(f"{_PERSON}timeline/", person.person_timeline, name="person-timeline"),
    path(f"{_PERSON}legal/", person.person_legal, name="person-legal"),
    path(f"{_PERSON}custody/", person.person_custody, name="person-custody"),
    path(f"{_PERSON}identity/", person.person_identity, name="person-identity"),
    path(f"{_PERSON}orders/", person.person_orders, name="person-orders"),
    path(f"{_PERSON}name/correct/", people.name_correct, name="name-correct"),
    path(f"{_PERSON}identifiers/add/", people.identifier_add, name="identifier-add"),
    path(f"{_PERSON}addresses/add/", people.address_add, name="address-add"),
    path(f"{_PERSON}sentences/impose/", sentences.sentence_impose, name="sentence-impose"),
    path(_SENTENCE, sentences.sentence, name="sentence"),
    path(f"{_SENTENCE}amend/", sentences.sentence_amend, name="sentence-amend"),
    path(f"{_SENTENCE}vacate/", sentences.sentence_vacate, name="sentence-vacate"),
    path("offenses/options/", sentences.offense_options, name="offense-options"),
    path(
        f"{_PERSON}time-orders/record/",
        time_orders.time_order_record,
        name="time-order-record",
    ),
    path(f"{_PERSON}custody/record/", custody.custody_record, name="custody-record"),
    path(
        f"{_PERSON}custody/<int:custody>/release/",
        custody.custody_release,
        name="custody-release",
    ),
    path(f"{_PERSON}warrants/record/", orders.warrant_record, name="warrant-record"),
    path(f"{_PERSON}photographs/add/", photographs.photograph_add, name="photograph-add"),
    path(f"{_PERSON}photographs/<int:photograph>/", photographs.photograph, name="photograph"),
    path("emergency/", emergency.emergency_open, name="emergency-open"),
    path("emergency/reviews/", emergency.emergency_reviews, name="emergency-reviews"),
    path("emergency/reviews/<int:opening>/", emergency.emergency_review, name="emergency-review"),
    path("access/roles/", explain.roles, name="roles"),
    path("access/preview/", explain.access_preview, name="access-preview"),
    path(f"{_PERSON}access/", access.person_access, name="person-access"),
    path(f"{_PERSON}access/grants/<int:grant>/end/", access.grant_end, name="grant-end"),
    path(f"{_PERSON}access/known/", access.person_known, name="person-known"),
    path(f"{_PERSON}access/restrict/", access.person_restrict, name="person-restrict"),
    path(f"{_PERSON}access/closures/<int:closure>/", access.closure_lift, name="closure-lift"),
    path(f"{_PERSON}access/seal/", access.record_seal, name="record-seal"),
    path(f"{_PERSON}access/seal/<int:seal>/", access.record_unseal, name="record-unseal"),
    path(f"{_PERSON}treatment/", treatment.person_treatment, name="person-treatment"),
    path(f"{_PERSON}treatment/record/", treatment.treatment_record, name="treatment-record"),
    path(f"{_PERSON}treatment/consents/", treatment.consent_record, name="consent-record"),
    path(
        f"{_PERSON}treatment/consents/<int:consent>/revoke/",
        treatment.consent_revoke,
        name="consent-revoke",
    ),
]
