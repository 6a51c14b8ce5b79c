"""What is wrong on a page, told by a user; and how it is read."""

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from ots.access.viewer import viewer_for
from ots.oversight.models import Concern
from ots.oversight.selectors.told_page import told_page
from ots.oversight.services.concerns import tell_concern

WORDS = "The minimum ends a year too early."
NOW = timezone.now()


def dates_of(person) -> str:
    return reverse("timecomp:person-dates", args=[person.pk])


def told(user, person, *, kind="date", words=WORDS, address="") -> Concern:
    viewer = viewer_for(user)
    page = told_page(viewer, address or dates_of(person))
    return tell_concern(viewer, page, kind=kind, words=words)


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def earlier(concern: Concern, days: int) -> Concern:
    """The same, told days ago."""
    copied = {name: getattr(concern, name) for name in ("kind", "desk", "words", "told_by")}
    return Concern.objects.create(
        **copied, person=concern.person, told_at=timezone.now() - timedelta(days=days)
    )
