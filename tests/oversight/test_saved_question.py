"""The saved questions: what each brings up, and its weekly review."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from offenders.services.restrictions import lift_closure, restrict_person
from ots.access.viewer import system_viewer
from ots.audit.context import request_id
from ots.audit.disclosures import Purpose, Release, disclose
from ots.audit.events import Event
from ots.audit.models import Medium
from ots.audit.services import record_denial, record_view
from ots.oversight.models import Review
from ots.oversight.questions import QUESTIONS, question_by_key
from tests import factories


def ask(client, key, **limits):
    today = timezone.localdate()
    days = {"since": today - timedelta(days=7), "until": today}
    asked = {**question_by_key(key).defaults(), **days, **limits}
    answer = client.get(reverse("oversight:saved-question", args=[key]), asked)
    return answer.context["found"]


def users(found):
    return {row.user_id for row in found}


def view(user, person_id):
    return record_view(Event.PERSON_VIEWED, actor=user, person_id=person_id)


def test_one_who_opens_a_person_of_his_surname_comes_up(auditing, olivia, dana):
    relative = factories.person("Pat", last_name=olivia.last_name)
    view(olivia, relative.pk)
    view(olivia, dana.pk)
    (row,) = ask(auditing, "same-surname")
    assert (row.user_id, row.person) == (olivia.pk, relative.pk)


def test_one_who_opens_a_colleague_comes_up(auditing, olivia, oscar):
    colleague = factories.person(oscar.first_name, last_name=oscar.last_name)
    view(olivia, colleague.pk)
    assert users(ask(auditing, "colleague")) == {olivia.pk}


def test_one_who_opens_a_restricted_person_comes_up_while_the_restriction_stands(
    auditing, olivia, dana
):
    clerk, other = system_viewer("tests"), factories.person("Other")
    made = restrict_person(clerk, dana.pk, kind="protected", reason="witness")
    view(olivia, dana.pk)
    view(olivia, other.pk)
    assert [row.person for row in ask(auditing, "flagged")] == [dana.pk]
    lift_closure(clerk, dana.pk, closure_id=made.pk, reason="over")
    assert ask(auditing, "flagged") == []


def test_one_who_opens_many_strangers_comes_up(auditing, olivia, dana):
    strangers = [factories.person(f"S{number}") for number in range(3)]
    for stranger in strangers:
        view(olivia, stranger.pk)
    view(olivia, dana.pk)
    assert [row.count for row in ask(auditing, "without-a-case", at_least=3)] == [3]
    assert ask(auditing, "without-a-case", at_least=4) == []


def test_one_who_is_refused_again_and_again_comes_up(auditing, oscar, dana):
    for _ in range(5):
        record_denial(actor=oscar, person_id=dana.pk, details={})
    assert users(ask(auditing, "denied", at_least=5)) == {oscar.pk}
    assert ask(auditing, "denied", at_least=6) == []


def test_one_who_opens_very_many_in_an_hour_comes_up(auditing, olivia, oscar, db):
    for number in range(8):
        view(olivia, number + 1)
    view(oscar, 1)
    assert users(ask(auditing, "many-an-hour", at_least=4)) == {olivia.pk}


def test_a_person_whom_many_open_comes_up(auditing, olivia, oscar, sam, dana):
    for user in (olivia, oscar, sam):
        view(user, dana.pk)
    assert [(row.person, row.count) for row in ask(auditing, "one-person", at_least=3)] == [
        (dana.pk, 3)
    ]


@pytest.mark.parametrize(("hour", "comes_up"), [(5, True), (6, False), (19, False), (20, True)])
def test_the_hours_of_the_day_begin_and_end_as_set(hour, comes_up, auditing, olivia, db):
    now = timezone.now().astimezone(ZoneInfo("America/Detroit"))
    monday = now - timedelta(days=now.weekday())
    at = datetime(monday.year, monday.month, monday.day, hour, 30, tzinfo=monday.tzinfo)
    with transaction.atomic(), connection.cursor() as cursor:
        entry = view(olivia, 1)
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute('UPDATE audit_auditentry SET "timestamp" = %s WHERE id = %s', [at, entry.pk])
        cursor.execute("SET LOCAL session_replication_role = origin")
    found = ask(
        auditing,
        "after-hours",
        since=at.date(),
        until=at.date(),
        from_hour=6,
        to_hour=20,
        at_least=1,
    )
    assert (olivia.pk in users(found)) is comes_up


RELEASE = Release("Court", "Order", Purpose.CRIMINAL_JUSTICE)


def test_one_who_takes_a_list_and_then_documents_comes_up(auditing, olivia, oscar, db):
    for user, documents in ((olivia, 3), (oscar, 1)):
        with request_id():
            record_view(Event.PEOPLE_EXPORTED, actor=user)
        for number in range(documents):
            with request_id():
                disclose(
                    RELEASE,
                    actor=user,
                    people=[1],
                    categories=["legal"],
                    medium=Medium.PDF,
                    document=f"Packet {number}",
                )
    assert users(ask(auditing, "export-then-print", at_least=3)) == {olivia.pk}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.key)
def test_every_question_is_answered_with_its_own_limits(question, auditing, views):
    answer = auditing.get(reverse("oversight:saved-question", args=[question.key]))
    assert answer.status_code == 200
    assert answer.context["found"] is not None


def test_a_review_is_kept_and_no_longer_due(auditing, audrey, oscar, dana):
    url = reverse("oversight:saved-question", args=["denied"])
    auditing.post(url, {"conclusion": "Nothing to follow up."})
    review = Review.objects.get()
    assert (review.reviewed_by, review.question) == (audrey, "denied")
    standing = auditing.get(reverse("oversight:overview")).context["standing"]
    assert {each.question.key for each in standing if not each.is_due} == {"denied"}


def test_a_review_says_what_was_found(auditing, db):
    url = reverse("oversight:saved-question", args=["denied"])
    auditing.post(url, {"conclusion": ""})
    assert not Review.objects.exists()


def test_a_review_is_never_changed(auditing, db):
    auditing.post(reverse("oversight:saved-question", args=["denied"]), {"conclusion": "Fine."})
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Review.objects.update(conclusion="Otherwise")


def test_days_in_the_wrong_order_are_told(auditing, db):
    url = reverse("oversight:saved-question", args=["colleague"])
    body = auditing.get(url, {"since": "2026-11-10", "until": "2026-11-01"}).content.decode()
    assert "Give a day that is not before the first." in body


def test_a_question_that_is_none_is_not_found(auditing, db):
    url = reverse("oversight:saved-question", args=["why"])
    assert auditing.get(url).status_code == 404
