"""The pages of violations: report, answer, approve, decide; who may and who may not."""

from datetime import timedelta
from http import HTTPStatus

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import strip_tags

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import viewer_for
from ots.audit.models import Disclosure
from supervision.models import Incident, Proceeding, Response, SuggestionDecision
from supervision.rules.proceeding import Move
from supervision.services.proceeding_effects import StepDetails
from supervision.services.proceedings import take_step
from tests import factories
from tests.factories.signing_in import signed_in_client
from tests.factories.supervision_violation import (
    answer_kind,
    incident,
    proceeding,
    step,
    supervised,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_parole(dana: Person) -> Person:
    return supervised(dana)


def base(person: Person) -> str:
    return f"/people/{person.pk}/supervision/violations/"


def report(client: Client, person: Person, **fields: object) -> Incident:
    told = {"code": "V302", "occurred_at": "yesterday 9 am", "informant": "officer", **fields}
    answer = client.post(f"{base(person)}report/", told)
    assert answer.status_code == HTTPStatus.FOUND, answer.content.decode()
    return Incident.objects.latest("pk")


def test_reporting_leads_to_the_page_that_answers_it(olivia: User, on_parole: Person) -> None:
    client = signed_in_client(olivia)
    made = report(client, on_parole)
    page = client.get(f"{base(on_parole)}{made.pk}/").content.decode()
    assert "level 1: Warning or assignment" in page
    assert "Nobody answered this cell in the last 365 days" in page


def test_the_answer_that_the_grid_presumes_is_chosen_already(
    olivia: User, on_parole: Person
) -> None:
    client = signed_in_client(olivia)
    made = report(client, on_parole)
    page = client.get(f"{base(on_parole)}{made.pk}/").content.decode()
    assert f'<option value="{answer_kind("written-warning").pk}" selected>' in page


def test_an_answer_too_long_for_the_law_is_refused_with_its_text(
    olivia: User, on_parole: Person
) -> None:
    client = signed_in_client(olivia)
    made = report(client, on_parole, code="V309")
    answer = client.post(
        f"{base(on_parole)}{made.pk}/",
        {
            "kind": answer_kind("confinement").pk,
            "effective_on": timezone.localdate().isoformat(),
            "jail_days": 61,
            "deviation_reason": "pattern",
        },
    )
    assert "MCL 791.258a: a parole sanction confines for not more than 60 days" in (
        answer.content.decode()
    )


def deviating(client: Client, person: Person) -> Response:
    made = report(client, person)
    client.post(
        f"{base(person)}{made.pk}/",
        {
            "kind": answer_kind("curfew").pk,
            "effective_on": timezone.localdate().isoformat(),
            "deviation_reason": "pattern",
        },
    )
    return Response.objects.latest("pk")


def test_a_supervisor_finds_and_approves_what_waits(
    olivia: User, sam: User, on_parole: Person
) -> None:
    made = deviating(signed_in_client(olivia), on_parole)
    supervisor = signed_in_client(sam)
    address = f"{base(on_parole)}answers/{made.pk}/"
    assert address in supervisor.get("/violations/waiting/").content.decode()
    supervisor.post(address, {"move": "approved"})
    assert address not in supervisor.get("/violations/waiting/").content.decode()


def test_a_supervisor_of_another_district_finds_nothing_waiting(
    olivia: User, ruth: User, on_parole: Person
) -> None:
    deviating(signed_in_client(olivia), on_parole)
    assert "No answer waits for approval" in (
        signed_in_client(ruth).get("/violations/waiting/").content.decode()
    )


def test_the_list_of_what_waits_asks_a_constant_number_of_queries(
    olivia: User, sam: User, on_parole: Person
) -> None:
    agent, supervisor = signed_in_client(olivia), signed_in_client(sam)
    deviating(agent, on_parole)
    few = _queries(supervisor, "/violations/waiting/")
    deviating(agent, on_parole)
    deviating(agent, on_parole)
    assert _queries(supervisor, "/violations/waiting/") == few


def test_the_list_of_violations_asks_a_constant_number_of_queries(
    olivia: User, on_parole: Person
) -> None:
    client = signed_in_client(olivia)
    deviating(client, on_parole)
    few = _queries(client, base(on_parole))
    deviating(client, on_parole)
    incident(olivia, on_parole, "V309")
    assert _queries(client, base(on_parole)) == few


def _queries(client: Client, address: str) -> int:
    # Opened once before: what a process remembers is not counted.
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == HTTPStatus.OK
    return len(asked)


def test_the_police_find_no_violations(paula: User, on_parole: Person) -> None:
    answer = signed_in_client(paula).get(base(on_parole))
    assert answer.status_code == HTTPStatus.FORBIDDEN


def test_an_agent_of_other_people_finds_nobody(oscar: User, on_parole: Person) -> None:
    answer = signed_in_client(oscar).get(base(on_parole))
    assert answer.status_code == HTTPStatus.NOT_FOUND


def test_the_escalation_index_shows_each_term(olivia: User, on_parole: Person) -> None:
    incident(olivia, on_parole, "V201", days_ago=60)
    page = signed_in_client(olivia).get(f"{base(on_parole)}escalation/").content.decode()
    # 20 points, half after sixty days, alleged: 0.6.
    term = " ".join(strip_tags(page).split())
    assert "6.00: V201 on" in term
    assert "severity 1 weighs 20.0, 60 days ago, shown 0.6" in term


def test_a_suggestion_declined_without_a_reason_is_asked_again(
    olivia: User, on_parole: Person
) -> None:
    incident(olivia, on_parole, "V201")
    client = signed_in_client(olivia)
    answer = client.post(f"{base(on_parole)}suggestions/", {"rule": "R7", "verdict": "decline"})
    assert "Say why" in answer.content.decode()
    assert not SuggestionDecision.objects.exists()


def test_a_suggestion_that_was_decided_is_not_made_again(olivia: User, on_parole: Person) -> None:
    incident(olivia, on_parole, "V201")
    client = signed_in_client(olivia)
    client.post(f"{base(on_parole)}suggestions/", {"rule": "R7", "verdict": "accept"})
    page = client.get(f"{base(on_parole)}suggestions/").content.decode()
    assert "Nothing suggested" in page
    assert SuggestionDecision.objects.get().version == "2026-11"


def test_an_incentive_counts_in_the_ratio(olivia: User, on_parole: Person) -> None:
    client = signed_in_client(olivia)
    client.post(
        f"{base(on_parole)}incentives/",
        {
            "kind": answer_kind("praise").pk,
            "trigger": "employment",
            "given_on": timezone.localdate().isoformat(),
        },
    )
    page = client.get(f"{base(on_parole)}incentives/").content.decode()
    assert "1 to none" in page


def submitted(olivia: User, person: Person) -> Proceeding:
    opened = proceeding(olivia, person, incident(olivia, person, "V309"), route="warrant")
    step(olivia, opened, Move.SUBMIT)
    return opened


def test_a_report_that_was_submitted_waits_with_the_supervisor(
    olivia: User, sam: User, on_parole: Person
) -> None:
    opened = submitted(olivia, on_parole)
    page = signed_in_client(sam).get("/violations/waiting/").content.decode()
    assert f"proceedings/{opened.pk}/" in page


def test_the_page_of_a_proceeding_says_who_has_to_act_and_until_when(
    olivia: User, on_parole: Person
) -> None:
    opened = submitted(olivia, on_parole)
    page = signed_in_client(olivia).get(f"{base(on_parole)}proceedings/{opened.pk}/")
    text = page.content.decode()
    assert "<strong>supervisor</strong>" in text
    assert "decision about the report" in text


def test_a_step_that_may_not_follow_leads_back(olivia: User, on_parole: Person) -> None:
    opened = submitted(olivia, on_parole)
    answer = signed_in_client(olivia).get(f"{base(on_parole)}proceedings/{opened.pk}/step/arrest/")
    assert answer.status_code == HTTPStatus.FOUND


def test_a_warrant_without_its_number_is_asked_for_it(
    olivia: User, sam: User, on_parole: Person
) -> None:
    specialist = factories.user("Paul", role="Parole violation specialist")
    opened = submitted(olivia, on_parole)
    step(sam, opened, Move.APPROVE)
    take_step(
        viewer_for(specialist),
        opened,
        move=Move.SPECIALIST_PROCEED,
        details=StepDetails(decision="return"),
    )
    step(olivia, opened, Move.REQUEST_WARRANT)
    answer = signed_in_client(specialist).post(
        f"{base(on_parole)}proceedings/{opened.pk}/step/issue_warrant/", {"move": "issue_warrant"}
    )
    assert "Give the number of the warrant" in answer.content.decode()


def test_the_packet_is_a_tagged_pdf_and_in_the_log_of_disclosures(
    olivia: User, on_parole: Person
) -> None:
    opened = submitted(olivia, on_parole)
    answer = signed_in_client(olivia).get(f"{base(on_parole)}proceedings/{opened.pk}/packet/")
    assert answer.content.startswith(b"%PDF")
    assert Disclosure.objects.get().document == "violation packet"


def test_pages_of_violations_stay_under_fifty_kilobytes(olivia: User, on_parole: Person) -> None:
    client = signed_in_client(olivia)
    made = incident(olivia, on_parole)
    opened = submitted(olivia, on_parole)
    pages = ["", "report/", f"{made.pk}/", f"proceedings/{opened.pk}/", "proceedings/open/"]
    sizes = {each: len(client.get(base(on_parole) + each).content) for each in pages}
    assert {name: size for name, size in sizes.items() if size > 50_000} == {}


def test_an_incident_in_words_that_have_two_readings_is_asked_again(
    olivia: User, on_parole: Person
) -> None:
    client = signed_in_client(olivia)
    answer = client.post(
        f"{base(on_parole)}report/",
        {"code": "V302", "occurred_at": "sometime", "informant": "officer"},
    )
    assert answer.status_code == HTTPStatus.OK
    assert not Incident.objects.filter(occurred_at__gt=timezone.now() - timedelta(days=9)).exists()
