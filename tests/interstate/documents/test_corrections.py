"""A notice of departure is put right by another; both stay, and what is owed is counted anew."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from interstate.models import CompactObligation
from interstate.rules.routing import Move, MoveRefusedError
from interstate.rules.vocabulary import EventType, Side
from interstate.services.activities import Asked, move_activity
from interstate.services.corrections import start_correction
from interstate.services.drafts import start_activity
from interstate.services.events import RefusedByRuleError, Report, take_event
from ots.access.viewer import NotAllowedError, viewer_for
from tests.factories.compact import complete, eastern
from tests.factories.signing_in import signed_in_client

E = EventType


def happen(user, case, kind, by, day, **data):
    report = Report(type=kind, by=by, at=eastern(day), data=data)
    return take_event(viewer_for(user), case.pk, report).event


@pytest.fixture
def accepted(sender, case):
    happen(sender, case, E.TRANSFER_REQUEST, Side.SENDING, "2026-05-04")
    happen(sender, case, E.TRANSFER_REPLY, Side.RECEIVING, "2026-06-10", decision="accept")
    return case


@pytest.fixture
def notice(sender, accepted):
    draft = start_activity(
        viewer_for(sender),
        accepted.pk,
        E.NOTICE_OF_DEPARTURE,
        content={"departed_on": "2026-11-02", "destination": "12 Elm St, Toledo"},
    )
    return move_activity(viewer_for(sender), draft.pk, Asked(move=Move.NOTIFY))


def correct(user, notice, day):
    draft = start_correction(viewer_for(user), notice)
    draft.content = {"corrected_on": day.isoformat(), "why": "The bus left a day earlier."}
    draft.save()
    return move_activity(viewer_for(user), draft.pk, Asked(move=Move.NOTIFY))


def standing(case):
    rows = CompactObligation.objects.filter(case=case, key="NO_SHOW_WITHDRAW", is_void=False)
    return [row.due_on for row in rows]


def test_what_was_owed_falls_away_for_what_is_owed_now(sender, accepted):
    left = happen(sender, accepted, E.NOTICE_OF_DEPARTURE, Side.SENDING, "2026-06-22")
    happen(
        sender,
        accepted,
        E.NOTICE_CORRECTED,
        Side.SENDING,
        "2026-06-26",
        index=left.position,
        corrected_on="2026-06-25",
    )
    assert standing(accepted) == [date(2026, 7, 2)]


def test_a_correction_that_a_later_event_forbids_changes_nothing(sender, accepted):
    left = happen(sender, accepted, E.NOTICE_OF_DEPARTURE, Side.SENDING, "2026-06-22")
    happen(sender, accepted, E.WITHDRAW_ACCEPTANCE, Side.RECEIVING, "2026-06-30")
    with pytest.raises(RefusedByRuleError, match="withdraw acceptance would not"):
        happen(
            sender,
            accepted,
            E.NOTICE_CORRECTED,
            Side.SENDING,
            "2026-07-01",
            index=left.position,
            corrected_on="2026-06-29",
        )
    assert accepted.events.count() == 4


def test_a_correction_names_its_notice_and_leaves_it_as_it_was(sender, notice):
    made = correct(sender, notice, timezone.localdate() - timedelta(days=1))
    notice.refresh_from_db()
    assert (made.corrects, made.status) == (notice, "completed")
    assert notice.content["departed_on"] == "2026-11-02"
    assert made.event.data["index"] == notice.event.position


def test_both_days_are_on_the_page_of_the_case(sender, notice):
    day = timezone.localdate() - timedelta(days=1)
    correct(sender, notice, day)
    url = reverse("interstate:case", args=[notice.case.person_id, notice.case_id])
    shown = signed_in_client(sender).get(url).content.decode()
    assert '<del><time datetime="2026-11-02">' in shown
    assert f'<strong><time datetime="{day}">' in shown


def test_the_page_of_a_notice_leads_to_its_correction(sender, notice):
    browser = signed_in_client(sender)
    place = [notice.case.person_id, notice.case_id, notice.pk]
    shown = browser.get(reverse("interstate:activity", args=place)).content.decode()
    url = reverse("interstate:activity-correct", args=place)
    assert url in shown
    form = browser.post(url, follow=True).content.decode()
    assert "The day on which the person really left or arrived" in form


def test_a_correction_begun_is_gone_on_with(sender, notice):
    begun = start_correction(viewer_for(sender), notice)
    assert start_correction(viewer_for(sender), notice) == begun


def test_the_other_state_corrects_no_notice_of_ours(oprah, notice, accepted):
    accepted.receiving_user = oprah
    accepted.save()
    with pytest.raises(NotAllowedError, match="Only the state that sent"):
        start_correction(viewer_for(oprah), notice)


def test_a_request_is_not_corrected_so(sender, accepted):
    asked = complete(start_activity(viewer_for(sender), accepted.pk, E.TRANSFER_REQUEST))
    with pytest.raises(MoveRefusedError, match="Only a notice"):
        start_correction(viewer_for(sender), asked)
