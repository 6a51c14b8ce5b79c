"""While another state supervises, nothing is due here; when it is over, it is again."""

import pytest
from django.utils import timezone

from interstate.models import CompactCase, CompactEvent
from interstate.services.standards import standards_follow
from ots.audit.events import Event
from ots.audit.services import Happening
from supervision.models import StandardsPause

pytestmark = pytest.mark.django_db


def stands(case, *, supervising, state="ACTIVE"):
    """Let the case stand so, and an event of it be told."""
    CompactCase.objects.filter(pk=case.pk).update(supervising=supervising, state=state)
    event = CompactEvent(case=case, happened_at=timezone.now())
    standards_follow(Happening(Event.COMPACT_EVENT_TAKEN, person_id=case.person_id, target=event))


def running(case):
    return StandardsPause.objects.filter(
        person=case.person_id, kind="compact", ended_on=None, superseded_at=None
    )


def test_nothing_rests_while_the_sending_state_still_supervises(case):
    stands(case, supervising="sending", state="ACCEPTED")
    assert not running(case).exists()


def test_standards_rest_from_the_day_the_other_state_has_the_person(case):
    stands(case, supervising="receiving")
    assert running(case).get().began_on == timezone.localdate()


def test_they_run_again_once_the_case_has_come_back(case):
    stands(case, supervising="receiving")
    stands(case, supervising="sending", state="CLOSED")
    assert not running(case).exists()


def test_they_rest_on_while_a_second_case_is_still_away(case):
    stands(case, supervising="receiving")
    second = CompactCase.objects.create(
        **{
            field.attname: getattr(case, field.attname)
            for field in CompactCase._meta.concrete_fields
            if field.name not in ("id", "number")
        }
        | {"number": "MI-2", "state": "ACTIVE", "supervising": "receiving"}
    )
    stands(case, supervising="sending", state="CLOSED")
    assert running(second).exists()
