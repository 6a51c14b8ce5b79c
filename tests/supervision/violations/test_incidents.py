"""An incident keeps its times and what its code meant; not everything reported is a violation."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from offenders.models import Person
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, viewer_for
from supervision.choices.incident import AbilityToPay, AllegationState
from supervision.models import Allegation, Incident, ViolationCode
from supervision.rules.violation_codes import violation_codes
from supervision.services.incidents import (
    Circumstances,
    add_evidence,
    report_incident,
    state_allegation,
)

pytestmark = pytest.mark.django_db


def report(user: User, person: Person, code: str = "V302", **told: str) -> Incident:
    return report_incident(
        viewer_for(user),
        person_id=person.pk,
        code=code,
        occurred_at=timezone.now() - timedelta(days=1),
        circumstances=Circumstances(**told),  # type: ignore[arg-type]
    )


def test_every_code_of_the_catalogue_is_in_the_table() -> None:
    assert set(ViolationCode.objects.values_list("code", flat=True)) == set(violation_codes())


def test_an_incident_is_alleged_until_something_else_is_stated(olivia: User, dana: Person) -> None:
    incident = report(olivia, dana)
    assert Allegation.objects.get(incident=incident).state == AllegationState.ALLEGED


def test_severity_and_legal_type_are_those_of_the_code(olivia: User, dana: Person) -> None:
    incident = report(olivia, dana, "V203")
    assert (incident.severity, incident.legal_type) == (1, "non_technical")


def test_a_later_change_of_the_policy_leaves_the_incident_as_it_was(
    olivia: User, dana: Person
) -> None:
    incident = report(olivia, dana)
    ViolationCode.objects.filter(code="V302").update(severity=2)
    incident.refresh_from_db()
    assert incident.severity == 6


def test_the_time_of_an_incident_never_changes(olivia: User, dana: Person) -> None:
    incident = report(olivia, dana)
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        Incident.objects.filter(pk=incident.pk).update(occurred_at=timezone.now())


def test_an_incident_still_to_come_is_refused(olivia: User, dana: Person) -> None:
    with pytest.raises(RefusedError, match="happened after"):
        report_incident(
            viewer_for(olivia),
            person_id=dana.pk,
            code="V302",
            occurred_at=timezone.now() + timedelta(hours=1),
        )


def test_a_code_that_is_none_is_refused(olivia: User, dana: Person) -> None:
    with pytest.raises(RefusedError):
        report(olivia, dana, "V999")


@pytest.mark.parametrize("ability", [AbilityToPay.ABLE, AbilityToPay.NOT_ASSESSED])
def test_money_owed_is_alleged_unless_the_person_could_not_pay(
    olivia: User, dana: Person, ability: str
) -> None:
    assert not report(olivia, dana, "V604", ability_to_pay=ability).is_information


def test_money_that_the_person_could_not_pay_is_information(olivia: User, dana: Person) -> None:
    incident = report(olivia, dana, "V604", ability_to_pay=AbilityToPay.UNABLE)
    assert incident.is_information
    assert not Allegation.objects.filter(incident=incident).exists()


def test_money_without_a_word_on_the_ability_to_pay_is_refused(olivia: User, dana: Person) -> None:
    with pytest.raises(RefusedError):
        report(olivia, dana, "V604")


def test_a_polygraph_is_information_and_cannot_be_proved(olivia: User, dana: Person) -> None:
    incident = report(olivia, dana, "V704")
    with pytest.raises(RefusedError, match="information"):
        state_allegation(
            viewer_for(olivia),
            incident,
            state=AllegationState.PROVED,
            on=timezone.localdate(),
            reason="polygraph",
        )


def test_the_states_of_an_allegation_are_all_kept(olivia: User, dana: Person) -> None:
    incident = report(olivia, dana)
    state_allegation(
        viewer_for(olivia),
        incident,
        state=AllegationState.ADMITTED,
        on=timezone.localdate(),
        reason="Said so at the desk",
    )
    assert [each.state for each in incident.allegations.order_by("pk")] == ["alleged", "admitted"]


def test_evidence_that_is_no_picture_or_document_is_refused(olivia: User, dana: Person) -> None:
    with pytest.raises(RefusedError, match="file"):
        add_evidence(
            viewer_for(olivia), report(olivia, dana), title="Note", upload=BytesIO(b"MZ program")
        )


def test_who_may_not_report_is_refused(tim: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError):
        report(tim, dana)


def test_a_person_of_another_agent_is_out_of_reach(ruth: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError):
        report(ruth, dana)
