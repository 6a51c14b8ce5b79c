"""The page on which a compact office sees what the portal tells, and keeps a case off it."""

import pytest
from django.urls import reverse
from django.utils import timezone

from interstate.models import CompactCase
from interstate.rules.vocabulary import EventType, Side
from interstate.services.events import Report, take_event
from ots.access.viewer import system_viewer
from tests.factories.signing_in import signed_in_client


@pytest.fixture
def url(case):
    """The page of Dana's case, its transfer asked for."""
    asked = Report(type=EventType.TRANSFER_REQUEST, by=Side.SENDING, at=timezone.now())
    take_event(system_viewer("test"), case.pk, asked)
    return reverse("interstate:case-portal", args=[case.person_id, case.pk])


def test_the_office_sees_what_was_told(url, carla):
    page = signed_in_client(carla).get(url)
    assert "Transfer to another state is asked for. Questions: MI" in page.content.decode()


def test_the_office_keeps_a_case_off_the_portal_and_shows_it_again(url, case, carla):
    client = signed_in_client(carla)
    client.post(url, {"ground": "state_law", "reason": "MCL 780.769"})
    assert CompactCase.objects.get(pk=case.pk).is_confidential
    client.post(f"{url}show/")
    assert not CompactCase.objects.get(pk=case.pk).is_confidential


def test_a_case_is_kept_off_on_no_other_ground(url, case, carla):
    page = signed_in_client(carla).post(url, {"ground": "embarrassing", "reason": "Asked for"})
    assert "Select a valid choice" in page.content.decode()
    assert not CompactCase.objects.get(pk=case.pk).is_confidential


def test_an_agent_does_not_open_the_page(url, sender):
    assert signed_in_client(sender).get(url).status_code in {403, 404}


def test_the_page_says_how_it_is_told_and_how_sure_that_is(url, carla):
    shown = signed_in_client(carla).get(url).content.decode()
    assert "2 hours" in shown
    assert "Default of the office; edit it: inferred, to be confirmed" in shown
