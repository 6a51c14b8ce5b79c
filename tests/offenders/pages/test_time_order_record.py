"""A clerk records what the board or the governor decided, and it stands among the sentences."""

from django.urls import reverse

from offenders.models import Sentence, TimeOrder
from ots.access.models import User
from tests.conftest import SignIn

ENTERED = {
    "kind": "commutation",
    "made_on": "2023-05-01",
    "effective_on": "2023-08-01",
}


def address(sentence: Sentence, name: str = "offenders:time-order-record") -> str:
    return reverse(name, args=[sentence.person_id])


def test_it_is_recorded_and_stands_among_the_sentences(
    tim: User, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    browser = sign_in(tim)
    browser.post(address(danas_sentence), ENTERED | {"sentence": danas_sentence.pk})
    page = browser.get(address(danas_sentence, "offenders:person-legal")).content.decode()
    assert "Commutation by the governor" in page


def test_it_says_what_is_missing(tim: User, danas_sentence: Sentence, sign_in: SignIn) -> None:
    page = sign_in(tim).post(address(danas_sentence), ENTERED)
    assert list(page.context["form"].errors) == ["sentence"]
    assert not TimeOrder.objects.exists()


def test_a_medical_parole_is_not_offered_to_one_who_may_not_know_of_health(
    tim: User, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(tim).get(address(danas_sentence)).content.decode()
    assert "Medical parole" not in page


def test_a_medical_parole_shows_only_to_whom_health_is_open(
    tim: User, danas_sentence: Sentence, sign_in: SignIn
) -> None:
    TimeOrder.objects.create(
        person=danas_sentence.person, kind="medical_parole", made_on="2023-05-01"
    )
    browser = sign_in(tim)
    for name in ("offenders:person-legal", "offenders:person-timeline"):
        assert "Medical parole" not in browser.get(address(danas_sentence, name)).content.decode()


def test_an_agent_may_not_open_it(olivia: User, danas_sentence: Sentence, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(address(danas_sentence)).status_code == 403
