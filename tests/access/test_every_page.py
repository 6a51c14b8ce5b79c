"""Every page there is, tried by nobody and by each of the cast."""

import pytest
from django.test import Client
from django.urls import reverse

from ots.access.roles import STANDARD_ROLES
from tests import factories
from tests.access.attack.site import undone
from tests.access.sitemap import pages, pages_of_administration
from tests.access.world import page_values, whole_world

# Who reaches the person of whom everything is recorded: Olivia has her on the caseload, Sam
# supervises the office, and the whole state is open to the roles of the rest.
REACH = {"olivia", "sam", "tim", "paula", "vic"}
CAST = sorted(REACH | {"oscar", "ruth", "audrey", "adam", "courtney"})
ANSWERED = {200, 302, 405}
# A page that only writes answers so to everybody, before it looks who asks.
NOT_THIS_METHOD = 405
PLAIN_MISTAKES = {200, 302, 400, 404, 405}


@pytest.fixture
def world(db, olivia, lansing):
    made = whole_world()
    type(made.person).objects.filter(pk=made.person.pk).update(agent=olivia, office=lansing)
    return made


GUARDED = [page for page in pages() if not page.is_public]


@pytest.mark.parametrize("page", GUARDED, ids=lambda page: page.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_opens_it_signed_out(page, method, db):
    values = dict.fromkeys(page.parts, 1)
    answer = getattr(Client(), method)(page.url(values))
    if answer.status_code != NOT_THIS_METHOD:
        assert answer.status_code == 302
        assert answer["Location"].startswith(reverse("access:sign-in"))


def test_nobody_opens_administration_signed_out(db):
    urls = [page.url(dict.fromkeys(page.parts, 1)) for page in pages_of_administration()]
    urls.append(reverse("admin:app_list", args=["offenders"]))
    assert [url for url in urls if Client().get(url).status_code == 200] == []


# The way in and out; each step of it looks itself at what is proved so far.
PUBLIC = {
    "access:sign-in",
    "access:sign-in-code",
    "access:sign-in-recovery",
    "access:sign-in-return",
    "access:sign-in-with",
    "access:sign-out",
    "access:new-password",
    "access:set-up",
    "access:set-up-codes",
    "access:unlock",
    "access:confirm",
    "access:session-state",
    "access:session-stay",
    "access:form-keep",
    "access:form-throw-away",
}
# Each asks for the other system's key itself.
MACHINES = {"exchange:message-in"}


def test_the_pages_open_to_everybody_are_these():
    opened = [page for page in pages() if page.is_public]
    assert {page.name for page in opened if page.rule.is_machine} == MACHINES
    assert {page.name for page in opened if not page.rule.is_machine} == PUBLIC


def expected(page, name, user):
    """What the page must answer, worked out from the role's rights and the table above."""
    role = next(role for role in STANDARD_ROLES if user.groups.filter(name=role.name).exists())
    if page.rule.permission not in role.permissions:
        return {403}
    if page.is_about_a_person and name not in REACH:
        return {404}
    # Said to be wrong of the records: supervisors do not answer it.
    if page.name == "oversight:concern-detail" and name in {"sam", "ruth"}:
        return {404}
    # Of an office in which she is nobody's supervisor.
    if page.name == "supervision:draw-proof" and name == "ruth":
        return {404}
    # Who sees nothing of supervision does not learn that there is one.
    if page.name == "supervision:person-program" and name == "vic":
        return {404}
    return None


@pytest.mark.parametrize("name", CAST)
@pytest.mark.parametrize("method", ["get", "post"])
def test_each_of_the_cast_gets_exactly_what_the_role_opens(name, method, world, request, sign_in):
    user = request.getfixturevalue(name)
    client = sign_in(user)
    answered = ANSWERED if method == "get" else PLAIN_MISTAKES
    wrong, values = {}, page_values(world)
    for page in GUARDED:
        # What is written may use up the row that the address names, or end the session.
        with undone():
            code = getattr(client, method)(page.url(values)).status_code
        if code not in (expected(page, name, user) or answered) | {NOT_THIS_METHOD}:
            wrong[page.name] = code
    assert wrong == {}


def test_a_court_user_reaches_a_person_once_the_court_has_the_case(courtney, dana, sign_in):
    client = sign_in(courtney)
    url = reverse("offenders:person", args=[dana.pk])
    assert client.get(url).status_code == 404
    factories.court_case(dana, court_=factories.court(agency=courtney.agency))
    assert client.get(url).status_code == 200


def test_an_agent_loses_a_person_who_leaves_the_caseload(olivia, oscar, dana, sign_in):
    client = sign_in(olivia)
    url = reverse("offenders:person", args=[dana.pk])
    assert client.get(url).status_code == 200
    type(dana).objects.filter(pk=dana.pk).update(agent=oscar)
    assert client.get(url).status_code == 404


def test_a_closed_account_opens_nothing(olivia, sign_in):
    client = sign_in(olivia)
    type(olivia).objects.filter(pk=olivia.pk).update(is_active=False)
    assert client.get(reverse("home")).status_code == 302
