"""What a user watches he finds in his worklist; cases are given on by the dozen."""

import pytest
from django.urls import reverse

from interstate.models import CompactCase, CompactOffice, Delegate
from interstate.rules.vocabulary import EventType, Side
from interstate.selectors.posts import seats_of
from interstate.selectors.watching import watched, watched_activities
from interstate.services.cases import CaseRefusedError, give_case
from interstate.services.drafts import start_activity
from interstate.services.watching import watch_case
from ots.access.models import User
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from tests.factories.compact import compact_case, post
from tests.factories.signing_in import signed_in_client

WORKLIST = reverse("interstate:worklist")
GIVE = reverse("interstate:cases-give")


def watch_url(case):
    return reverse("interstate:case-watch", args=[case.person_id, case.pk])


def test_a_watched_case_stands_in_the_watchers_worklist(carla, case):
    browser = signed_in_client(carla)
    browser.post(watch_url(case), {"watch": "yes"})
    shown = browser.get(WORKLIST).content.decode()
    assert "Watched" in shown
    assert case.person.full_name in shown


def test_a_case_is_watched_no_longer(carla, case):
    browser = signed_in_client(carla)
    browser.post(watch_url(case), {"watch": "yes"})
    browser.post(watch_url(case), {"watch": "no"})
    assert not case.watchers.exists()


def test_watching_opens_nothing(oscar, case):
    case.watchers.add(oscar)
    assert list(watched(viewer_for(oscar))) == []
    assert signed_in_client(oscar).get(WORKLIST).status_code == 200


def test_nobody_watches_whom_he_does_not_reach(oscar, case):
    with pytest.raises(NotAllowedError):
        watch_case(viewer_for(oscar), case.pk, is_on=True)


def test_watching_is_in_the_trail_once(carla, case):
    for _ in range(2):
        watch_case(viewer_for(carla), case.pk, is_on=True)
    assert AuditEntry.objects.filter(event="COMPACT_CASE_WATCHED").count() == 1


def activity_url(activity, end=""):
    case = activity.case
    return reverse(f"interstate:activity{end}", args=[case.person_id, case.pk, activity.pk])


@pytest.fixture
def draft(sender, case):
    """A request that Olivia has begun, and not sent."""
    return start_activity(viewer_for(sender), case.pk, EventType.TRANSFER_REQUEST)


def test_a_watched_activity_stands_in_the_watchers_worklist_with_its_place(carla, draft):
    browser = signed_in_client(carla)
    browser.post(activity_url(draft, "-watch"), {"watch": "yes"})
    shown = browser.get(WORKLIST).content.decode()
    assert "Watched" in shown and "draft since" in shown
    assert "No longer watch this activity" in browser.get(activity_url(draft)).content.decode()


def test_an_activity_is_watched_no_longer(carla, draft):
    browser = signed_in_client(carla)
    for said in ("yes", "no"):
        browser.post(activity_url(draft, "-watch"), {"watch": said})
    assert not draft.watchers.exists()
    assert AuditEntry.objects.filter(event="COMPACT_ACTIVITY_WATCHED").count() == 2


def test_what_another_state_only_prepares_is_not_watched(otto, draft):
    assert signed_in_client(otto).post(activity_url(draft, "-watch")).status_code == 404
    draft.watchers.add(otto)
    CompactCase.objects.filter(pk=draft.case_id).update(state="TR_PENDING")
    viewer = viewer_for(otto)
    assert list(watched_activities(viewer, seats_of(viewer))) == []


def test_all_cases_of_one_who_leaves_go_to_another(carla, sender, case):
    peter = factories.user("Peter", role="Parole agent")
    to = post(peter, "MI")
    Delegate.objects.filter(user=sender).update(is_active=False)
    signed_in_client(carla).post(f"{GIVE}?of={sender.pk}", {"to": to.pk, "all": "yes"})
    case.refresh_from_db()
    assert case.sending_user == peter


def test_cases_of_others_stay_where_they_are(carla, sender, case):
    to = post(factories.user("Peter", role="Parole agent"), "MI")
    other = factories.user("Paul", role="Parole agent")
    signed_in_client(carla).post(f"{GIVE}?of={other.pk}", {"to": to.pk, "all": "yes"})
    case.refresh_from_db()
    assert case.sending_user == sender


def test_a_closed_post_is_given_no_case(carla, sender, case):
    peter = factories.user("Peter", role="Parole agent")
    post(peter, "MI")
    Delegate.objects.filter(user=peter).update(is_active=False)
    with pytest.raises(CaseRefusedError, match="no open post"):
        give_case(viewer_for(carla), case.pk, Side.SENDING, User.objects.get(pk=peter.pk))
    case.refresh_from_db()
    assert case.sending_user == sender


def test_an_office_of_probation_takes_no_parole(sender, dana):
    probation = CompactOffice.objects.get(member="IN", kind="probation")
    CompactOffice.objects.filter(member="IN").exclude(pk=probation.pk).delete()
    with pytest.raises(CaseRefusedError, match="takes no parole"):
        compact_case(sender, dana, to="IN")
