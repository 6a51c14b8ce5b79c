"""The page on which a clerk enters a sentence: the first write, which the others copy."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from offenders.models import (
    Charge,
    ConsecutiveLink,
    CourtCase,
    JudgmentOfSentence,
    Person,
    Sentence,
    SentenceTerms,
)
from ots.access.models import User
from ots.audit.models import AuditEntry
from tests import factories
from tests.conftest import SignIn


def url(person: Person) -> str:
    return reverse("offenders:sentence-impose", args=[person.pk])


@pytest.fixture
def judgment(db: None) -> dict[str, object]:
    """Five to twenty years for armed robbery in a new case."""
    return {
        "token": str(uuid4()),
        "count": "new",
        "case": "new",
        "court": factories.court().pk,
        "docket_number": "24-001234-FC",
        "offense": factories.statute().mcl,
        "offense_date": "2024-02-01",
        "form": "completed",
        "verdict": "convicted_plea",
        "kind": "indeterminate",
        "sentenced_on": "2024-09-16",
        "minimum_years": "5",
        "maximum_years": "20",
        "jail_credit_days": "100",
        "habitual_level": "0",
        "judge": "Hon. A. Judge",
    }


def test_it_shows_the_form(tim: User, dana: Person, sign_in: SignIn) -> None:
    assert b"Record the sentence" in sign_in(tim).get(url(dana)).content


def test_it_records_case_count_conviction_and_terms(
    tim: User, dana: Person, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    sign_in(tim).post(url(dana), judgment)
    terms = SentenceTerms.objects.get(sentence__person=dana)
    assert (terms.minimum_years, terms.maximum_years, terms.jail_credit_days) == (5, 20, 100)
    assert terms.sentence.charge.dispositions.get().kind == "convicted_plea"
    assert terms.judgment.entered_on == date(2024, 9, 16)


def test_it_leads_to_the_sentence(
    tim: User, dana: Person, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    response = sign_in(tim).post(url(dana), judgment)
    sentence = Sentence.objects.get(person=dana)
    assert response["Location"] == reverse("offenders:sentence", args=[dana.pk, sentence.pk])


def test_it_is_in_the_trail_once_under_its_event(
    tim: User, dana: Person, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    sign_in(tim).post(url(dana), judgment)
    sentence = Sentence.objects.get(person=dana)
    told = AuditEntry.objects.filter(
        event="SENTENCE_IMPOSED", person_id=dana.pk, action=AuditEntry.Action.UPDATE
    )
    told = told.filter(object_repr=f"sentence {sentence.pk}")
    assert [entry.actor for entry in told] == [tim]


def test_sent_twice_it_records_one_sentence(
    tim: User, dana: Person, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    client = sign_in(tim)
    first = client.post(url(dana), judgment)
    second = client.post(url(dana), judgment)
    assert second["Location"] == first["Location"]
    assert Sentence.objects.filter(person=dana).count() == 1


def test_a_count_in_the_record_brings_its_case_along(
    tim: User, danas_case: CourtCase, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    charge = factories.add_charge(danas_case)
    left_empty = {"case": "", "court": "", "docket_number": "", "offense": "", "offense_date": ""}
    data = {**judgment, **left_empty, "count": charge.pk}
    sign_in(tim).post(url(danas_case.person), data)
    assert Sentence.objects.get().charge == charge


def test_it_records_what_the_sentence_follows(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    data = {**judgment, "follows": [danas_sentence.pk], "consecutive_authority": "768.7a(2)"}
    sign_in(tim).post(url(danas_sentence.person), data)
    assert ConsecutiveLink.objects.get().after == danas_sentence


def test_letters_follow_each_other(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    sign_in(tim).post(url(danas_sentence.person), judgment)
    assert list(Sentence.objects.values_list("label", flat=True)) == ["A", "B"]


REFUSED = [
    ({"minimum_years": "25"}, "minimum_years", "longer than the maximum"),
    ({"maximum_years": ""}, "maximum_years", "Give the length"),
    ({"minimum_years": ""}, "minimum_years", "has a minimum"),
    ({"sentenced_on": "2024-01-31"}, "sentenced_on", "before the offense on Feb 1, 2024"),
    ({"sentenced_on": "2024-02-30"}, "sentenced_on", "a date that exists"),
    ({"sentenced_on": "2199-01-01"}, "sentenced_on", "still to come"),
    ({"entered_on": "2024-09-15"}, "entered_on", "before the sentence was imposed"),
    ({"offense_date": "1980-01-01", "sentenced_on": "1981-01-01"}, "offense_date", "was born"),
    ({"offense_date": ""}, "offense_date", "Enter the date of the offense"),
    ({"court": ""}, "court", "Choose the court"),
    ({"docket_number": ""}, "docket_number", "Enter the docket number"),
    ({"offense": "no such thing"}, "offense", "No offense in the tables"),
    ({"offense": "999.999"}, "offense", "No offense in the tables"),
    ({"jail_credit_days": "300"}, "jail_credit_days", "only 229 days"),
    ({"jail_credit_days": "-1"}, "jail_credit_days", "greater than or equal to 0"),
    ({"kind": "probation"}, "minimum_years", "Only an indeterminate sentence"),
    ({"kind": "life"}, "maximum_years", "no other length"),
    ({"consecutive_authority": "768.7a(2)"}, "follows", "Choose the sentence"),
]


@pytest.mark.parametrize(("change", "field", "message"), REFUSED)
def test_it_refuses_at_the_field_and_saves_nothing(
    tim: User,
    dana: Person,
    sign_in: SignIn,
    judgment: dict[str, object],
    change: dict[str, str],
    field: str,
    message: str,
) -> None:
    response = sign_in(tim).post(url(dana), {**judgment, **change})
    assert message in " ".join(response.context["form"].errors[field])
    left = (CourtCase, Charge, JudgmentOfSentence, Sentence, SentenceTerms)
    assert not any(model.objects.exists() for model in left)


def test_what_was_typed_stays_in_the_form(
    tim: User, dana: Person, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    response = sign_in(tim).post(url(dana), {**judgment, "minimum_years": "25"})
    content = response.content.decode()
    assert 'value="24-001234-FC"' in content
    assert 'value="Hon. A. Judge"' in content
    assert 'value="750.529"' in content


def test_a_docket_number_taken_is_refused_at_its_field(
    tim: User, dana: Person, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    factories.court_case(dana, docket="24-001234-FC")
    response = sign_in(tim).post(url(dana), judgment)
    assert "choose it" in response.context["form"].errors["docket_number"][0]
    assert not Sentence.objects.exists()


def test_consecutive_without_a_section_is_refused(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    data = {**judgment, "follows": [danas_sentence.pk]}
    response = sign_in(tim).post(url(danas_sentence.person), data)
    assert "name the section" in response.context["form"].errors["consecutive_authority"][0]


@pytest.fixture
def larceny(db: None) -> str:
    """A felony of five years at most."""
    statute = factories.statute("750.360", title="Larceny in a building")
    type(statute).objects.filter(pk=statute.pk).update(is_life_maximum=False, maximum_months=60)
    return statute.mcl


def test_a_maximum_over_the_statute_is_asked_about(
    tim: User, dana: Person, sign_in: SignIn, judgment: dict[str, object], larceny: str
) -> None:
    response = sign_in(tim).post(url(dana), {**judgment, "offense": larceny})
    assert "at most 5 years on" in response.context["form"].errors["maximum_years"][0]
    assert b"Record as the judgment is written" in response.content


def test_it_is_recorded_as_written_when_the_clerk_says_so(
    tim: User, dana: Person, sign_in: SignIn, judgment: dict[str, object], larceny: str
) -> None:
    sign_in(tim).post(url(dana), {**judgment, "offense": larceny, "as_written": "on"})
    assert SentenceTerms.objects.get().as_written


def test_as_written_does_not_overrule_what_cannot_be(
    tim: User, dana: Person, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    data = {**judgment, "minimum_years": "25", "as_written": "on"}
    response = sign_in(tim).post(url(dana), data)
    assert "minimum_years" in response.context["form"].errors


def test_the_box_is_not_offered_before_a_check_objects(
    tim: User, dana: Person, sign_in: SignIn
) -> None:
    assert b"Record as the judgment is written" not in sign_in(tim).get(url(dana)).content


def test_an_offense_outside_the_tables_is_recorded_as_written(
    tim: User, dana: Person, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    data = {**judgment, "offense": "Contempt of 1931", "as_written": "on"}
    sign_in(tim).post(url(dana), data)
    assert Charge.objects.get().particulars.get().description == "Contempt of 1931"


def test_another_persons_case_cannot_be_chosen(
    tim: User, dana: Person, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    other = factories.court_case(factories.person("Pat"))
    response = sign_in(tim).post(url(dana), {**judgment, "case": other.pk})
    assert "case" in response.context["form"].errors


def test_another_persons_sentence_cannot_be_followed(
    tim: User, danas_sentence: Sentence, sign_in: SignIn, judgment: dict[str, object]
) -> None:
    pat = factories.person("Pat")
    data = {**judgment, "follows": [danas_sentence.pk], "consecutive_authority": "768.7a(2)"}
    response = sign_in(tim).post(url(pat), data)
    assert "follows" in response.context["form"].errors


@pytest.mark.parametrize("name", ["olivia", "sam", "paula", "vic", "audrey", "adam"])
def test_only_records_clerks_may_open_it(
    name: str, dana: Person, sign_in: SignIn, request: pytest.FixtureRequest
) -> None:
    assert sign_in(request.getfixturevalue(name)).get(url(dana)).status_code == 403
