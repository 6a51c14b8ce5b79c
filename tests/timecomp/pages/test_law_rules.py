"""The book of rules, to read."""

from django.urls import reverse

from ots.access.models import User
from tests.conftest import SignIn
from timecomp.choices import RunState
from timecomp.law.rule_book import rule_book
from timecomp.models import NightlyRun

URL = reverse("timecomp:law-rules")


def test_it_lists_every_rule_with_law_and_standing(olivia: User, sign_in: SignIn) -> None:
    page = sign_in(olivia).get(URL).content.decode()
    for entry in rule_book().rules:
        assert f'id="{entry.id}"' in page
    assert "MCL 769.11b" in page
    assert "MCL chapter 800" in page


def test_an_id_stands_once_on_the_page(olivia: User, sign_in: SignIn) -> None:
    page = sign_in(olivia).get(URL).content.decode()
    for entry in rule_book().rules:
        assert page.count(f'id="{entry.id}"') == 1


def test_it_lists_what_awaits_counsel_alone(olivia: User, sign_in: SignIn) -> None:
    book = sign_in(olivia).get(URL, {"standing": "awaits"}).context["book"]
    listed = [rule.entry for chapter in book.chapters for rule in chapter.rules]
    assert len(listed) == book.awaiting < book.versions
    assert all(entry.standing.awaits_counsel for entry in listed)


def test_one_rule_is_shown_with_what_it_says_and_the_amounts_it_reads(
    olivia: User, sign_in: SignIn
) -> None:
    response = sign_in(olivia).get(URL, {"rule": "jail_gt_1_of_6"})
    page, book = response.content.decode(), response.context["book"]
    (entry,) = rule_book().rule("jail_gt_1_of_6")
    assert entry.says in page
    assert [each.id for each in book.parameters] == ["jail_gt_1_of_6"]


def test_a_rule_that_the_book_does_not_have_leads_back_to_the_list(
    olivia: User, sign_in: SignIn
) -> None:
    page = sign_in(olivia).get(URL, {"rule": "none_such"}).content.decode()
    assert "No such rule" in page
    assert f'href="{URL}"' in page


def test_the_amounts_have_a_page_of_their_own(olivia: User, sign_in: SignIn) -> None:
    page = sign_in(olivia).get(URL, {"show": "amounts"}).content.decode()
    for each in rule_book().parameters:
        assert f'id="amount-{each.id}"' in page


def test_it_says_how_many_people_a_rule_touched_in_the_last_run(
    olivia: User, sign_in: SignIn
) -> None:
    NightlyRun.objects.create(
        as_of="2026-11-20",
        law_version="x",
        state=RunState.FINISHED,
        started_at="2026-11-20T06:15:00Z",
        finished_at="2026-11-20T06:16:00Z",
        touched={"start_single": 12345},
    )
    assert b"12,345" in sign_in(olivia).get(URL).content


def test_police_may_not_open_it(paula: User, sign_in: SignIn) -> None:
    assert sign_in(paula).get(URL).status_code == 403
