"""Two computations compared: which dates moved, and what made the difference."""

import shutil
import subprocess

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from offenders.models import Misconduct, Person, Sentence
from offenders.services.facts import correct_fact
from ots.access.categories import Action, Category, category_codename
from ots.access.models import User
from ots.access.viewer import system_viewer
from ots.audit.models import AuditEntry
from tests.conftest import SignIn
from timecomp.models import Computation
from timecomp.selectors.comparisons import LAW_CHANGED, WITHHELD
from timecomp.services.computing import compute_person

PROGRAM = system_viewer("tests")
TERM = "minimum of sentence A was 5 years and is 4 years"


def amend(sentence: Sentence, **terms: object) -> None:
    correct_fact(
        PROGRAM,
        sentence.terms.get(superseded_at=None),
        person_id=sentence.person_id,
        reason="misread judgment",
        **terms,
    )
    compute_person(PROGRAM, sentence.person_id, event="FACT_CORRECTED")


@pytest.fixture
def corrected(danas_sentence: Sentence) -> Sentence:
    """Dana's sentence, computed, corrected to a minimum of four years, and computed again."""
    compute_person(PROGRAM, danas_sentence.person_id, event="SENTENCE_IMPOSED")
    amend(danas_sentence, minimum_years=4)
    return danas_sentence


def url(person: Person, name: str = "person-compare", query: str = "") -> str:
    return reverse(f"timecomp:{name}", args=[person.pk]) + query


def take_away(user: User, category: Category) -> None:
    codename = category_codename(category, Action.VIEW)
    user.groups.get().permissions.remove(Permission.objects.get(codename=codename))


def test_it_says_of_each_date_what_moved_it(
    olivia: User, dana: Person, corrected: Sentence, sign_in: SignIn
) -> None:
    found = sign_in(olivia).get(url(dana)).context["found"]
    told = {(move.sentence, move.label): move for move in found.moves}
    release = told["", "Earliest release date"]
    assert (release.shift, release.because) == ("366 days earlier", (TERM,))


def test_of_two_facts_that_changed_each_date_names_its_own(
    olivia: User, dana: Person, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    compute_person(PROGRAM, dana.pk)
    amend(danas_sentence, minimum_years=4, maximum_years=15)
    found = sign_in(olivia).get(url(dana)).context["found"]
    because = {move.label: move.because for move in found.moves if not move.sentence}
    assert because["Earliest release date"] == (TERM,)
    assert because["Maximum discharge date"] == (
        "maximum of sentence A was 20 years and is 15 years",
    )


def test_a_law_book_that_changed_is_named_as_the_cause(
    olivia: User, dana: Person, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    compute_person(PROGRAM, dana.pk)
    stored = Computation.objects.get()
    Computation.objects.update(superseded_at=stored.computed_at)
    stored.pk, stored.law_version, stored.earliest_release_date = None, "older", "2024-01-01"
    stored.computed_at = stored.computed_at.replace(year=2020)
    stored.superseded_at = Computation.objects.get().computed_at
    stored.save()
    [move] = sign_in(olivia).get(url(dana)).context["found"].moves
    assert move.because == (LAW_CHANGED,)


def test_the_two_are_chosen_by_number(
    olivia: User, dana: Person, corrected: Sentence, sign_in: SignIn
) -> None:
    amend(corrected, minimum_years=3)
    numbers = sorted(dana.computations.values_list("pk", flat=True))
    query = f"?older={numbers[0]}&newer={numbers[2]}"
    found = sign_in(olivia).get(url(dana, query=query)).context["found"]
    assert (found.older.number, found.newer.number) == (numbers[0], numbers[2])
    assert "5 years and is 3 years" in found.moves[0].why


@pytest.mark.parametrize("query", ["?newer=999999999", "?older=1&newer=2"])
def test_a_computation_that_is_not_this_persons_is_not_found(
    query: str, olivia: User, dana: Person, corrected: Sentence, sign_in: SignIn
) -> None:
    assert sign_in(olivia).get(url(dana, query=query)).status_code == 404


def test_a_number_that_is_none_is_passed_over(
    olivia: User, dana: Person, corrected: Sentence, sign_in: SignIn
) -> None:
    assert sign_in(olivia).get(url(dana, query="?older=²&newer=x")).status_code == 200


def test_one_computation_alone_is_compared_with_nothing(
    olivia: User, dana: Person, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    compute_person(PROGRAM, dana.pk)
    client = sign_in(olivia)
    assert "Nothing to compare yet" in client.get(url(dana)).content.decode()
    assert client.get(url(dana, "person-compare-print")).url == url(dana)


def test_a_fact_of_a_kind_withheld_is_not_named(
    olivia: User, dana: Person, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    compute_person(PROGRAM, dana.pk)
    Misconduct.objects.create(
        person=dana, violated_on="2021-03-05", found_guilty_on="2021-03-09", misconduct_class="I"
    )
    amend(danas_sentence, minimum_years=4)
    take_away(olivia, Category.CUSTODY)
    page = sign_in(olivia).get(url(dana)).content.decode()
    assert WITHHELD in page.lower()
    assert "March 5, 2021" not in page


def test_it_prints_and_the_print_is_an_event(
    olivia: User, dana: Person, corrected: Sentence, sign_in: SignIn
) -> None:
    answer = sign_in(olivia).get(url(dana, "person-compare-print"))
    entry = AuditEntry.objects.get(event="WORKSHEET_EXPORTED")
    assert (entry.person_id, entry.additional_data["what"]) == (dana.pk, "comparison")
    reader = shutil.which("pdftotext")
    if reader is None:
        pytest.skip("pdftotext is not installed")
    told = subprocess.run([reader, "-", "-"], input=answer.content, capture_output=True, check=True)
    assert TERM in " ".join(told.stdout.decode().split())


def test_the_dates_page_and_its_history_lead_here(
    olivia: User, dana: Person, corrected: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(olivia).get(reverse("timecomp:person-dates", args=[dana.pk])).content.decode()
    newest = dana.computations.get(superseded_at=None)
    assert f'href="{url(dana)}"' in page
    assert url(dana, query=f"?newer={newest.pk}") in page


@pytest.mark.parametrize(("who", "code"), [("ruth", 404), ("oscar", 404), ("paula", 403)])
def test_others_are_refused(
    who: str,
    code: int,
    dana: Person,
    corrected: Sentence,
    sign_in: SignIn,
    request: pytest.FixtureRequest,
) -> None:
    assert sign_in(request.getfixturevalue(who)).get(url(dana)).status_code == code


def test_more_computations_take_no_more_queries(
    olivia: User, dana: Person, corrected: Sentence, sign_in: SignIn
) -> None:
    client = sign_in(olivia)
    client.get(url(dana))
    with CaptureQueriesContext(connection) as few:
        client.get(url(dana))
    for years in (3, 2):
        amend(corrected, minimum_years=years)
    with CaptureQueriesContext(connection) as many:
        client.get(url(dana))
    assert len(many) == len(few)
