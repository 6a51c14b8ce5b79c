"""A feed that was heard and falls silent makes what it would tell of unknown."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from supervision.models import SyncState
from supervision.selectors.states import silent_feeds
from supervision.services.feeds import UnknownFeedError, hear

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 20, 12, tzinfo=UTC)


def test_a_feed_never_heard_is_entered_by_hand_and_not_silent():
    assert silent_feeds(NOON) == {}


def test_within_its_hours_a_feed_is_known_and_past_them_silent_since_its_last_word():
    limit = timedelta(hours=hear("jail", at=NOON).limit_hours)
    assert silent_feeds(NOON + limit) == {}
    assert silent_feeds(NOON + limit + timedelta(minutes=1)) == {"jail": NOON}


def test_a_word_ends_a_silence_noted_by_hand():
    SyncState.objects.filter(feed="jail").update(silent_since=NOON - timedelta(hours=3))
    hear("jail", at=NOON)
    assert silent_feeds(NOON) == {}


def test_a_feed_that_nobody_knows_is_refused_with_the_names_there_are():
    with pytest.raises(UnknownFeedError, match=r"\[pigeons\].*jail, laboratory"):
        hear("pigeons", at=NOON)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.lists(st.integers(-500, 500), min_size=1, max_size=5))
def test_the_last_word_counts_in_whatever_order_words_come(words):
    SyncState.objects.filter(feed="jail").update(last_heard_at=None)
    for hours in words:
        heard = hear("jail", at=NOON + timedelta(hours=hours))
    assert heard.last_heard_at == NOON + timedelta(hours=max(words))
