"""What auditors look at, and what users say is wrong."""

import pytest
from django.urls import reverse

from ots.audit.events import Event
from ots.audit.services import record_view
from ots.oversight.models import Concern
from tests import factories
from tests.factories.compact import post
from tests.oversight.telling import told


@pytest.fixture
def views(dana, olivia, sign_in):
    """Olivia opened Dana's record and a list that shows Dana."""
    sign_in(olivia).get(reverse("offenders:person", args=[dana.pk]))
    record_view(Event.LIST_VIEWED, actor=olivia, people=[dana.pk, dana.pk + 1])
    return dana


@pytest.fixture
def auditing(audrey, sign_in):
    return sign_in(audrey)


@pytest.fixture
def seth(db):
    """Security officer."""
    return factories.user("Seth", role="Security officer")


@pytest.fixture
def otto(db):
    """Agent of another state."""
    made = factories.user("Otto", role="Other state's agent")
    post(made, "OH")
    return made


@pytest.fixture
def concern(olivia, dana) -> Concern:
    """Olivia says that a date of Dana is wrong."""
    return told(olivia, dana)
