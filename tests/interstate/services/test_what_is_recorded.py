"""What an office records is told to the minute, and follows what is known of that minute."""

from datetime import timedelta

from django.utils import timezone

from interstate.models import CompactEvent
from interstate.rules.vocabulary import EventType
from interstate.services.recording import Happened, record_event
from ots.access.viewer import viewer_for


def minutes_ago(count):
    return timezone.now().replace(second=0, microsecond=0) - timedelta(minutes=count)


def test_two_events_of_one_minute_stand_in_the_order_of_their_recording(case, carla):
    said = Happened(type=EventType.SENTENCED, at=minutes_ago(3) + timedelta(seconds=40))
    released = Happened(type=EventType.RELEASED_TO_SUPERVISION, at=minutes_ago(3))
    record_event(viewer_for(carla), case.pk, said)
    record_event(viewer_for(carla), case.pk, released)
    kinds = list(CompactEvent.objects.filter(case=case).values_list("type", flat=True))
    assert kinds == ["sentenced", "released_to_supervision"]


def test_what_happened_in_an_earlier_minute_stays_in_it(case, carla):
    earlier = minutes_ago(3)
    record_event(
        viewer_for(carla),
        case.pk,
        Happened(type=EventType.RELEASED_TO_SUPERVISION, at=minutes_ago(1)),
    )
    told = Happened(type=EventType.SENTENCED, at=earlier)
    taken = record_event(viewer_for(carla), case.pk, told)
    assert taken.event.happened_at == earlier
