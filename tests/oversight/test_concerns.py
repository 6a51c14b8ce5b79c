"""What users say is wrong on a page: told from its foot, answered by whom it concerns."""

import pytest
from django.db import Error, transaction
from django.urls import reverse
from django.utils import timezone

from ots.access.permissions import Permission
from ots.access.roles import STANDARD_ROLES
from ots.access.viewer import Viewer, viewer_for
from ots.oversight.desks import desk_for, desks_of
from ots.oversight.models import Concern
from ots.oversight.models.concern import (
    ConcernKind,
    Desk,
)
from ots.oversight.selectors.told_page import NO_PAGE, told_page
from ots.oversight.services.concerns import (
    MOST_AN_HOUR,
    ConcernRefusedError,
    kinds_for,
    tell_concern,
)
from tests.access.sitemap import pages
from tests.oversight.telling import NOW, WORDS, dates_of, told


def test_the_page_and_the_person_come_along_by_themselves(concern, dana, olivia):
    assert (concern.page, concern.address) == ("timecomp:person-dates", dates_of(dana))
    assert (concern.person, concern.told_by, concern.words) == (dana, olivia, WORDS)


def test_nothing_of_a_query_comes_along(olivia, dana):
    page = told_page(viewer_for(olivia), f"{reverse('home')}?q=Doe")
    assert (page.name, page.address) == ("home", "/")


@pytest.mark.parametrize(
    "address",
    ["", "/people/Doe,Dana/", "https://elsewhere.example/", "/people/1/dates/\0/"],
)
def test_an_address_that_is_no_page_of_ours_is_left_out(address):
    assert told_page(Viewer(user=None, codenames=frozenset()), address) == NO_PAGE


def test_a_person_out_of_reach_does_not_come_along(oscar, dana):
    viewer = viewer_for(oscar)
    page = told_page(viewer, dates_of(dana))
    assert page.person_id is None
    with pytest.raises(ConcernRefusedError, match="cannot be told"):
        tell_concern(viewer, page, kind="fact", words=WORDS)


def test_a_number_larger_than_any_reaches_nobody(olivia):
    assert told_page(viewer_for(olivia), f"/people/{2**63}/").person_id is None


def test_the_link_stands_at_the_foot_of_the_dates_page(olivia, dana, sign_in):
    shown = sign_in(olivia).get(dates_of(dana)).content.decode()
    assert f"{reverse('oversight:concern-report')}?on={dates_of(dana)}" in shown


def test_the_form_takes_what_is_wrong_and_leads_to_what_became_of_it(olivia, dana, sign_in):
    form = f"{reverse('oversight:concern-report')}?on={dates_of(dana)}"
    answer = sign_in(olivia).post(form, {"kind": "fact", "words": WORDS}, follow=True)
    shown = answer.content.decode()
    assert answer.redirect_chain[0][0] == reverse("oversight:concern-own")
    assert WORDS in shown
    assert "waits since today" in shown


def test_a_form_sent_twice_is_one_entry(olivia, dana, sign_in):
    form = f"{reverse('oversight:concern-report')}?on={dates_of(dana)}"
    client, sent = sign_in(olivia), {"kind": "date", "words": WORDS}
    for _ in range(2):
        client.post(form, {**sent, "token": "6f1c3c86-1e4d-4a0c-9d2e-0d9b8a8c1f55"})
    assert Concern.objects.count() == 1


def test_more_than_two_thousand_letters_are_refused_at_the_field(olivia, dana, sign_in):
    form = f"{reverse('oversight:concern-report')}?on={dates_of(dana)}"
    shown = sign_in(olivia).post(form, {"kind": "date", "words": "x" * 2001}).content.decode()
    assert "at most 2000 characters" in shown


def test_who_tells_too_much_within_an_hour_is_asked_to_call(olivia, dana, concern):
    Concern.objects.bulk_create(
        Concern(kind="idea", desk=Desk.SYSTEM, words="x", told_by=olivia, told_at=timezone.now())
        for _ in range(MOST_AN_HOUR - 1)
    )
    with pytest.raises(ConcernRefusedError, match="Call the help desk"):
        told(olivia, dana)


def test_of_a_page_about_nobody_no_fact_can_be_wrong(olivia):
    viewer = viewer_for(olivia)
    kinds = kinds_for(viewer, told_page(viewer, reverse("home")))
    assert kinds == (ConcernKind.PAGE, ConcernKind.IDEA)


def test_the_database_keeps_a_wrong_fact_somebodys(olivia):
    with pytest.raises(Error, match="wrong_facts_are_somebodys"), transaction.atomic():
        Concern.objects.create(
            kind="fact", desk=Desk.RECORDS, words="x", told_by=olivia, told_at=NOW
        )


def test_users_of_other_states_tell_of_the_compacts_pages_alone(otto):
    viewer = viewer_for(otto)
    assert kinds_for(viewer, told_page(viewer, reverse("home"))) == ()
    assert kinds_for(viewer, told_page(viewer, reverse("interstate:worklist")))


@pytest.mark.parametrize(
    ("page", "leads"), [("home", False), ("interstate:members", True)], ids=["home", "compact"]
)
def test_the_link_is_offered_to_other_states_on_the_compacts_pages(page, leads, otto, sign_in):
    link = f"{reverse('oversight:concern-report')}?on="
    assert (link in sign_in(otto).get(reverse(page)).content.decode()) is leads


DESKS = [
    ("page", "timecomp:person-dates", True, Desk.SYSTEM),
    ("idea", "supervision:overview", True, Desk.SYSTEM),
    ("date", "timecomp:person-dates", True, Desk.RECORDS),
    ("fact", "offenders:person", True, Desk.RECORDS),
    ("fact", "supervision:risk", True, Desk.SUPERVISION),
    ("fact", "offenders:person-treatment", True, Desk.SUPERVISION),
    ("fact", "supervision:risk", False, Desk.RECORDS),
    ("fact", "interstate:case", True, Desk.COMPACT),
]


@pytest.mark.parametrize(("kind", "page", "has_office", "desk"), DESKS)
def test_who_answers_follows_from_what_is_wrong_and_where(kind, page, has_office, desk):
    assert desk_for(kind, page=page, has_office=has_office) == desk


@pytest.mark.parametrize("desk", Desk)
def test_every_desk_has_a_role_of_this_state_and_none_of_another(desk):
    viewers = {
        role.name: Viewer(user=None, codenames=frozenset(role.codenames()))
        for role in STANDARD_ROLES
    }
    working = {name for name, viewer in viewers.items() if desk in desks_of(viewer)}
    assert working
    assert not {name for name in working if name.startswith("Other state")}


def test_treatment_pages_are_named_as_they_are():
    named = {page.name for page in pages() if page.rule.permission is Permission.CONSENT_RECORD}
    away = {name for name in named if desk_for("fact", page=name, has_office=True) != "supervision"}
    assert away == set()
