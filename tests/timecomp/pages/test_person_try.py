"""A hypothetical case that starts from a person's facts, as far as they may be seen."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from offenders.models import Misconduct, Person, Sentence
from offenders.services.facts import correct_fact
from ots.access.categories import Action, Category, category_codename
from ots.access.models import User
from ots.access.viewer import system_viewer
from ots.audit.models import AuditEntry
from tests.conftest import SignIn
from timecomp.services.computing import compute_person

PROGRAM = system_viewer("tests")


@pytest.fixture
def computed(danas_sentence: Sentence) -> Sentence:
    """Dana's sentence, with a flag about a victim and a misconduct, and its computation."""
    correct_fact(
        PROGRAM,
        danas_sentence.charge.particulars.get(),
        person_id=danas_sentence.person_id,
        reason="amended",
        flags=["victim_under_13"],
    )
    Misconduct.objects.create(
        person=danas_sentence.person,
        violated_on="2021-03-05",
        found_guilty_on="2021-03-09",
        misconduct_class="I",
        # Nought is not the same as nothing entered, and must come back as it was.
        disciplinary_time_days=0,
    )
    compute_person(PROGRAM, danas_sentence.person_id)
    return danas_sentence


def url(person: Person) -> str:
    return reverse("timecomp:person-try", args=[person.pk])


def take_away(user: User, category: Category) -> None:
    codename = category_codename(category, Action.VIEW)
    user.groups.get().permissions.remove(Permission.objects.get(codename=codename))


def test_the_rows_hold_the_persons_facts(
    tim: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(tim).get(url(dana)).content.decode()
    assert 'value="2020-01-15"' in page
    assert 'value="2021-03-05"' in page


def test_a_change_is_told_with_what_it_moved(
    tim: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    client = sign_in(tim)
    started = client.get(url(dana)).context
    sent = {"base": started["base"], "carried": ""}
    hypothesis = started["hypothesis"]
    forms = [hypothesis.head, *(row for rows in hypothesis.rows.values() for row in rows)]
    for field in (field for form in forms for field in form):
        value = field.field.prepare_value(field.value())
        if value is not None and value is not False:
            sent[field.html_name] = "on" if value is True else str(value)
    sent["sentences-0-minimum__years"] = "4"
    outcome = client.post(reverse("timecomp:case-try"), sent).context["outcome"]
    assert outcome.changes == ("minimum of sentence A was 5 years and is 4 years",)
    release = next(move for move in outcome.moves if not move.sentence)
    assert release.shift == "366 days earlier"
    assert release.why == "minimum of sentence A was 5 years and is 4 years"


def test_a_circumstance_that_tells_of_a_victim_is_left_out(
    tim: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    response = sign_in(tim).get(url(dana))
    assert "victim_under_13" not in response.content.decode()
    assert "circumstances of offenses" in response.context["left_out"]


def test_custody_is_left_out_for_those_who_do_not_see_it(
    tim: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    take_away(tim, Category.CUSTODY)
    response = sign_in(tim).get(url(dana))
    assert "2021-03-05" not in response.content.decode()
    assert "custody and misconduct" in response.context["left_out"]


def test_without_sight_of_judgments_there_is_nothing_to_start_from(
    tim: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    take_away(tim, Category.LEGAL)
    assert sign_in(tim).get(url(dana)).status_code == 404


def test_starting_from_a_persons_facts_is_a_view_of_the_record(
    tim: User, dana: Person, computed: Sentence, sign_in: SignIn
) -> None:
    sign_in(tim).get(url(dana))
    entry = AuditEntry.objects.filter(event="PERSON_VIEWED", person_id=dana.pk).first()
    assert {"legal", "custody"} <= set(entry.categories)


@pytest.mark.parametrize(("who", "code"), [("olivia", 403), ("paula", 403), ("audrey", 403)])
def test_others_are_refused(
    who: str,
    code: int,
    dana: Person,
    computed: Sentence,
    sign_in: SignIn,
    request: pytest.FixtureRequest,
) -> None:
    assert sign_in(request.getfixturevalue(who)).get(url(dana)).status_code == code
