"""The page of what is due of one person, what was due before, and excusing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from supervision.models import Obligation, SyncState
from supervision.services.obligations import begin_pause, open_obligation
from supervision.services.obligations.refreshing import refresh_person
from tests.factories.person import RECORDER
from tests.factories.supervision_obligations import only_standard, supervise

pytestmark = pytest.mark.django_db


@pytest.fixture
def owed(dana):
    only_standard()
    supervise(dana, began_on=timezone.localdate() - timedelta(days=10))
    refresh_person(dana.pk)
    return Obligation.objects.get(person=dana)


def page(dana, name="person-due", **more):
    return reverse(f"supervision:{name}", kwargs={"person": dana.pk, **more})


def test_it_says_how_each_thing_stands(owed, dana, olivia, sign_in):
    assert "Due in 20 days" in sign_in(olivia).get(page(dana)).content.decode()


def test_it_says_why_and_how_sure_we_are(owed, dana, olivia, sign_in):
    shown = sign_in(olivia).get(page(dana)).content.decode()
    assert "Policy 7.1" in shown
    assert "Recalled, to be confirmed" in shown


def test_it_says_since_when_nothing_is_known(owed, dana, olivia, sign_in):
    SyncState.objects.filter(feed="jail").update(last_heard_at="2026-01-05T12:00Z")
    Obligation.objects.update(feed="jail")
    assert "No data since Jan 5" in sign_in(olivia).get(page(dana)).content.decode()


def test_it_says_that_standards_rest(owed, dana, olivia, sign_in):
    begin_pause(RECORDER, person_id=dana.pk, kind="compact", began_on=timezone.localdate())
    shown = sign_in(olivia).get(page(dana)).content.decode()
    assert "Supervised by another state under the compact" in shown


def test_an_agent_of_another_caseload_finds_no_page(owed, dana, oscar, sign_in):
    assert sign_in(oscar).get(page(dana)).status_code == 404


def test_more_things_due_ask_no_more_queries(
    owed, dana, olivia, sign_in, django_assert_max_num_queries
):
    browser = sign_in(olivia)
    browser.get(page(dana))
    for days in range(1, 12):
        due_on = timezone.localdate() + timedelta(days=days)
        open_obligation(person_id=dana.pk, kind="test", due_on=due_on, source=dana)
    with django_assert_max_num_queries(20):
        browser.get(page(dana))


def test_excusing_closes_it_with_the_reason(owed, dana, olivia, sign_in):
    sign_in(olivia).post(
        page(dana, "obligation-excuse", obligation=owed.pk), {"excuse_reason": "Funeral"}
    )
    owed.refresh_from_db()
    assert (owed.excuse, owed.excuse_reason, owed.excused_by) == ("decision", "Funeral", olivia)


def test_excusing_asks_for_the_reason(owed, dana, olivia, sign_in):
    answer = sign_in(olivia).post(page(dana, "obligation-excuse", obligation=owed.pk), {})
    assert "Say why" in answer.content.decode()


def test_what_was_excused_stands_in_the_history(owed, dana, olivia, sign_in):
    browser = sign_in(olivia)
    browser.post(
        page(dana, "obligation-excuse", obligation=owed.pk), {"excuse_reason": "Funeral in Flint"}
    )
    assert "Funeral in Flint" in browser.get(page(dana, "person-due-history")).content.decode()


def test_what_is_closed_can_not_be_excused(owed, dana, olivia, sign_in):
    Obligation.objects.update(closed_on=timezone.localdate())
    address = page(dana, "obligation-excuse", obligation=owed.pk)
    assert sign_in(olivia).get(address).status_code == 404


def test_a_test_is_for_a_supervisor_to_excuse(dana, olivia, sign_in):
    open_obligation(person_id=dana.pk, kind="test", due_on=timezone.localdate(), source=dana)
    assert "By a supervisor" in sign_in(olivia).get(page(dana)).content.decode()


def test_the_page_is_light_enough_for_a_phone(owed, dana, olivia, sign_in):
    assert len(sign_in(olivia).get(page(dana)).content) < 50_000
