"""Documents without which an activity is sent, and that its state sends after it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interstate.models import Activity
from interstate.rules.content import form_of
from interstate.rules.routing import Move, MoveRefusedError
from interstate.rules.vocabulary import EventType
from interstate.services.activities import Asked, move_activity
from interstate.services.attachments import attach
from interstate.services.drafts import start_activity
from ots.access.viewer import viewer_for
from tests.factories.compact import complete
from tests.factories.person import small_photograph
from tests.factories.signing_in import signed_in_client

REPORT = "presentence_report"


@pytest.fixture
def request_sent(sender, carla, case):
    draft = complete(start_activity(viewer_for(sender), case.pk, EventType.TRANSFER_REQUEST))
    move_activity(viewer_for(sender), draft.pk, Asked(move=Move.SUBMIT))
    return move_activity(viewer_for(carla), draft.pk, Asked(move=Move.TRANSMIT))


def url(of, name="interstate:activity"):
    return reverse(name, args=[of.case.person_id, of.case_id, of.pk])


def scan():
    return SimpleUploadedFile("report.jpg", small_photograph(), "image/jpeg")


def test_what_may_follow_is_attached_after_sending_and_asked_for_no_more(request_sent, sender):
    browser = signed_in_client(sender)
    assert f'name="{REPORT}"' in browser.get(url(request_sent)).content.decode()
    browser.post(url(request_sent, "interstate:activity-follow"), {REPORT: scan()})
    assert request_sent.attachments.filter(label=REPORT).exists()
    assert f'name="{REPORT}"' not in browser.get(url(request_sent)).content.decode()


def test_what_had_to_be_there_before_does_not_follow(request_sent, sender):
    kept = set(request_sent.attachments.values_list("pk", flat=True))
    browser = signed_in_client(sender)
    browser.post(url(request_sent, "interstate:activity-follow"), {"photograph": scan()})
    assert set(request_sent.attachments.values_list("pk", flat=True)) == kept


def test_the_other_state_is_not_asked_for_it(request_sent, otto):
    assert f'name="{REPORT}"' not in signed_in_client(otto).get(url(request_sent)).content.decode()


def test_nothing_follows_what_was_withdrawn(request_sent, sender):
    Activity.objects.filter(pk=request_sent.pk).update(status="withdrawn")
    field = form_of(EventType.TRANSFER_REQUEST).field(REPORT)
    with pytest.raises(MoveRefusedError, match="withdrawn"):
        attach(viewer_for(sender), request_sent.pk, field, upload=scan(), name="report.jpg")
