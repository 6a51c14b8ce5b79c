"""The pages of the compact: whose work they show, what they allow, and what they cost."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from interstate.models import Activity, CompactCase
from interstate.rules.routing import Move
from interstate.rules.vocabulary import EventType
from interstate.services.activities import Asked, move_activity
from interstate.services.drafts import start_activity
from ots.access.viewer import viewer_for
from supervision.models import SupervisionPeriod
from tests import factories
from tests.factories.compact import compact_case, compact_office, complete, post
from tests.factories.person import small_photograph
from tests.factories.signing_in import signed_in_client

E = EventType


def case_url(case, name="interstate:case", **more):
    return reverse(name, kwargs={"person": case.person_id, "transfer": case.pk, **more})


def text_of(browser, url):
    answer = browser.get(url)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def instructions_asked(sender, carla, case):
    asked = complete(
        start_activity(
            viewer_for(sender),
            case.pk,
            E.REPORTING_INSTRUCTIONS_REQUEST,
            content={"reason": "expedited"},
        )
    )
    move_activity(viewer_for(sender), asked.pk, Asked(move=Move.SUBMIT))
    return move_activity(viewer_for(carla), asked.pk, Asked(move=Move.TRANSMIT))


def test_the_office_asked_sees_what_it_owes_and_by_when(instructions_asked, otto):
    shown = text_of(signed_in_client(otto), reverse("interstate:worklist"))
    assert "Reply to a request for reporting instructions" in shown
    assert "To move on" in shown


def test_the_agent_sees_what_the_other_state_owes(instructions_asked, sender):
    shown = text_of(signed_in_client(sender), reverse("interstate:worklist"))
    assert "Waiting for the other state" in shown


def test_an_agent_without_the_case_has_nothing(instructions_asked, oscar, case):
    browser = signed_in_client(oscar)
    assert "Nothing owed" in text_of(browser, reverse("interstate:worklist"))
    assert browser.get(case_url(case)).status_code == 404


def test_the_worklist_asks_a_constant_number(
    instructions_asked, sender, carla, otto, django_assert_max_num_queries
):
    browser = signed_in_client(otto)
    url = reverse("interstate:worklist")
    browser.get(url)
    with django_assert_max_num_queries(40) as one:
        browser.get(url)
    for number in range(4):
        other = factories.person(last_name=f"More{number}", agent=sender)
        more = compact_case(sender, other)
        asked = complete(
            start_activity(
                viewer_for(sender),
                more.pk,
                E.REPORTING_INSTRUCTIONS_REQUEST,
                content={"reason": "expedited"},
            )
        )
        move_activity(viewer_for(sender), asked.pk, Asked(move=Move.SUBMIT))
        move_activity(viewer_for(carla), asked.pk, Asked(move=Move.TRANSMIT))
    with django_assert_max_num_queries(len(one)):
        browser.get(url)


def test_a_case_says_what_may_be_done_and_why_the_rest_may_not(case, sender):
    shown = text_of(signed_in_client(sender), case_url(case))
    assert "Transfer request" in shown
    assert "What may not be done now, and why" in shown


def test_a_reply_begun_on_the_page_answers_the_request(instructions_asked, otto, case):
    browser = signed_in_client(otto)
    url = case_url(case, "interstate:activity-start")
    browser.post(url, {"kind": "reporting_instructions_reply"})
    reply = Activity.objects.get(kind="reporting_instructions_reply")
    assert reply.answers == instructions_asked


def test_a_draft_is_saved_with_anything_missing_and_says_what(case, sender):
    browser = signed_in_client(sender)
    browser.post(case_url(case, "interstate:activity-start"), {"kind": "transfer_request"})
    draft = Activity.objects.get()
    url = case_url(case, "interstate:activity", activity=draft.pk)
    said = {"version": 0, "reason": "resident", "address": "12 Elm St, Toledo"}
    shown = browser.post(url, said, follow=True).content.decode()
    draft.refresh_from_db()
    assert draft.content["reason"] == "resident"
    assert draft.content["address"] == "12 Elm St, Toledo"
    assert "Photograph, front view (rule 3.107)" in shown


def test_a_picture_is_attached_and_sent_back_as_it_came(case, sender):
    browser = signed_in_client(sender)
    browser.post(case_url(case, "interstate:activity-start"), {"kind": "transfer_request"})
    draft = Activity.objects.get()
    url = case_url(case, "interstate:activity", activity=draft.pk)
    picture = small_photograph()
    upload = SimpleUploadedFile("front.png", picture)
    browser.post(url, {"version": 0, "photograph": upload})
    kept = draft.attachments.get()
    sent = browser.get(
        case_url(case, "interstate:activity-document", activity=draft.pk, attachment=kept.pk)
    )
    assert sent.content == picture


def test_a_program_is_no_document(case, sender):
    browser = signed_in_client(sender)
    browser.post(case_url(case, "interstate:activity-start"), {"kind": "transfer_request"})
    draft = Activity.objects.get()
    upload = SimpleUploadedFile("form.pdf", b"MZ\x90\x00 not a document")
    shown = browser.post(
        case_url(case, "interstate:activity", activity=draft.pk),
        {"version": 0, "application": upload},
    )
    assert "is not a readable" in shown.content.decode()
    assert not draft.attachments.exists()


def test_the_other_state_does_not_see_a_draft(case, sender, otto):
    draft = start_activity(viewer_for(sender), case.pk, E.TRANSFER_REQUEST)
    url = case_url(case, "interstate:activity", activity=draft.pk)
    assert signed_in_client(otto).get(url).status_code == 404


def test_what_a_state_prepares_and_how_it_reviewed_stays_its_own(
    instructions_asked, case, sender, carla, otto
):
    start_activity(viewer_for(sender), case.pk, E.TRANSFER_REQUEST)
    browser = signed_in_client(otto)
    assert "Transfer request</a>" not in text_of(browser, case_url(case))
    way = text_of(browser, case_url(case, "interstate:activity", activity=instructions_asked.pk))
    assert "submit by" not in way
    assert "transmit by" in way


def test_what_is_about_victims_is_withheld_from_the_other_state_s_agent(sender, carla, dana, otto):
    case = compact_case(sender, dana, is_sex_offender=True)
    asked = start_activity(
        viewer_for(sender),
        case.pk,
        E.REPORTING_INSTRUCTIONS_REQUEST,
        content={"reason": "expedited", "victim": "Jane Roe, the niece"},
    )
    complete(asked)
    move_activity(viewer_for(sender), asked.pk, Asked(move=Move.SUBMIT))
    move_activity(viewer_for(carla), asked.pk, Asked(move=Move.TRANSMIT))
    shown = text_of(
        signed_in_client(otto), case_url(case, "interstate:activity", activity=asked.pk)
    )
    assert "Jane Roe" not in shown
    assert "Withheld" in shown


def test_eligibility_is_told_before_a_case_is_opened(sender, dana):
    browser = signed_in_client(sender)
    url = reverse("interstate:case-open", kwargs={"person": dana.pk})
    said = {"act": "check", "offense_class": "felony", "relocating_days": 10}
    shown = browser.post(url, said).content.decode()
    assert "Travel permit only" in shown
    assert not CompactCase.objects.exists()


def test_a_case_is_opened_for_a_state_that_was_chosen(sender, dana):
    browser = signed_in_client(sender)
    url = reverse("interstate:case-open", kwargs={"person": dana.pk})
    office = {"sending": sender.delegate.office_id, "supervision": "parole", "act": "open"}
    browser.post(url, {**office, "receiving": ""})
    assert not CompactCase.objects.exists()
    browser.post(url, {**office, "receiving": compact_office("OH").pk})
    assert CompactCase.objects.get().receiving_id == "OH"


@pytest.mark.parametrize(
    ("supervised", "chosen"), [("parole", "parole"), ("hyta", "probation"), ("pretrial", "")]
)
def test_a_case_begins_as_the_person_is_supervised_now(sender, dana, supervised, chosen):
    SupervisionPeriod.objects.create(
        person=dana, supervision_type=supervised, began_on=date(2026, 1, 5)
    )
    shown = text_of(signed_in_client(sender), reverse("interstate:case-open", args=[dana.pk]))
    offered = shown[shown.index('name="supervision"') :]
    assert f'<option value="{chosen}" selected' in offered[: offered.index("</select>")]
    offices = shown[shown.index('name="receiving"') :]
    assert 'value="" selected>Choose' in offices[: offices.index("</select>")]


def test_what_is_needed_before_sending_is_not_called_optional(case, sender):
    draft = start_activity(viewer_for(sender), case.pk, E.TRANSFER_REQUEST)
    shown = text_of(
        signed_in_client(sender), case_url(case, "interstate:activity", activity=draft.pk)
    )
    labels = re.findall(r"<label[^>]*>(.*?)</label>", shown, re.DOTALL)
    (reason,) = (each for each in labels if "Reason for the transfer" in each)
    assert "(needed before it is sent)" in reason
    assert "optional" not in reason
    assert any("optional" in each for each in labels if "Gang affiliation" in each)
    (box,) = (each for each in labels if "Everything required is in this request" in each)
    assert "(needed before it is sent)" in box


def test_the_compact_office_records_what_is_not_sent(case, carla):
    browser = signed_in_client(carla)
    url = case_url(case, "interstate:event-record", event="withdraw_case")
    answer = browser.post(url, {"at": "2026-01-05T10:00", "reason": "Moved elsewhere"})
    case.refresh_from_db()
    assert answer.status_code == 302
    assert case.state == "WITHDRAWN"


def test_an_agent_records_no_warrant(case, sender):
    url = case_url(case, "interstate:event-record", event="warrant_issued")
    answer = signed_in_client(sender).post(url, {"at": "2026-01-05T10:00"})
    assert answer.status_code == 403
    assert not case.events.exists()


def test_of_what_is_recorded_nothing_is_said_to_be_sent(case, carla):
    url = case_url(case, "interstate:event-record", event="custody_on_warrant")
    shown = text_of(signed_in_client(carla), url)
    assert "needed before it is sent" not in shown
    assert "(tick it if it is so)" in shown


def test_what_the_rules_refuse_is_said_with_the_rule_s_number(case, carla):
    browser = signed_in_client(carla)
    url = case_url(case, "interstate:event-record", event="tolling_set")
    shown = browser.post(url, {"at": "2026-01-05T10:00", "reason": "Appeal"}).content.decode()
    assert "Rule 4.112" in shown
    assert not case.events.exists()


def test_all_fifty_three_members_are_in_the_directory(sender):
    shown = text_of(signed_in_client(sender), reverse("interstate:members"))
    assert shown.count("compact office") >= 53


def test_cases_are_given_to_somebody_of_the_own_office(case, carla, oscar):
    to = post(oscar, "MI")
    browser = signed_in_client(carla)
    browser.post(reverse("interstate:cases-give"), {"case": [case.pk], "to": to.pk})
    case.refresh_from_db()
    assert case.sending_user == oscar


def test_cases_are_not_given_to_the_other_state_s_people(case, carla, oprah):
    browser = signed_in_client(carla)
    sent = {"case": [case.pk], "to": oprah.delegate.pk}
    shown = browser.post(reverse("interstate:cases-give"), sent, follow=True).content.decode()
    case.refresh_from_db()
    assert "choose to whom" in shown
    assert case.sending_user != oprah
