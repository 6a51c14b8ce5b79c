"""A member that keeps probation and parole apart gives a case from one office to the other."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from interstate.choices import Post
from interstate.models import (
    Activity,
    CompactCase,
    CompactEvent,
    CompactObligation,
    CompactOffice,
    Delegate,
)
from interstate.rules.routing import Status
from interstate.services.cases import CaseRefusedError
from interstate.services.moving_offices import OfficeMove, move_to_office
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from tests.factories.compact import compact_case, compact_office
from tests.factories.signing_in import signed_in_client

WHY = "Sentenced anew: probation looks after it."


@pytest.fixture
def parole(db):
    return CompactOffice.objects.get(member="IN", kind="parole")


@pytest.fixture
def probation(db):
    return CompactOffice.objects.get(member="IN", kind="probation")


def indianan(name, office, post=Post.OFFICE):
    role = "Other state's compact office" if post is Post.OFFICE else "Other state's agent"
    made = factories.user(name, role=role)
    Delegate.objects.create(user=made, office=office, post=post)
    return made


@pytest.fixture
def ines(parole):
    """Indiana's compact office for parole."""
    return indianan("Ines", parole)


@pytest.fixture
def ivan(parole):
    """A parole agent in Indiana."""
    return indianan("Ivan", parole, Post.AGENT)


@pytest.fixture
def theirs(sender, dana, ivan):
    """Dana's case for Indiana's parole office, asked for and with Ivan."""
    made = compact_case(sender, dana, to="IN")
    CompactCase.objects.filter(pk=made.pk).update(state="TR_PENDING", receiving_user=ivan)
    return CompactCase.objects.get(pk=made.pk)


def owe(case, office, *, met=None, started_by=0):
    return CompactObligation.objects.create(
        case=case,
        key="TREP_DUE",
        rule="3.104(a)",
        rule_set="2026-04-01",
        standing="verified",
        owed_by="receiving",
        owing_office=office,
        awaiting_office=case.sending_office,
        started_by=started_by,
        started_on=date(2026, 5, 4),
        due_on=date(2026, 6, 18),
        satisfied_on=met,
    )


def move(user, case, to, reason=WHY):
    return move_to_office(viewer_for(user), case.pk, OfficeMove(to=to, reason=reason))


def test_the_other_office_has_it_until_it_gives_it_to_somebody(theirs, ines, probation):
    move(ines, theirs, probation)
    theirs.refresh_from_db()
    assert (theirs.receiving_office, theirs.receiving_user) == (probation, None)
    assert theirs.supervision == "parole"


def test_what_is_owed_follows_and_what_was_met_stays(theirs, ines, parole, probation):
    still, met = owe(theirs, parole), owe(theirs, parole, met=date(2026, 6, 1), started_by=1)
    move(ines, theirs, probation)
    rows = dict(theirs.obligations.values_list("pk", "owing_office"))
    assert rows == {still.pk: probation.pk, met.pk: parole.pk}


def test_a_request_that_an_agent_had_lies_at_the_office_again(theirs, ines, ivan, probation):
    request = Activity.objects.create(
        case=theirs,
        kind="transfer_request",
        side="sending",
        status=Status.ASSIGNED.value,
        content_version="2026-04-01",
        assigned_to=ivan,
    )
    move(ines, theirs, probation)
    request.refresh_from_db()
    assert (request.status, request.assigned_to) == ("received", None)
    assert WHY in request.steps.get().reason


def test_the_trail_says_who_and_why(theirs, ines, probation):
    move(ines, theirs, probation)
    entry = AuditEntry.objects.get(additional_data__to=probation.pk)
    assert entry.event == "COMPACT_CASE_CHANGED_OFFICE"
    assert (entry.actor, entry.reason, entry.person_id) == (ines, WHY, theirs.person_id)


def test_a_sending_state_s_office_says_what_is_transferred(sender, dana, ines, parole, probation):
    made = compact_case(sender, dana, to="OH")
    CompactCase.objects.filter(pk=made.pk).update(sending="IN", sending_office=parole)
    move(ines, made, probation)
    made.refresh_from_db()
    assert (made.sending_office, made.supervision) == (probation, "probation")


def test_an_office_of_another_state_is_refused(theirs, ines):
    with pytest.raises(CaseRefusedError, match="no other office"):
        move(ines, theirs, compact_office("OH"))


def test_without_a_reason_it_stays(theirs, ines, probation):
    with pytest.raises(CaseRefusedError, match="Say why"):
        move(ines, theirs, probation, reason=" ")


def test_the_other_state_s_office_does_not_move_it(theirs, carla, probation):
    with pytest.raises(CaseRefusedError, match="no other office"):
        move(carla, theirs, probation)


def test_an_agent_does_not_move_it(theirs, ivan, probation):
    with pytest.raises(NotAllowedError):
        move(ivan, theirs, probation)


def test_a_case_that_is_over_stays(theirs, ines, probation):
    CompactEvent.objects.create(
        case=theirs,
        position=theirs.events.count(),
        happened_at=timezone.now(),
        type="case_closure_reply",
        by="sending",
    )
    CompactCase.objects.filter(pk=theirs.pk).update(state="CLOSED", closed_for="discharged")
    with pytest.raises(CaseRefusedError, match="over"):
        move(ines, theirs, probation)


def test_two_open_cases_between_two_offices_never_stand(theirs, sender, dana, ines, probation):
    other = compact_case(sender, dana, to="OH")
    CompactCase.objects.filter(pk=other.pk).update(receiving="IN", receiving_office=probation)
    with pytest.raises(CaseRefusedError, match=other.number):
        move(ines, theirs, probation)


def test_the_page_offers_it_where_a_state_has_two_offices(theirs, ines, carla, probation):
    page = reverse("interstate:case", args=[theirs.person_id, theirs.pk])
    browser = signed_in_client(ines)
    assert "Give it to another office" in browser.get(page).content.decode()
    assert "Give it to another office" not in signed_in_client(carla).get(page).content.decode()
    url = reverse("interstate:case-office", args=[theirs.person_id, theirs.pk])
    browser.post(url, {"to": probation.pk, "reason": WHY})
    theirs.refresh_from_db()
    assert theirs.receiving_office == probation
