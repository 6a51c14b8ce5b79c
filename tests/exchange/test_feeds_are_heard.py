"""A whole delivery of an agency is word from the feeds that it is known by."""

from dataclasses import replace

import pytest

from ots.access.viewer import system_viewer
from ots.exchange.agencies.broward.agency import broward
from ots.exchange.imports import run_import
from supervision.models import SyncState
from tests.exchange.delivery import TODAY, Delivery

pytestmark = pytest.mark.django_db


def heard(feed):
    return SyncState.objects.get(feed=feed).last_heard_at


def test_a_whole_delivery_is_word_from_the_agency_s_feeds_alone(delivery: Delivery) -> None:
    daily = replace(broward(TODAY), feeds=("jail",))
    run_import(system_viewer("tests"), daily, delivery.folder)
    assert heard("jail") is not None
    assert heard("laboratory") is None


def test_files_of_the_past_are_word_from_none(delivery: Delivery) -> None:
    delivery.load()
    assert heard("jail") is None
