"""Pages of the person and the legal record; the stem names view, template and test too."""

from django.urls import path

from offenders.views import custody, orders, people, person, photographs, search, sentences

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
    path(f"{_PERSON}custody/record/", custody.custody_record, name="custody-record"),
    path(
        f"{_PERSON}custody/<int:custody>/release/",
        custody.custody_release,
        name="custody-release",
    ),
    path(f"{_PERSON}warrants/record/", orders.warrant_record, name="warrant-record"),
    path(f"{_PERSON}photographs/add/", photographs.photograph_add, name="photograph-add"),
    path(f"{_PERSON}photographs/<int:photograph>/", photographs.photograph, name="photograph"),
]
