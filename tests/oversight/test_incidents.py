"""Security incidents: anybody reports, the clock runs, the security officer handles and tells."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import Error, transaction
from django.urls import reverse
from django.utils import timezone

from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry
from ots.oversight.models import Incident, IncidentNotice, IncidentStep, ReportingTime
from ots.oversight.models.incident import NEXT, IncidentKind, IncidentState
from ots.oversight.selectors.incidents import incident_read, incidents, open_incidents
from ots.oversight.services.incidents import (
    IncidentRefusedError,
    Noticed,
    hours_to_report,
    move_on,
    record_notice,
    report_incident,
)
from tests import factories

REPORT = reverse("oversight:incident-report")
LIST = reverse("oversight:incident-list")


@pytest.fixture
def time_to_report(db):
    """The policy's hour stands."""
    return ReportingTime.objects.get_or_create(
        since="2000-01-01", defaults={"hours": 1, "citation": "IR-6", "standing": "verified"}
    )[0]


@pytest.fixture
def seth(db):
    """Security officer."""
    officer = factories.user("Seth", role="Security officer")
    officer.email = "seth@example.org"
    officer.save(update_fields=["email"])
    return officer


def noticed(**told) -> Noticed:
    values = {
        "kind": IncidentKind.DEVICE,
        "discovered_at": timezone.now() - timedelta(minutes=20),
        "where": "Lansing Parole",
        "description": "A token is gone.",
        "may_concern_records": True,
    }
    return Noticed(**{**values, **told})


@pytest.fixture
def incident(time_to_report, olivia):
    """Olivia lost her token."""
    return report_incident(viewer_for(olivia), noticed())


def sent(**told) -> dict[str, str]:
    at = timezone.localtime(told.pop("at", timezone.now() - timedelta(minutes=2)))
    return {
        "kind": "device",
        "discovered_at": f"{at:%Y-%m-%dT%H:%M}",
        "where": "Lansing",
        "description": "A token is gone.",
        **told,
    }


def test_a_report_is_kept_with_who_and_when_and_is_in_time(incident, olivia):
    assert (incident.reported_by, incident.is_late) == (olivia, False)
    assert incident.due_at - incident.discovered_at == timedelta(hours=1)


def test_every_user_finds_the_form_at_the_foot_of_the_page(olivia, sign_in):
    assert REPORT in sign_in(olivia).get("/account/").content.decode()


def test_the_form_takes_a_report(olivia, time_to_report, sign_in):
    answer = sign_in(olivia).post(REPORT, sent(), follow=True)
    assert "is reported, and the security officer is told" in answer.content.decode()
    assert Incident.objects.get().reported_by == olivia


def test_the_form_says_how_much_time_there_is(olivia, time_to_report, sign_in):
    assert "within 1 hour of noticing" in sign_in(olivia).get(REPORT).content.decode()


def test_what_comes_late_says_why(olivia, time_to_report, sign_in):
    client, at = sign_in(olivia), timezone.now() - timedelta(hours=3)
    refused = client.post(REPORT, sent(at=at)).content.decode()
    assert "say why it comes late" in refused
    client.post(REPORT, sent(at=at, why_late="Found only at the count"))
    assert Incident.objects.get().is_late


def test_what_is_not_yet_is_not_reported(olivia, time_to_report):
    with pytest.raises(IncidentRefusedError, match="still to come"):
        report_incident(
            viewer_for(olivia), noticed(discovered_at=timezone.now() + timedelta(hours=1))
        )


def test_the_hours_are_those_of_the_day_it_was_noticed(time_to_report):
    tomorrow = timezone.localdate() + timedelta(days=1)
    ReportingTime.objects.create(since=tomorrow, hours=2, citation="later", standing="inferred")
    now = timezone.now()
    assert [hours_to_report(now), hours_to_report(now + timedelta(days=2))] == [1, 2]


@pytest.mark.parametrize("hours", [0, 73])
def test_the_database_keeps_the_hours_within_bounds(hours, db):
    with pytest.raises(Error), transaction.atomic():
        ReportingTime.objects.create(
            since=date(2031, 1, 1), hours=hours, citation="x", standing="inferred"
        )


def test_those_who_handle_incidents_are_mailed_without_what_it_says(
    olivia, seth, time_to_report, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        report_incident(viewer_for(olivia), noticed())
    [message] = mail.outbox
    assert "seth@example.org" in message.to
    assert "token" not in message.body


def test_the_steps_and_the_notice_go_from_report_to_end(incident, seth):
    viewer = viewer_for(seth)
    for state in (IncidentState.CONFIRMED, IncidentState.CONTAINED, IncidentState.CLOSED):
        move_on(viewer, incident, state=state, note="Done as written")
    record_notice(viewer, incident, told="CSA ISO", means="Telephone", told_at=timezone.now())
    read = incident_read(viewer, incident.pk)
    assert [step.state for step in read.steps] == ["confirmed", "contained", "closed"]
    assert [notice.told for notice in read.notices] == ["CSA ISO"]
    assert open_incidents(viewer) == 0


@pytest.mark.parametrize("state", sorted(set(IncidentState) - set(NEXT["reported"])))
def test_a_step_that_does_not_follow_is_refused(state, incident, seth):
    with pytest.raises(IncidentRefusedError, match="one of the steps"):
        move_on(viewer_for(seth), incident, state=state, note="x")


def test_every_state_leads_on():
    assert {state for state in IncidentState if not NEXT[state]} == set()


def test_a_step_says_what_was_done(incident, seth):
    with pytest.raises(IncidentRefusedError, match="what was done"):
        move_on(viewer_for(seth), incident, state=IncidentState.CONFIRMED, note=" ")


def test_nobody_was_told_before_it_was_noticed(incident, seth):
    early = incident.discovered_at - timedelta(minutes=1)
    with pytest.raises(IncidentRefusedError, match="between the discovery and now"):
        record_notice(viewer_for(seth), incident, told="CSA", means="Mail", told_at=early)


def test_the_list_shows_what_is_to_be_handled_first(incident, olivia, seth):
    done = report_incident(viewer_for(olivia), noticed(where="Second"))
    move_on(viewer_for(seth), done, state=IncidentState.NONE, note="A mistake")
    assert [line.incident for line in incidents(viewer_for(seth))] == [incident, done]


def test_the_page_takes_steps_and_notices(incident, seth, sign_in):
    client = sign_in(seth)
    page = reverse("oversight:incident-detail", args=[incident.pk])
    client.post(page, {"step-state": "confirmed", "step-note": "The token is locked"})
    now = timezone.localtime()
    client.post(
        page,
        {
            "notice-told": "CSA ISO",
            "notice-means": "Telephone",
            "notice-told_at": f"{now:%Y-%m-%dT%H:%M}",
        },
    )
    shown = client.get(page).content.decode()
    assert "The token is locked" in shown
    assert "CSA ISO, by Telephone" in shown


def test_a_refused_step_says_why_on_the_page(incident, seth, sign_in):
    page = reverse("oversight:incident-detail", args=[incident.pk])
    shown = sign_in(seth).post(page, {"step-state": "confirmed", "step-note": ""}).content.decode()
    assert "This field is required" in shown


def test_it_is_printed_as_a_document(incident, seth, sign_in):
    answer = sign_in(seth).get(reverse("oversight:incident-print", args=[incident.pk]))
    assert answer.content.startswith(b"%PDF")
    assert AuditEntry.objects.filter(event="SECURITY_PRINTED", actor=seth).exists()


def test_home_tells_the_security_officer_how_many_wait(incident, seth, sign_in):
    assert "1 incident to be handled" in sign_in(seth).get("/").content.decode()


def test_report_step_and_notice_are_in_the_trail_without_what_they_say(incident, seth):
    viewer = viewer_for(seth)
    move_on(viewer, incident, state=IncidentState.CONFIRMED, note="The token is locked")
    record_notice(viewer, incident, told="CSA ISO", means="Mail", told_at=timezone.now())
    entries = AuditEntry.objects.filter(event__startswith="SECURITY_")
    assert {entry.event for entry in entries} == {
        "SECURITY_REPORTED",
        "SECURITY_MOVED",
        "SECURITY_TOLD",
    }
    assert not [entry for entry in entries if "token" in str(entry.additional_data)]


@pytest.mark.parametrize("model", [Incident, IncidentStep, IncidentNotice])
def test_nothing_of_it_is_rewritten(model, incident, seth):
    viewer = viewer_for(seth)
    move_on(viewer, incident, state=IncidentState.CONFIRMED, note="x")
    record_notice(viewer, incident, told="CSA ISO", means="Mail", told_at=timezone.now())
    with pytest.raises(Error, match="never changed or deleted"), transaction.atomic():
        model.objects.all()._raw_delete("default")


def test_who_does_not_handle_incidents_reads_none(incident, olivia, sign_in):
    with pytest.raises(NotAllowedError):
        incidents(viewer_for(olivia))
    assert sign_in(olivia).get(LIST).status_code == 403
