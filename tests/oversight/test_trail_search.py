"""The trail as auditors search it."""

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from offenders.selectors.search import SearchCriteria, find_people
from ots.access.viewer import viewer_for
from ots.audit.events import Event
from ots.audit.models import AuditEntry
from ots.audit.services import record_denial, record_view
from tests.searching import address_of, search
from tests.wording import says

URL = reverse("oversight:trail-search")


def found(client, **query):
    return search(client, URL, query).context["found"].lines


def words(client, **query):
    return [line.words for line in found(client, **query)]


def test_it_finds_who_opened_a_person_and_who_had_the_person_on_a_list(auditing, views):
    assert {"viewed a person's record", "viewed a list of people"} <= set(
        words(auditing, person=views.pk)
    )


def test_it_reads_as_a_sentence(auditing, views, olivia):
    sentences = [line.sentence for line in found(auditing, person=views.pk)]
    assert f"{olivia} viewed the record of person {views.pk}" in sentences


def test_it_finds_what_a_user_did(auditing, views, olivia, oscar):
    assert {line.actor_id for line in found(auditing, user="Olivia")} == {olivia.pk}
    assert found(auditing, user="Oscar") == []


def test_it_finds_one_kind_of_event(auditing, views):
    assert set(words(auditing, event="LIST_VIEWED")) == {"viewed a list of people"}


def test_it_finds_what_was_refused(auditing, oscar, dana):
    record_denial(actor=oscar, person_id=dana.pk, details={})
    (line,) = found(auditing, outcome="denied")
    assert (line.actor_id, line.is_denied) == (oscar.pk, True)


def test_it_finds_a_category_that_was_shown(auditing, views):
    record_view(Event.PERSON_VIEWED, actor=None, person_id=1, categories=["medical"])
    assert [line.person for line in found(auditing, category="medical")] == [1]


def test_it_finds_the_entries_of_one_request(auditing, views):
    entry = AuditEntry.objects.filter(event="PERSON_VIEWED").latest("pk")
    shown = found(auditing, request_number=entry.cid)
    assert {line.request_number for line in shown} == {entry.cid}


def test_it_finds_who_searched_for_a_name_that_only_a_hash_keeps(auditing, olivia, dana):
    find_people(viewer_for(olivia), SearchCriteria(name="Doe, Dana"))
    find_people(viewer_for(olivia), SearchCriteria(name="Roe"))
    assert len(found(auditing, term="doe")) == 1


def test_it_leaves_out_other_days(auditing, views):
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert found(auditing, since=tomorrow.isoformat()) == []


def test_older_entries_follow_without_gap_or_repetition(auditing, dana):
    for number in range(120):
        record_view(Event.PERSON_VIEWED, actor=None, person_id=number + 1)
    seen, before = [], ""
    address = address_of(auditing, URL, {"event": "PERSON_VIEWED"})
    while True:
        page = auditing.get(f"{address}&before={quote(before)}").context["found"]
        seen += [line.person for line in page.lines]
        before = page.next
        if not before:
            break
    assert seen == list(range(120, 0, -1))


def test_a_made_up_place_shows_the_newest(auditing, views):
    assert auditing.get(URL, {"before": "yesterday~x"}).status_code == 200


def test_a_wrong_address_is_told(auditing, db):
    body = search(auditing, URL, {"address": "nowhere"}).content.decode()
    assert "Enter a valid IPv4 or IPv6 address" in body


def test_looking_is_in_the_trail_without_the_words_asked(auditing, audrey, views):
    search(auditing, URL, {"user": "Olivia"})
    entry = AuditEntry.objects.filter(event="TRAIL_READ").latest("pk")
    assert entry.actor == audrey
    assert entry.additional_data["asked"] == "user"


def queries(client):
    with CaptureQueriesContext(connection) as captured:
        client.get(URL)
    return len(captured)


def test_the_number_of_queries_does_not_grow_with_the_list(auditing, views, olivia):
    before = queries(auditing)
    for number in range(30):
        record_view(Event.PERSON_VIEWED, actor=olivia, person_id=number + 1)
    assert queries(auditing) == before


@pytest.mark.parametrize("who", ["olivia", "tim", "adam", "sam"])
def test_only_auditors_search_the_trail(who, request, sign_in):
    assert sign_in(request.getfixturevalue(who)).get(URL).status_code == 403


def test_an_entry_shows_its_changes_only_as_far_as_the_auditor_may_see_them(auditing, dana):
    entry = AuditEntry.objects.filter(
        content_type__model="person", object_id=dana.pk, changes__has_key="last_name"
    ).latest("pk")
    body = auditing.get(reverse("oversight:trail-entry", args=[entry.pk])).content.decode()
    assert "last_name" in body
    assert not says(body, "Doe")


def test_what_was_searched_for_opens_for_a_reason_that_is_recorded(auditing, olivia, dana):
    find_people(viewer_for(olivia), SearchCriteria(name="Zebulon"))
    entry = AuditEntry.objects.get(event="PERSON_SEARCHED")
    url = reverse("oversight:trail-entry", args=[entry.pk])
    assert "Zebulon" not in auditing.get(url).content.decode()
    assert "Zebulon" in auditing.post(url, {"reason": "Case IA-7"}).content.decode()
    assert AuditEntry.objects.get(event="TERMS_READ").reason == "Case IA-7"


def test_what_was_searched_for_stays_sealed_without_a_reason(auditing, olivia, dana):
    find_people(viewer_for(olivia), SearchCriteria(name="Zebulon"))
    entry = AuditEntry.objects.get(event="PERSON_SEARCHED")
    url = reverse("oversight:trail-entry", args=[entry.pk])
    assert "Zebulon" not in auditing.post(url, {"reason": ""}).content.decode()


def test_an_entry_that_is_not_there_is_not_found(auditing, db):
    url = reverse("oversight:trail-entry", args=[999_999_999])
    assert auditing.get(url).status_code == 404
