"""Who is reminded of what is owed in a case, once, by messages that name nobody."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.urls import reverse

from interstate.choices import Post
from interstate.models import CompactObligation, ReminderRule, ReminderWish, SentReminder
from interstate.rules.vocabulary import Key, Side
from interstate.services.reminders import choose_digest, needless_fall_away, remind
from ots.access.viewer import viewer_for
from ots.audit.events import Event
from ots.audit.services import Happening
from supervision.models import OutgoingMessage
from supervision.services.outbox import send_due
from tests.factories.compact import post
from tests.factories.signing_in import signed_in_client

DUE = date(2026, 7, 15)


def morning(day, hour=6):
    return datetime(day.year, day.month, day.day, hour, 20, tzinfo=ZoneInfo("America/New_York"))


def owe(case, key=Key.TREP_DUE, *, by=Side.SENDING, due_on=DUE, started_by=0):
    office = case.sending_office if by is Side.SENDING else case.receiving_office
    return CompactObligation.objects.create(
        case=case,
        key=key.value,
        rule="3.104(a)",
        rule_set="2026-04-01",
        standing="verified",
        owed_by=by.value,
        owing_office=office,
        started_by=started_by,
        started_on=due_on - timedelta(days=45),
        due_on=due_on,
    )


@pytest.fixture
def owed(case, sender):
    """Something that Olivia owes in Dana's case."""
    case.sending_user = sender
    case.save()
    return owe(case)


def messages():
    return OutgoingMessage.objects.filter(kind="compact")


def test_the_agent_is_told_on_the_due_day(owed, sender):
    assert remind(now=morning(DUE)) == 1
    sent = SentReminder.objects.get()
    assert (sent.user, sent.obligation, sent.due_on) == (sender, owed, DUE)


def test_nothing_is_sent_twice(owed):
    remind(now=morning(DUE))
    assert remind(now=morning(DUE, 9)) == 0
    assert messages().count() == 1


def test_the_message_names_the_case_and_nobody(owed, case, dana):
    remind(now=morning(DUE))
    send_due(morning(DUE, 7))
    (letter,) = mail.outbox
    assert (
        letter.subject == f"{case.number}: Reply to a complete transfer request, due July 15, 2026"
    )
    assert reverse("interstate:case", args=[dana.pk, case.pk]) in letter.body
    assert "due July 15, 2026 (today)" in letter.body
    assert dana.last_name not in letter.subject + letter.body


@pytest.mark.parametrize("change", [{"satisfied_on": DUE}, {"is_void": True}], ids=str)
def test_what_is_met_or_fell_away_is_never_called_to_mind(owed, change):
    CompactObligation.objects.filter(pk=owed.pk).update(**change)
    assert remind(now=morning(DUE)) == 0


def test_what_was_met_before_the_mail_went_is_taken_out_again(owed, case):
    remind(now=morning(DUE))
    CompactObligation.objects.filter(pk=owed.pk).update(satisfied_on=DUE)
    taken = case.events.create(
        position=0, happened_at=morning(DUE), type="transfer_reply", by="sending"
    )
    needless_fall_away(Happening(Event.COMPACT_EVENT_TAKEN, case.person_id, taken))
    assert send_due(morning(DUE, 7)) == 0
    assert messages().get().state == "withdrawn"


def test_a_digest_is_one_message_and_loses_the_line_that_was_met(owed, case, sender):
    choose_digest(viewer_for(sender), is_digest=True)
    report = owe(case, Key.PR_DUE, started_by=1)
    assert remind(now=morning(DUE)) == 2
    CompactObligation.objects.filter(pk=report.pk).update(satisfied_on=DUE)
    remind(now=morning(DUE, 9))
    body = messages().get().body
    assert "Reply to a complete transfer request" in body
    assert "Progress report" not in body


def test_each_thing_is_told_on_its_own_without_a_digest(owed, case):
    owe(case, Key.PR_DUE, started_by=1)
    remind(now=morning(DUE))
    assert messages().count() == 2


def test_what_stays_overdue_goes_up_to_the_supervisor_and_then_to_the_office(
    owed, sender, sam, carla
):
    sender.delegate.reports_to = post(sam, "MI", Post.SUPERVISOR)
    sender.delegate.save()
    for days in range(12):
        remind(now=morning(DUE + timedelta(days=days)))
    told = SentReminder.objects.exclude(user=sender).order_by("fell_on")
    assert [(each.user, each.to, each.fell_on) for each in told] == [
        (sam, "supervisor", date(2026, 7, 20)),
        (carla, "office", date(2026, 7, 22)),
    ]


def test_the_office_is_told_where_no_agent_has_the_case(owed, case, carla):
    case.sending_user = None
    case.save()
    remind(now=morning(DUE))
    assert SentReminder.objects.get().user == carla


def test_the_office_is_told_in_place_of_an_agent_whose_post_is_closed(owed, sender, carla):
    sender.delegate.is_active = False
    sender.delegate.save()
    remind(now=morning(DUE))
    assert SentReminder.objects.get().user == carla


def test_who_stands_in_is_told_while_the_agent_is_away(owed, sender, oscar):
    sender.delegate.covered_by = post(oscar, "MI")
    sender.delegate.away_from, sender.delegate.away_until = DUE, DUE + timedelta(days=2)
    sender.delegate.save()
    remind(now=morning(DUE))
    assert SentReminder.objects.get().user == oscar


def test_who_holds_two_posts_is_told_once_of_a_day(owed, case, carla):
    case.sending_user = None
    case.save()
    ReminderRule.objects.filter(key="", to="office").update(days=0)
    remind(now=morning(DUE))
    remind(now=morning(DUE, 9))
    assert [each.fell_on for each in SentReminder.objects.filter(user=carla)] == [DUE]


def test_midnight_in_the_east_turns_the_day(owed):
    before = datetime(2026, 7, 15, 3, 59, tzinfo=ZoneInfo("UTC"))
    remind(now=before)
    remind(now=before + timedelta(minutes=2))
    days = SentReminder.objects.order_by("fell_on").values_list("fell_on", flat=True)
    assert list(days) == [DUE - timedelta(days=1), DUE]


def test_reminding_asks_a_constant_number(owed, case, django_assert_max_num_queries):
    for place in range(1, 6):
        owe(case, Key.PR_DUE, started_by=place)
    with django_assert_max_num_queries(25):
        assert remind(now=morning(DUE)) == 6


def test_a_user_sees_what_he_was_reminded_of_and_chooses_the_digest(owed, sender):
    remind(now=morning(DUE))
    client = signed_in_client(sender)
    page = client.get(reverse("interstate:reminders"))
    assert "Reply to a complete transfer request" in page.content.decode()
    client.post(reverse("interstate:reminders"), {"way": "digest"})
    assert ReminderWish.objects.get(user=sender).is_digest


def test_the_page_shows_nobody_else_s_reminders(owed, carla):
    remind(now=morning(DUE))
    page = signed_in_client(carla).get(reverse("interstate:reminders"))
    assert "Reply to a complete transfer request" not in page.content.decode()
