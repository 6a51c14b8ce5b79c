"""The whole worksheet: to read, to print, as a file; every outlet tells and withholds the same."""

import hashlib
import json
import shutil
import subprocess

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from offenders.models import Misconduct, ParoleRelease, Person, Sentence
from offenders.selectors.reading import Reading
from offenders.services.facts import correct_fact
from ots.access.categories import Action, Category, category_codename
from ots.access.exports import REDISCLOSURE
from ots.access.models import User
from ots.access.viewer import system_viewer, viewer_for
from ots.audit.models import AuditEntry, Disclosure
from tests.conftest import SignIn
from timecomp.selectors.printed import printed_worksheet
from timecomp.selectors.seen_steps import WITHHELD
from timecomp.selectors.sheets import person_sheet
from timecomp.services.computing import compute_person

PROGRAM = system_viewer("tests")
OUTLETS = ("person-worksheet", "person-worksheet-print", "person-worksheet-export")
STEP = "The sentence of January 15, 2020 less 0 days of jail credit starts on January 15, 2020."


@pytest.fixture
def computed(danas_sentence: Sentence) -> Sentence:
    """Dana's sentence with its computation."""
    compute_person(PROGRAM, danas_sentence.person_id)
    return danas_sentence


@pytest.fixture
def with_credits(danas_sentence: Sentence) -> Sentence:
    """Dana's sentence for a crime of 1990, which earns disciplinary credit, and a misconduct."""
    correct_fact(
        PROGRAM,
        danas_sentence.charge.particulars.get(),
        person_id=danas_sentence.person_id,
        reason="amended",
        offense_date="1990-01-01",
    )
    Misconduct.objects.create(
        person=danas_sentence.person,
        violated_on="2021-03-05",
        found_guilty_on="2021-03-09",
        misconduct_class="I",
    )
    compute_person(PROGRAM, danas_sentence.person_id)
    return danas_sentence


def url(name: str, person: Person) -> str:
    return reverse(f"timecomp:{name}", args=[person.pk])


def take_away(user: User, category: Category) -> None:
    codename = category_codename(category, Action.VIEW)
    user.groups.get().permissions.remove(Permission.objects.get(codename=codename))


def words(client: Client, name: str, person: Person) -> str:
    """What a reader of the outlet reads."""
    answer = client.get(url(name, person))
    if answer["Content-Type"] != "application/pdf":
        return " ".join(answer.content.decode().split())
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed")
    told = subprocess.run([reader, "-", "-"], input=answer.content, capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())


@pytest.mark.parametrize("outlet", OUTLETS)
def test_every_outlet_tells_each_step(
    outlet: str, olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    assert STEP in words(sign_in(olivia), outlet, dana)


@pytest.mark.parametrize("outlet", OUTLETS)
def test_every_outlet_withholds_what_the_role_does_not_include(
    outlet: str, olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    take_away(olivia, Category.LEGAL)
    read = words(sign_in(olivia), outlet, dana)
    assert WITHHELD in read
    assert STEP not in read


@pytest.mark.parametrize("outlet", OUTLETS)
def test_a_step_that_tells_of_a_child_victim_is_withheld_in_every_outlet(
    outlet: str, tim: User, dana: Person, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    correct_fact(
        PROGRAM,
        danas_sentence.charge.particulars.get(),
        person_id=danas_sentence.person_id,
        reason="amended",
        offense_code="750.520b",
        flags=["victim_under_13"],
    )
    compute_person(PROGRAM, danas_sentence.person_id)
    read = words(sign_in(tim), outlet, dana)
    assert "under 13" not in read
    assert "csc1_25" not in read


@pytest.mark.parametrize("outlet", OUTLETS)
def test_the_credits_stand_month_by_month_in_every_outlet(
    outlet: str, olivia: User, dana: Person, with_credits: Sentence, sign_in: SignIn
) -> None:
    read = words(sign_in(olivia), outlet, dana).lower()
    told = {"person-worksheet-export": '"misconduct": ["2021-03-05"]'}
    assert told.get(outlet, "misconduct") in read


@pytest.mark.parametrize("outlet", OUTLETS)
def test_the_day_of_a_misconduct_is_told_to_those_who_see_custody(
    outlet: str, olivia: User, dana: Person, with_credits: Sentence, sign_in: SignIn
) -> None:
    take_away(olivia, Category.CUSTODY)
    read = words(sign_in(olivia), outlet, dana)
    for told in ("2021-03-05", "March 5, 2021", "Mar 5, 2021"):
        assert told not in read


def test_the_file_holds_the_table_whose_total_is_the_credit_of_the_result(
    olivia: User, dana: Person, with_credits: Sentence, sign_in: SignIn
) -> None:
    answer = sign_in(olivia).get(url("person-worksheet-export", dana))
    [table, _] = json.loads(answer.content)["parts"][1]["tables"]
    [stored] = dana.computations.get(superseded_at=None).results["sentences"]
    assert table["months"][-1]["total"] == stored["credits"]["disciplinary_credit"]["minimum"]
    assert "attachment" in answer["Content-Disposition"]


@pytest.mark.parametrize(("outlet", "form"), [(OUTLETS[1], "pdf"), (OUTLETS[2], "json")])
def test_a_print_and_a_file_are_events_of_their_own(
    outlet: str, form: str, olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    sign_in(olivia).get(url(outlet, dana))
    entry = AuditEntry.objects.get(event="WORKSHEET_EXPORTED")
    assert (entry.person_id, entry.actor, entry.additional_data["form"]) == (dana.pk, olivia, form)
    assert "legal" in entry.categories


@pytest.mark.parametrize(("outlet", "medium"), [(OUTLETS[1], "pdf"), (OUTLETS[2], "json")])
def test_a_print_and_a_file_are_disclosed_with_what_they_hold(
    outlet: str, medium: str, olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    answer = sign_in(olivia).get(url(outlet, dana))
    made = Disclosure.objects.get()
    assert (made.people, made.medium, made.recipient) == ([dana.pk], medium, str(olivia))
    assert made.content_digest == hashlib.sha256(answer.content).hexdigest()


def test_what_tells_of_treatment_is_printed_over_the_notice(
    olivia: User, dana: Person, computed: Sentence
) -> None:
    reading = Reading(viewer_for(olivia))
    found = person_sheet(reading, dana.pk)
    assert found is not None
    given = {"name": "Dana", "person_id": dana.pk, "at": timezone.now()}
    assert REDISCLOSURE not in str(printed_worksheet(reading, found, **given)["foot"])
    reading.seen.categories.add("substance_use")
    assert REDISCLOSURE in str(printed_worksheet(reading, found, **given)["foot"])


def test_reading_the_page_is_a_view_and_no_export(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    sign_in(olivia).get(url("person-worksheet", dana))
    assert AuditEntry.objects.filter(event="PERSON_VIEWED", person_id=dana.pk).exists()
    assert not AuditEntry.objects.filter(event="WORKSHEET_EXPORTED").exists()


@pytest.mark.parametrize("outlet", OUTLETS)
def test_another_district_finds_nothing(
    outlet: str, ruth: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    assert sign_in(ruth).get(url(outlet, dana)).status_code == 404


@pytest.mark.parametrize("outlet", OUTLETS)
def test_the_police_may_not_open_it(
    outlet: str, paula: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    assert sign_in(paula).get(url(outlet, dana)).status_code == 403


def test_without_a_computation_there_is_no_worksheet(
    olivia: User, dana: Person, sign_in: SignIn
) -> None:
    assert sign_in(olivia).get(url("person-worksheet", dana)).status_code == 404


def test_the_drawing_has_a_title_and_a_table_that_says_the_same(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(olivia).get(url("person-worksheet", dana)).content.decode()
    assert 'role="img"' in page
    assert "<title id=" in page
    assert "The same as a table" in page
    assert "style=" not in page.split("<svg")[1].split("</svg>")[0]


def test_the_drawing_shows_parole_to_those_who_see_supervision(
    olivia: User, dana: Person, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    ParoleRelease.objects.create(
        person=dana,
        released_on="2025-02-03",
        term_months=24,
    )
    compute_person(PROGRAM, dana.pk)
    client = sign_in(olivia)
    bar = "ots-picture__bar--parole"
    assert bar in words(client, "person-worksheet", dana)
    take_away(olivia, Category.SUPERVISION)
    assert bar not in words(client, "person-worksheet", dana)


def test_a_long_record_takes_no_more_queries(
    olivia: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    client = sign_in(olivia)
    client.get(url("person-worksheet", dana))
    with CaptureQueriesContext(connection) as few:
        client.get(url("person-worksheet", dana))
    for day in range(1, 8):
        Misconduct.objects.create(
            person=dana,
            violated_on=f"2021-03-0{day}",
            found_guilty_on="2021-03-09",
            misconduct_class="I",
        )
    compute_person(PROGRAM, dana.pk)
    with CaptureQueriesContext(connection) as many:
        client.get(url("person-worksheet", dana))
    assert len(many) == len(few)
