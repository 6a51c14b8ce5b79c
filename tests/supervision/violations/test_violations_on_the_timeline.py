"""What was reported and answered stands on the person's timeline for who may read it."""

import pytest
from django.utils import timezone

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import viewer_for
from supervision.services.incentives import give_incentive
from tests.factories.signing_in import signed_in_client
from tests.factories.supervision_violation import answer_kind, incident, supervised

pytestmark = pytest.mark.django_db


def timeline(user: User, person: Person) -> str:
    return signed_in_client(user).get(f"/people/{person.pk}/timeline/").content.decode()


def test_an_incident_is_on_the_timeline_of_its_agent(olivia: User, dana: Person) -> None:
    supervised(dana)
    incident(olivia, dana, "V309")
    assert "Reported: Left state" in timeline(olivia, dana)


def test_the_police_read_of_no_incident(olivia: User, paula: User, dana: Person) -> None:
    supervised(dana)
    incident(olivia, dana, "V309")
    assert "Reported: Left state" not in timeline(paula, dana)


def test_an_incentive_is_on_the_timeline(olivia: User, dana: Person) -> None:
    supervised(dana)
    give_incentive(
        viewer_for(olivia),
        dana.pk,
        kind_id=answer_kind("praise").pk,
        trigger="housing",
        given_on=timezone.localdate(),
    )
    assert "Incentive: Praise on record" in timeline(olivia, dana)
