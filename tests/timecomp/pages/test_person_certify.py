"""Official and computed dates stand side by side; clerks certify, confirm, and send back."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from offenders.models import CourtCase, Sentence
from offenders.services.facts import correct_fact
from ots.access.models import User
from ots.access.viewer import system_viewer
from tests import factories
from tests.conftest import SignIn
from timecomp.models import Certification, Computation
from timecomp.services.computing import compute_person

PROGRAM = system_viewer("tests")


@pytest.fixture
def tess(db: None) -> User:
    """The second clerk."""
    return factories.user("Tess", role="Records and time-computation clerk")


@pytest.fixture
def sentence(danas_case: CourtCase) -> Sentence:
    """Ten to twenty years from last year on: release is far."""
    made = factories.add_sentence(
        factories.add_charge(danas_case),
        sentenced_on=date(timezone.localdate().year - 1, 1, 15),
        minimum_years=10,
    )
    compute_person(PROGRAM, made.person_id)
    return made


def address(sentence: Sentence, name: str = "timecomp:person-certify") -> str:
    return reverse(name, args=[sentence.person_id])


def shorten(sentence: Sentence) -> None:
    terms = sentence.terms.get(superseded_at=None)
    correct_fact(PROGRAM, terms, person_id=sentence.person_id, reason="amended", minimum_years=9)
    compute_person(PROGRAM, sentence.person_id, event="SENTENCE_AMENDED")


def certify(browser: Client, sentence: Sentence) -> None:
    standing = Computation.objects.get(person_id=sentence.person_id, superseded_at=None)
    browser.post(address(sentence), {"act": "certify", "about": standing.pk})


@pytest.fixture
def awaiting(tim: User, sentence: Sentence, sign_in: SignIn) -> Certification:
    """Tim certified dates that moved earlier."""
    browser = sign_in(tim)
    certify(browser, sentence)
    shorten(sentence)
    certify(browser, sentence)
    return Certification.objects.get(makes_official=False)


def test_before_anybody_certified_the_dates_say_so(
    tim: User, sentence: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(tim).get(address(sentence, "timecomp:person-dates")).content.decode()
    assert "Not official" in page
    assert "Certify dates" in page


def test_once_certified_the_dates_are_official_everywhere(
    tim: User, olivia: User, sentence: Sentence, sign_in: SignIn
) -> None:
    certify(sign_in(tim), sentence)
    browser = sign_in(olivia)
    for name in ("timecomp:person-dates", "offenders:person"):
        page = browser.get(address(sentence, name)).content.decode()
        assert "Official</span>" in page
        assert "Not official" not in page


def test_where_they_differ_both_stand_there_with_since_when_and_why(
    tim: User, sentence: Sentence, sign_in: SignIn
) -> None:
    browser = sign_in(tim)
    certify(browser, sentence)
    shorten(sentence)
    page = browser.get(address(sentence))
    first = page.context["dates"].certified.differences[0]
    assert first.label == "Earliest release date"
    assert first.official.year - first.computed.year == 1
    text = page.content.decode()
    assert "They differ since" in text
    assert "Sentence A, minimum:" in text
    assert "10 years → 9 years" in text
    assert "amended a sentence" in text


def test_the_first_clerk_is_told_to_wait(
    tim: User, awaiting: Certification, sentence: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(tim).get(address(sentence)).content.decode()
    assert "Awaits a second clerk" in page
    assert "another clerk must look at it" in page
    assert "Confirm as second clerk" not in page


def test_the_first_clerk_who_sends_a_confirmation_by_hand_is_refused(
    tim: User, awaiting: Certification, sentence: Sentence, sign_in: SignIn
) -> None:
    page = sign_in(tim).post(address(sentence), {"act": "confirm", "about": awaiting.pk})
    assert "You certified these dates yourself" in page.content.decode()
    assert Certification.objects.count() == 2


def test_the_second_clerk_confirms(
    tess: User, awaiting: Certification, sentence: Sentence, sign_in: SignIn
) -> None:
    browser = sign_in(tess)
    assert "Confirm as second clerk" in browser.get(address(sentence)).content.decode()
    browser.post(address(sentence), {"act": "confirm", "about": awaiting.pk})
    page = browser.get(address(sentence, "timecomp:person-dates"))
    assert page.context["dates"].certified.is_current
    assert "confirmed by Tess" in " ".join(page.content.decode().split())


def test_the_second_clerk_sends_back_with_a_reason(
    tess: User, tim: User, awaiting: Certification, sentence: Sentence, sign_in: SignIn
) -> None:
    browser = sign_in(tess)
    sent = {"act": "send_back", "about": awaiting.pk}
    assert "Say why" in browser.post(address(sentence), sent).content.decode()
    browser.post(address(sentence), sent | {"note": "Check the jail credit"})
    page = sign_in(tim).get(address(sentence)).content.decode()
    assert "Check the jail credit" in page
    assert "Certify these dates" in page


def test_the_worklists_hold_each_person_where_the_dates_stand(
    tim: User, tess: User, awaiting: Certification, sentence: Sentence, sign_in: SignIn
) -> None:
    browser, lists = sign_in(tess), reverse("timecomp:certification")

    def on(name: str) -> int:
        return len(browser.get(lists, {"list": name}).context["found"].rows)

    assert (on("certify"), on("second"), on("back")) == (0, 1, 0)
    browser.post(address(sentence), {"act": "send_back", "about": awaiting.pk, "note": "Check it"})
    assert (on("certify"), on("second"), on("back")) == (0, 0, 1)


def test_the_list_to_certify_holds_who_was_never_certified_and_whose_dates_moved(
    tim: User, sentence: Sentence, sign_in: SignIn
) -> None:
    browser, lists = sign_in(tim), reverse("timecomp:certification")
    assert len(browser.get(lists).context["found"].rows) == 1
    certify(browser, sentence)
    assert not browser.get(lists).context["found"].rows
    shorten(sentence)
    assert len(browser.get(lists).context["found"].rows) == 1


def test_what_changed_is_told_only_to_those_who_see_every_kind_of_fact(
    vic: User, tim: User, sentence: Sentence, sign_in: SignIn
) -> None:
    certify(sign_in(tim), sentence)
    shorten(sentence)
    page = sign_in(vic).get(address(sentence, "timecomp:person-dates")).content.decode()
    assert "10 years → 9 years" not in page
    assert "Withheld" in page


def test_an_agent_may_not_open_it(olivia: User, sentence: Sentence, sign_in: SignIn) -> None:
    assert sign_in(olivia).get(address(sentence)).status_code == 403
