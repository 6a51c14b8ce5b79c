"""Which rows of the compact another state's users find: by its office's columns, as by people."""

import pytest
from django.urls import reverse

from interstate.choices import OfficeKind
from interstate.models import Activity, CompactCase, CompactObligation, CompactOffice
from interstate.rules.routing import Move
from interstate.rules.vocabulary import EventType
from interstate.services.activities import Asked, move_activity
from interstate.services.cases import CaseRefusedError
from interstate.services.drafts import start_activity
from ots.access.scopes import in_scope, reaches
from ots.access.viewer import viewer_for
from tests import factories
from tests.factories.compact import compact_case, compact_office, complete, post
from tests.factories.signing_in import signed_in_client

TABLES = ((CompactCase, "person"), (Activity, "case__person"), (CompactObligation, "case__person"))


def request_sent(author, office, case):
    """The author asks for reporting instructions; his compact office passes it on."""
    kind = EventType.REPORTING_INSTRUCTIONS_REQUEST
    asked = start_activity(viewer_for(author), case.pk, kind, content={"reason": "expedited"})
    move_activity(viewer_for(author), complete(asked).pk, Asked(move=Move.SUBMIT))
    return move_activity(viewer_for(office), asked.pk, Asked(move=Move.TRANSMIT))


@pytest.fixture
def other_office(otto):
    """A user of an office of Ohio that this case is not with."""
    office = CompactOffice.objects.create(
        member=otto.delegate.office.member,
        kind=OfficeKind.PROBATION,
        name="Ohio probation compact office",
    )
    made = factories.user("Olga", role="Other state's compact office")
    post(made, "OH")
    made.delegate.office = office
    made.delegate.save()
    return made


@pytest.mark.parametrize(("table", "person"), TABLES)
def test_rows_are_found_by_whom_their_people_are_reached(
    table, person, case, sender, carla, otto, other_office
):
    request_sent(sender, carla, case)
    unsent = compact_case(sender, factories.person(last_name="Unsent", agent=sender))
    rows = table.objects.order_by("pk")
    assert rows.filter(**{person: case.person_id}).exists()
    for viewer in map(viewer_for, (otto, other_office)):
        found = set(in_scope(viewer, rows, person=person))
        assert found == {
            row for row in rows if reaches(viewer, getattr(row, "case", row).person_id)
        }
        assert bool(found) is (viewer.user == otto)
    assert not reaches(viewer_for(otto), unsent.person_id)


def test_a_closed_post_opens_nothing(case, sender, carla, otto):
    request_sent(sender, carla, case)
    otto.delegate.is_active = False
    otto.delegate.save()
    viewer = viewer_for(otto)
    assert not reaches(viewer, case.person_id)
    assert not in_scope(viewer, Activity.objects.all(), person="case__person").exists()


def test_what_is_to_be_moved_on_has_a_list_without_an_end(case, sender, carla, otto):
    request_sent(sender, carla, case)
    page = signed_in_client(otto).get(reverse("interstate:worklist"), {"urgency": "move"})
    assert case.person.last_name in page.content.decode()
    assert [row.kind for row in page.context["found"].rows] == ["reporting_instructions_request"]
    nobody = signed_in_client(sender).get(reverse("interstate:worklist"), {"urgency": "move"})
    assert "Nothing to move on" in nobody.content.decode()


def test_the_office_that_waits_is_the_other_state_s(case, sender, carla, otto):
    request_sent(sender, carla, case)
    owed = case.obligations.get(owed_by="receiving")
    assert owed.owing_office == otto.delegate.office
    assert owed.awaiting_office == carla.delegate.office == compact_office("MI")


def test_a_case_between_two_other_states_is_not_opened_here(case, sender, carla, otto):
    request_sent(sender, carla, case)
    with pytest.raises(CaseRefusedError, match="no side"):
        compact_case(otto, case.person, to="KY")
    assert compact_case(otto, case.person, to="MI").receiving.is_ours
