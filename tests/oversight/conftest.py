"""What auditors look at."""

import pytest
from django.urls import reverse

from ots.audit.events import Event
from ots.audit.services import record_view


@pytest.fixture
def views(dana, olivia, sign_in):
    """Olivia opened Dana's record and a list that shows Dana."""
    sign_in(olivia).get(reverse("offenders:person", args=[dana.pk]))
    record_view(Event.LIST_VIEWED, actor=olivia, people=[dana.pk, dana.pk + 1])
    return dana


@pytest.fixture
def auditing(audrey, sign_in):
    return sign_in(audrey)
