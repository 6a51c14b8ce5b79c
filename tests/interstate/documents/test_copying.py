"""A transfer request is copied for another state; nothing is stored twice, nothing stale goes."""

import pytest
from django.urls import reverse

from interstate.models import Activity
from interstate.rules.vocabulary import EventType
from interstate.services.cases import CaseRefusedError
from interstate.services.copying import Copy, copy_request, left_out
from interstate.services.drafts import start_activity
from ots.access.viewer import NotAllowedError, viewer_for
from tests.factories.compact import compact_case, compact_office, complete, post
from tests.factories.signing_in import signed_in_client


@pytest.fixture
def request_for_ohio(sender, case):
    said = {"reason": "resident", "offense": "Larceny, reduced at sentencing"}
    return complete(
        start_activity(viewer_for(sender), case.pk, EventType.TRANSFER_REQUEST, content=said)
    )


@pytest.fixture
def copied(sender, request_for_ohio):
    return copy_request(viewer_for(sender), request_for_ohio, Copy(to=compact_office("IN")))


def test_a_copy_is_a_draft_in_a_case_of_its_own(copied, case):
    assert (copied.case.receiving_id, copied.case.copied_from, copied.status) == (
        "IN",
        case,
        "draft",
    )


def test_what_was_written_goes_along_and_what_is_about_the_other_state_does_not(copied):
    assert copied.content["offense"] == "Larceny, reduced at sentencing"
    assert not {"reason", "address", "complete"} & copied.content.keys()


def test_documents_go_along_and_are_stored_once(copied, request_for_ohio):
    first = request_for_ohio.attachments.get(label="conditions")
    copy = copied.attachments.get(label="conditions")
    assert (copy.same_as, bytes(copy.content), copy.stored) == (first, b"", first.stored)


def test_a_copy_of_a_copy_leads_to_what_is_stored(sender, copied, request_for_ohio):
    again = copy_request(viewer_for(sender), copied, Copy(to=compact_office("TX"), **DESPITE))
    first = request_for_ohio.attachments.get(label="conditions")
    assert again.attachments.get(label="conditions").same_as == first


def test_the_signed_application_is_left_out_and_said_why(copied, request_for_ohio):
    assert not copied.attachments.filter(label="application").exists()
    why = {each.name: each.anew for each in left_out(request_for_ohio)}
    assert "signs for the state that is asked" in why["application"]


def test_a_document_of_a_copy_is_sent_as_it_came(sender, copied):
    document = copied.attachments.get(label="conditions")
    url = reverse(
        "interstate:activity-document",
        args=[copied.case.person_id, copied.case_id, copied.pk, document.pk],
    )
    assert signed_in_client(sender).get(url).content == b"conditions"


def test_the_page_says_what_is_to_be_fresh_and_copies(sender, request_for_ohio):
    case = request_for_ohio.case
    url = reverse("interstate:activity-copy", args=[case.person_id, case.pk, request_for_ohio.pk])
    browser = signed_in_client(sender)
    assert "Application, signed and witnessed" in browser.get(url).content.decode()
    browser.post(url, {"to": compact_office("IN").pk})
    assert Activity.objects.filter(case__receiving="IN").exists()


def test_a_copy_beside_another_open_case_wants_a_reason(sender, dana, request_for_ohio):
    compact_case(sender, dana, to="TX")
    with pytest.raises(CaseRefusedError, match="say why another case is opened"):
        copy_request(viewer_for(sender), request_for_ohio, Copy(to=compact_office("IN")))


def test_who_does_not_work_on_the_case_copies_nothing(sam, request_for_ohio):
    post(sam, "MI")
    with pytest.raises(NotAllowedError, match="works on the case"):
        copy_request(viewer_for(sam), request_for_ohio, Copy(to=compact_office("IN")))


DESPITE = {"opened_despite": "The mother moved on."}
