"""The promise itself: a person of whom everything is recorded, every page, each role.

Every field holds its own mark (see ``world``). Whoever lacks a field's category finds the mark on
no page and in no file, whatever page or file may be added one day: the pages are read from the
URLs, the fields from the tables.
"""

import re
from dataclasses import dataclass

import pytest
from django.urls import reverse

from offenders.models import Court, Identifier, Person
from ots.access.categories import Category
from ots.access.fields import PLAIN, category_of, is_protected
from ots.access.models import User
from ots.access.roles import STANDARD_ROLES, Role
from ots.audit.models import AuditEntry
from tests import factories
from tests.access.sitemap import pages
from tests.access.world import World, page_values, whole_world
from tests.access.world_marks import MARK
from tests.factories.person import RECORDER
from tests.factories.signing_in import signed_in_client
from tests.searching import search
from timecomp.services.computing import compute_person

SSN = "ssn"


# Pages that name courts or users for their own sake; that a name stands there tells of nobody's
# record.
LISTS_OF = {
    "quality:documents": Court,
    "quality:findings": Court,
    "quality:rates": Court,
    "quality:rates-export": Court,
    "access:accounts": User,
    "access:account-detail": User,
    "access:training-report": User,
    "access:training-record": User,
}


def is_listed(page: str, model, name: str) -> bool:
    page = page.split("?")[0]
    if page not in LISTS_OF or name == SSN:
        return False
    return model._meta.get_field(name).related_model is LISTS_OF[page]


@dataclass(frozen=True)
class Reading:
    """What one user met: the text of each page."""

    texts: dict[str, str]

    def marks(self, world: World) -> dict[str, str]:
        """Return the marks met, each with the first page that showed it."""
        found = {}
        for name, text in self.texts.items():
            words = set(re.findall(MARK, text))
            for mark, column in world.marks.items():
                if is_listed(name, *column):
                    continue
                if (mark in words) if mark.startswith("MK") else (mark in text):
                    found.setdefault(mark, name)
        return found


def read_everything(world: World, role: Role) -> Reading:
    """Open every page as a user who holds the role and has the person on the caseload."""
    user = factories.user("Reader", role=role.name)
    factories.give_person(user, world.person)
    Person.objects.filter(pk=world.person.pk).update(agent=user)
    client = signed_in_client(user)
    texts, values = {}, page_values(world)
    for page in pages():
        address = page.url(values)
        texts[page.name] = _text(client.get(address))
        for typed in searched_for(world, page.name):
            texts[f"{page.name} {typed}"] = _text(search(client, address, {"q": typed}))
    return Reading(texts)


def _text(answer) -> str:
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return content.decode("utf-8", errors="ignore")


def searched_for(world: World, name: str) -> list[str]:
    """Return what to search for on the page."""
    if name.startswith("offenders:person-search"):
        return [world.person.last_name, str(world.person.pk)]
    return []


def hidden_from(role: Role, model, name: str) -> bool:
    if model is Identifier and name == SSN:
        return Category.SENSITIVE_IDENTIFIER not in role.sees
    category = category_of(model, name)
    return category != PLAIN and category not in role.sees


@pytest.mark.parametrize("role", STANDARD_ROLES, ids=lambda role: role.name)
def test_no_page_shows_a_role_what_it_may_not_see(role, db):
    world = whole_world()
    leaks = {
        f"{model.__name__}.{name}": page
        for mark, page in read_everything(world, role).marks(world).items()
        for model, name in [world.marks[mark]]
        if hidden_from(role, model, name)
    }
    assert leaks == {}


def computed_days(person: Person) -> set[str]:
    computation = compute_person(RECORDER, person.pk, event="tests")
    days = (computation.earliest_release_date, computation.maximum_discharge_date)
    return {f"{day:%b} {day.day}, {day.year}" for day in days if day}


def test_computed_dates_are_met_only_by_those_who_may_see_them(tim, paula, danas_sentence, sign_in):
    person = danas_sentence.person
    days = computed_days(person)
    url = reverse("offenders:person", args=[person.pk])
    assert days
    assert [day for day in days if day in _text(sign_in(tim).get(url))]
    assert [day for day in days if day in _text(sign_in(paula).get(url))] == []


FEWEST_MARKS_MET = 150


def test_the_marks_are_met_by_one_who_may_see_them(db):
    world = whole_world()
    board = next(role for role in STANDARD_ROLES if role.name == "Parole board member")
    assert len(read_everything(world, board).marks(world)) > FEWEST_MARKS_MET


def test_the_trail_in_administration_shows_no_mark_to_an_auditor(audrey, sign_in):
    world = whole_world()
    client = sign_in(audrey)
    auditor = next(role for role in STANDARD_ROLES if role.name == "Auditor")
    entries = [
        entry
        for entry in AuditEntry.objects.select_related("content_type")
        if is_protected(entry.content_type.model_class())
    ]
    shown = Reading(
        {str(entry): _text(client.get(reverse(ENTRY, args=[entry.pk]))) for entry in entries}
    )
    leaks = {
        page: world.marks[mark]
        for mark, page in shown.marks(world).items()
        if hidden_from(auditor, *world.marks[mark])
    }
    assert leaks == {}


ENTRY = "admin:audit_auditentry_change"
