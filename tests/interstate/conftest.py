"""Olivia sends Dana from Michigan to Ohio; Carla passes it on, Otto receives, Oprah supervises."""

import pytest

from interstate.choices import Post
from tests import factories
from tests.factories.compact import compact_case, post


@pytest.fixture
def carla(db):
    """Michigan's compact office."""
    made = factories.user("Carla", role="Compact office")
    post(made, "MI", Post.OFFICE)
    return made


@pytest.fixture
def otto(db):
    """Ohio's compact office."""
    made = factories.user("Otto", role="Other state's compact office")
    post(made, "OH", Post.OFFICE)
    return made


@pytest.fixture
def oprah(db):
    """An agent in Ohio."""
    made = factories.user("Oprah", role="Other state's agent")
    post(made, "OH")
    return made


@pytest.fixture
def sender(olivia):
    """Olivia, with a post in Michigan's compact work."""
    post(olivia, "MI")
    return olivia


@pytest.fixture
def case(sender, dana):
    """Dana's case for Ohio, nothing sent yet."""
    return compact_case(sender, dana)
