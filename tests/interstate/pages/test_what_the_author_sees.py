"""An author fills every field of his own draft, while it is his and his state's to write."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from interstate.models import Activity, CompactCase, Delegate
from interstate.rules.content import form_of
from interstate.rules.routing import Status
from interstate.rules.vocabulary import EventType
from interstate.selectors.activity_page import activity_page
from interstate.selectors.posts import seats_of
from interstate.services.attachments import attach
from interstate.services.drafts import start_activity
from offenders.selectors.reading import Reading
from ots.access.viewer import NotAllowedError, viewer_for
from tests import factories
from tests.factories.compact import compact_office, post
from tests.factories.person import small_photograph
from tests.factories.signing_in import signed_in_client

CLOSED = "victim"


@pytest.fixture
def draft(oprah, sender, case):
    """Ohio's agent, whose role opens nothing of victims, writes about them."""
    CompactCase.objects.filter(pk=case.pk).update(
        is_sex_offender=True, receiving_user=oprah, state="TR_PENDING"
    )
    return Activity.objects.create(
        case=CompactCase.objects.get(pk=case.pk),
        kind=EventType.VICTIM_INFORMATION.value,
        side="receiving",
        content={"answer": "She moved"},
        content_version="2026-04-01",
        author=oprah,
        assigned_to=oprah,
    )


def page_for(user, activity):
    found = Activity.objects.select_related("case__person").get(pk=activity.pk)
    reading = Reading(viewer_for(user))
    return activity_page(reading, found), reading


def is_withheld(user, activity):
    return page_for(user, activity)[0].said[0].is_withheld


def test_the_author_sees_what_he_writes_and_the_trail_says_so(draft, oprah):
    page, reading = page_for(oprah, draft)
    assert (page.is_author, page.said[0].value) == (True, "She moved")
    assert CLOSED in reading.seen.categories


def test_a_colleague_of_the_same_role_does_not_see_it(draft):
    other = factories.user("Orla", role="Other state's agent")
    post(other, "OH")
    assert is_withheld(other, draft)


def test_an_author_whose_post_was_closed_sees_and_writes_it_no_more(draft, oprah):
    Delegate.objects.filter(user=oprah).update(is_active=False)
    assert is_withheld(oprah, draft)
    assert not page_for(oprah, draft)[0].may_be_written


def test_an_author_who_went_to_the_other_side_sees_it_no_more(draft, oprah):
    Delegate.objects.filter(user=oprah).update(office=compact_office("MI"))
    assert is_withheld(oprah, draft)


@pytest.mark.parametrize("status", [Status.WITH_OFFICE, Status.COMPLETED])
def test_what_was_sent_on_is_read_as_the_role_reads_it(draft, oprah, status):
    Activity.objects.filter(pk=draft.pk).update(status=status.value)
    assert is_withheld(oprah, draft)


def test_what_another_state_sent_back_is_written_by_its_own_alone(draft, oprah, carla, dana):
    Activity.objects.filter(pk=draft.pk).update(status=Status.SENT_BACK.value)
    assert page_for(oprah, draft)[0].may_be_written
    assert not page_for(carla, draft)[0].may_be_written


def test_the_other_state_attaches_nothing_to_it(draft, case, sender, carla):
    request = start_activity(viewer_for(sender), case.pk, EventType.TRANSFER_REQUEST)
    Activity.objects.filter(pk=request.pk).update(status=Status.SENT_BACK.value)
    otto = factories.user("Otto", role="Other state's compact office")
    post(otto, "OH", "office")
    photograph = form_of(EventType.TRANSFER_REQUEST).field("photograph")
    upload = ContentFile(small_photograph())
    with pytest.raises(NotAllowedError, match="whose activity"):
        attach(viewer_for(otto), request.pk, photograph, upload=upload, name="x.png")


def test_who_stands_in_from_a_closed_post_stands_in_no_more(draft, oprah, otto):
    on = draft.created_at.date()
    Delegate.objects.filter(user=oprah).update(
        away_from=on, away_until="2999-01-01", covered_by=otto.delegate
    )
    assert len(seats_of(viewer_for(otto))) == 2
    Delegate.objects.filter(user=otto).update(is_active=False)
    assert seats_of(viewer_for(otto)) == ()


def test_a_field_closed_to_the_author_s_role_is_in_the_form_of_his_draft(draft, oprah):
    place = {"person": draft.case.person_id, "transfer": draft.case_id, "activity": draft.pk}
    answer = signed_in_client(oprah).get(reverse("interstate:activity", kwargs=place))
    assert 'name="answer"' in answer.content.decode()
