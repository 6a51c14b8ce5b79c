"""What is excused never counts as late, and only who may excuses it."""

import pytest
from django.utils import timezone

from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry
from supervision.models import Obligation
from supervision.services.obligations import excuse, excuse_absence, open_obligation
from supervision.services.obligations.excusing import ExcuseError

pytestmark = pytest.mark.django_db


@pytest.fixture
def owed(dana):
    return open_obligation(
        person_id=dana.pk, kind="contact", due_on=timezone.localdate(), source=dana
    )


def test_an_agent_excuses_a_contact_with_the_reason(owed, olivia):
    excuse(viewer_for(olivia), owed.pk, reason="Funeral")
    assert Obligation.objects.get(pk=owed.pk).excuse_reason == "Funeral"


def test_excusing_is_in_the_trail(owed, olivia):
    excuse(viewer_for(olivia), owed.pk, reason="Funeral")
    assert AuditEntry.objects.filter(event="OBLIGATION_EXCUSED", person_id=owed.person_id).exists()


def test_nothing_is_excused_without_a_reason(owed, olivia):
    with pytest.raises(ExcuseError, match="Say why"):
        excuse(viewer_for(olivia), owed.pk, reason=" ")


def test_nothing_is_excused_twice(owed, olivia):
    excuse(viewer_for(olivia), owed.pk, reason="Funeral")
    with pytest.raises(ExcuseError, match="closed already"):
        excuse(viewer_for(olivia), owed.pk, reason="Funeral")


def test_an_agent_of_another_caseload_excuses_nothing(owed, oscar):
    with pytest.raises(NotAllowedError):
        excuse(viewer_for(oscar), owed.pk, reason="Funeral")


def test_only_a_supervisor_excuses_a_test(dana, olivia, sam):
    test = open_obligation(person_id=dana.pk, kind="test", due_on=timezone.localdate(), source=dana)
    with pytest.raises(NotAllowedError):
        excuse(viewer_for(olivia), test.pk, reason="In hospital")
    assert excuse(viewer_for(sam), test.pk, reason="In hospital").excuse == "decision"


def test_an_acceptable_absence_excuses_the_appointment(owed, dana):
    assert excuse_absence(source=dana, code="AAME") == [owed.pk]


def test_an_unacceptable_absence_excuses_nothing(owed, dana):
    with pytest.raises(ExcuseError, match="no acceptable absence"):
        excuse_absence(source=dana, code="UAAB")
