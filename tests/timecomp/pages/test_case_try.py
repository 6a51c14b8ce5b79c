"""Trying dates on a hypothetical case: nothing is stored about anybody."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import HealthCheck, given, settings

from offenders.models import Person
from ots.access.exports import REDISCLOSURE
from ots.access.models import User
from ots.audit.models import Disclosure
from tests import factories
from tests.conftest import SignIn
from tests.law import strategies
from timecomp.forms.hypothesis import filled_hypothesis, typed_hypothesis
from timecomp.law.case_json import case_to_json, parse_cases
from timecomp.law.computation import compute
from timecomp.law.facts import Case
from timecomp.models import Computation
from timecomp.selectors.hypotheses import notice_of_case
from timecomp.services.outlets import told_about

SENTENCE = {
    "sentences-0-id": "A",
    "sentences-0-offense__code": "750.529",
    "sentences-0-offense__date": "2019-05-01",
    "sentences-0-sentenced_on": "2020-01-15",
    "sentences-0-kind": "indeterminate",
    "sentences-0-minimum__years": "5",
    "sentences-0-maximum__years": "20",
}
CASE = {
    "id": "x",
    "sentences": [
        {
            "id": "A",
            "offense": {"code": "750.529", "date": "2019-05-01"},
            "sentenced_on": "2020-01-15",
            "kind": "indeterminate",
            "minimum": {"years": 5},
            "maximum": {"years": 20},
        }
    ],
}


def url() -> str:
    return reverse("timecomp:case-try")


@pytest.fixture
def attorney(db: None) -> User:
    """An attorney, who sees nobody's record."""
    return factories.user("Antonia", role="Attorney")


def days(response) -> dict[str, date | None]:
    return {line.label: line.day for line in response.context["outcome"].days}


def test_the_dates_of_what_was_typed_are_shown(attorney: User, sign_in: SignIn) -> None:
    response = sign_in(attorney).post(url(), SENTENCE)
    assert days(response)["Earliest release date"] == date(2025, 1, 15)
    assert days(response)["Maximum discharge date"] == date(2040, 1, 15)


def test_the_answer_has_a_drawing_and_a_worksheet(attorney: User, sign_in: SignIn) -> None:
    page = sign_in(attorney).post(url(), SENTENCE).content.decode()
    assert 'role="img"' in page
    assert "MCL 769.11b" in page


def test_sentences_one_after_the_other_are_drawn_one_after_the_other(
    attorney: User, sign_in: SignIn
) -> None:
    second = {key.replace("-0-", "-1-"): value for key, value in SENTENCE.items()}
    tied = {"sentences-1-id": "B", "sentences-1-consecutive_to": "A"}
    response = sign_in(attorney).post(url(), {**SENTENCE, **second, **tied})
    lanes = {lane.name: lane for lane in response.context["outcome"].drawing.lanes}
    first, after = lanes["Sentence A, minimum"], lanes["Sentence B, minimum"]
    assert after.spans[0].span.first == first.spans[0].span.last


def test_nothing_is_stored(attorney: User, sign_in: SignIn) -> None:
    client = sign_in(attorney)
    client.post(url(), SENTENCE)
    assert not Computation.objects.exists()
    with CaptureQueriesContext(connection) as queries:
        client.post(url(), SENTENCE)
    written = [q["sql"] for q in queries if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))]
    assert [sql for sql in written if "session" not in sql] == []


def test_a_row_is_added_without_losing_what_was_typed(attorney: User, sign_in: SignIn) -> None:
    page = sign_in(attorney).post(url(), {**SENTENCE, "do": "add:sentences"}).content.decode()
    assert 'name="sentences-1-id" value="B"' in page
    assert 'value="750.529"' in page
    assert "usa-error-message" not in page


def test_a_row_is_removed(attorney: User, sign_in: SignIn) -> None:
    rows = {**SENTENCE, "custody-0-kind": "jail", "custody-1-kind": "escape"}
    response = sign_in(attorney).post(url(), {**rows, "do": "remove:custody:0"})
    kinds = [row["kind"].value() for row in response.context["hypothesis"].rows["custody"]]
    assert kinds == ["escape"]


def test_an_empty_row_is_passed_over(attorney: User, sign_in: SignIn) -> None:
    response = sign_in(attorney).post(url(), {**SENTENCE, "custody-0-kind": ""})
    assert response.context["outcome"] is not None


def test_a_mistake_stands_beside_its_field(attorney: User, sign_in: SignIn) -> None:
    wrong = {**SENTENCE, "sentences-0-consecutive_to": "Z"}
    response = sign_in(attorney).post(url(), wrong)
    [row] = response.context["hypothesis"].rows["sentences"]
    assert "names no other sentence" in row.errors["consecutive_to"][0]
    assert response.context["outcome"] is None


def test_a_violation_without_a_parole_is_asked_about(attorney: User, sign_in: SignIn) -> None:
    wrong = {"violations-0-kind": "technical", "violations-0-declared_on": "2025-01-01"}
    response = sign_in(attorney).post(url(), {**SENTENCE, **wrong})
    [row] = response.context["hypothesis"].rows["violations"]
    assert "No parole had begun" in row.errors["declared_on"][0]


def test_a_case_without_a_sentence_says_what_is_missing(attorney: User, sign_in: SignIn) -> None:
    response = sign_in(attorney).post(url(), {"as_of": "2026-01-01"})
    assert "sentences: is missing" in response.content.decode()


@pytest.mark.parametrize("sent", ["pasted", "file"])
def test_it_is_filled_from_a_case_file(sent: str, attorney: User, sign_in: SignIn) -> None:
    content = json.dumps([CASE])
    given = SimpleUploadedFile("case.json", content.encode()) if sent == "file" else content
    response = sign_in(attorney).post(url(), {"do": "fill", sent: given})
    assert days(response)["Earliest release date"] == date(2025, 1, 15)
    assert 'value="750.529"' in response.content.decode()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "is not JSON"),
        (json.dumps([CASE, CASE]), "this file holds 2"),
        (json.dumps({**CASE, "as_of": "soon"}), "as_of: [soon] is not a date"),
        ("[" * 50_000, "is not a case file"),
        ("", "is not JSON"),
    ],
)
def test_what_is_no_case_file_is_refused_in_words(
    content: str, told: str, attorney: User, sign_in: SignIn
) -> None:
    response = sign_in(attorney).post(url(), {**SENTENCE, "do": "fill", "pasted": content})
    assert any(told in error for error in response.context["hypothesis"].errors)
    assert 'value="750.529"' in response.content.decode()


def test_it_is_saved_as_a_file_that_the_command_takes(attorney: User, sign_in: SignIn) -> None:
    answer = sign_in(attorney).post(url(), {**SENTENCE, "do": "export"})
    [case] = parse_cases(json.loads(answer.content))
    assert compute(case).offender.earliest_release_date == date(2025, 1, 15)


def test_it_prints(attorney: User, sign_in: SignIn) -> None:
    answer = sign_in(attorney).post(url(), {**SENTENCE, "do": "print"})
    assert answer["Content-Type"] == "application/pdf"


@pytest.mark.parametrize("do", ["nonsense", "add:nowhere", "remove:custody:x", "remove:²:²", ""])
def test_a_button_that_is_none_harms_nothing(do: str, attorney: User, sign_in: SignIn) -> None:
    assert sign_in(attorney).post(url(), {**SENTENCE, "do": do}).status_code == 200


@pytest.mark.parametrize("who", ["tim", "courtney"])
def test_clerks_and_courts_may_try(
    who: str, request: pytest.FixtureRequest, sign_in: SignIn
) -> None:
    assert sign_in(request.getfixturevalue(who)).get(url()).status_code == 200


@pytest.mark.parametrize("who", ["olivia", "paula", "audrey", "adam"])
def test_others_may_not(who: str, request: pytest.FixtureRequest, sign_in: SignIn) -> None:
    assert sign_in(request.getfixturevalue(who)).get(url()).status_code == 403


def as_typed(case: Case) -> dict[str, object]:
    """What a browser sends of a page filled with the case."""
    page = filled_hypothesis(case)
    forms = [page.head, *(row for rows in page.rows.values() for row in rows)]
    sent = {"carried": page.carried_text}
    for field in (field for form in forms for field in form):
        value = field.field.prepare_value(field.value())
        if value is True:
            sent[field.html_name] = "on"
        elif value is not None and value is not False:
            sent[field.html_name] = str(value)
    return sent


def told(case: Case) -> object:
    plain = case_to_json(case)
    for each in plain["parole"]:
        each["violations"].sort(key=str)
    return {**plain, "id": "", "parole": sorted(plain["parole"], key=str)}


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(strategies.cases())
def test_a_case_put_into_the_rows_comes_out_the_same(drawn: Case) -> None:
    read = typed_hypothesis(as_typed(drawn)).case()
    assert read is not None
    assert told(read) == told(drawn)


def test_a_case_begun_with_a_person_is_disclosed_when_it_leaves(
    tim: User, dana: Person, sign_in: SignIn
) -> None:
    about = told_about(dana.pk, {"legal", "time"})
    sign_in(tim).post(url(), {**SENTENCE, "do": "export", "about": about})
    made = Disclosure.objects.get()
    assert (made.people, made.medium, made.categories) == ([dana.pk], "json", ["legal", "time"])


@pytest.mark.parametrize("about", ["", "forged"])
def test_a_case_that_was_typed_is_about_nobody(about: str, tim: User, sign_in: SignIn) -> None:
    sign_in(tim).post(url(), {**SENTENCE, "do": "print", "about": about})
    assert not Disclosure.objects.exists()


def test_a_case_that_tells_of_treatment_leaves_with_the_notice() -> None:
    order = {
        "kind": "technical_sanction",
        "made_on": "2025-01-02",
        "sentence": CASE["sentences"][0]["id"],
        "days": 15,
        "flags": ["awaits_treatment"],
    }
    [case] = parse_cases({**CASE, "orders": [order]})
    [plain] = parse_cases({**CASE, "notice": REDISCLOSURE})
    assert notice_of_case(case) == REDISCLOSURE
    assert notice_of_case(plain) == ""
