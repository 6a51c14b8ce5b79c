"""The site that is attacked: its cast, its person, and requests that leave nothing behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.test import Client

from interstate.models import Activity, CompactCase
from offenders.models import Person, PersonUserObjectPermission
from ots.access.models import User
from ots.access.models.agency import AgencyKind
from ots.access.permissions import Permission
from ots.access.roles import STANDARD_ROLES
from ots.audit.models import AuditEntry
from tests import factories
from tests.access.attack.forms import Form, Reader, read
from tests.access.sitemap import Page, pages, pages_of_administration
from tests.access.world import World, page_values, whole_world
from tests.factories.compact import post
from tests.factories.signing_in import signed_in_client

# A person whom nobody of the cast but the statewide roles reaches; the number stands out.
FAR = 7_700_770
# Whose reach is the state, the office or the caseload of the person of the world.
REACHING = {"Parole agent", "Supervisor"} | {
    role.name for role in STANDARD_ROLES if Permission.SCOPE_STATEWIDE in role.permissions
}
# They end the session, or answer a provider that does not run here.
ENDS_THE_SESSION = {"access:sign-out"}
SHOWN = 200
FAILED = 500


def roles_that_open(page: Page) -> list[str]:
    """Return the roles whose right opens the page."""
    if page.rule is None:
        return ["Administrator"]
    asked = page.rule.permission
    if asked is None:
        return ["nobody", "Parole agent"]
    return [role.name for role in STANDARD_ROLES if asked in role.permissions]


@contextmanager
def undone() -> Iterator[None]:
    """Undo whatever is written inside."""
    block = transaction.atomic()
    # As in Django's own tests: what insists on being outermost may run inside.
    block._from_testcase = True
    with block:
        try:
            yield
        finally:
            transaction.set_rollback(True)


@dataclass
class Site:
    """The site under attack."""

    world: World
    values: dict[str, object]
    far: Person
    cast: dict[str, User]
    clients: dict[str, Client] = field(default_factory=dict)
    # Pages that named the person to somebody, and whether the trail says that he read the name.
    named: dict[tuple[str, str], bool] = field(default_factory=dict)

    def client(self, who: str) -> Client:
        """Return the browser of one of the cast, or of nobody."""
        if who not in self.clients:
            made = Client(raise_request_exception=False)
            self.clients[who] = made if who == "nobody" else self._signed_in(who, made)
        return self.clients[who]

    def ask(self, who: str, method: str, url: str, data: Any = None, **more: Any) -> Any:
        """Send a request that is undone when it is answered."""
        with undone():
            answer = getattr(self.client(who), method)(url, data, **more)
            _ = b"".join(answer.streaming_content) if answer.streaming else answer.content
        return answer

    def openers(self, page: Page) -> list[str]:
        """Return who opens the page; nobody and an agent stand for all on public ones.

        A page about the person only those who reach the person: to others there is nothing to
        attack.
        """
        found = roles_that_open(page)
        return [who for who in found if who in REACHING] if page.is_about_a_person else found

    def url(self, page: Page) -> str:
        """Return the page's address about the person."""
        return page.url(self.values)

    @cached_property
    def readers(self) -> list[Reader]:
        """Every page that shows something, opened by two of the roles that it is open to."""
        found = []
        for page in pages():
            if page.name in ENDS_THE_SESSION:
                continue
            for who in sorted({self.openers(page)[0], self.openers(page)[-1]}):
                found += self._read(who, self.url(page))
        for page in pages_of_administration():
            values = dict.fromkeys(page.parts, self.cast["Parole agent"].pk)
            found += self._read("Administrator", page.url(values))
        return found

    @cached_property
    def forms(self) -> list[Form]:
        """Every form of every page, once."""
        found = {form.key: form for reader in self.readers for form in reader.forms}
        return [form for form in found.values() if "sign-out" not in form.action]

    def forms_sent(self, method: str) -> list[Form]:
        """Return the forms that are sent by the method."""
        return [form for form in self.forms if form.method == method]

    def look(self, who: str, url: str) -> tuple[Any, str]:
        """Return the answer and what it says, noting whether a name in it is in the trail."""
        with undone():
            last = AuditEntry.objects.latest("pk").pk
            answer = self.client(who).get(url)
            told = b"".join(answer.streaming_content) if answer.streaming else answer.content
            text = told.decode(errors="ignore")
            if self._is_named_in(text):
                self.named[url, who] = self._is_in_the_trail(after=last)
        return answer, text

    def unrecorded(self) -> str:
        """Return the pages that named the person to somebody of whom the trail does not say so."""
        return "\n".join(
            f"{url} {who}" for (url, who), is_said in self.named.items() if not is_said
        )

    def _read(self, who: str, url: str) -> list[Reader]:
        answer, text = self.look(who, url)
        shown = answer.status_code == SHOWN and answer["Content-Type"].startswith("text/html")
        return [read(who, url, text)] if shown else []

    def _is_named_in(self, text: str) -> bool:
        person = self.world.person
        return person.last_name in text or f"/people/{person.pk}/" in text

    def _is_in_the_trail(self, *, after: int) -> bool:
        about = Q(person_id=self.world.person.pk) | Q(people__contains=[self.world.person.pk])
        return AuditEntry.objects.filter(about, pk__gt=after).exists()

    def _signed_in(self, who: str, browser: Client) -> Client:
        signed_in_client(self.cast[who], client=browser)
        # A session's row, made in here, is undone with all else when the run ends.
        return browser


def built_site(far_number: int = FAR) -> Site:
    """Build the site once: a user of every role, the person of whom all is recorded, another."""
    world = whole_world()
    office = factories.office("Lansing Parole")
    cast = {role.name: _user(role.name) for role in STANDARD_ROLES}
    agent = cast["Parole agent"]
    factories.give_office(cast["Supervisor"], office)
    Person.objects.filter(pk=world.person.pk).update(agent=agent, office=office)
    far = Person.objects.create(id=far_number, last_name="Faraway")
    site = Site(world=world, values={}, far=far, cast=cast)
    for who in cast:
        site.client(who)
    site.values.update(page_values(world))
    _write_drafts_of_the_compact(agent)
    site.values |= {"account": agent.pk, "grant": _grant(world.person, cast["Attorney"])}
    return site


def _write_drafts_of_the_compact(author: User) -> None:
    """A draft shows its form to its author alone."""
    post(author, "MI")
    drafts = Activity.objects.filter(status="draft")
    drafts.update(author=author, assigned_to=author)
    CompactCase.objects.filter(activities__in=drafts).update(sending_user=author)


def _grant(person: Person, to: User) -> int:
    factories.give_person(to, person)
    return PersonUserObjectPermission.objects.get(user=to, content_object=person).pk


def _user(role: str) -> User:
    kinds = {
        "Court user": AgencyKind.COURT,
        "Law-enforcement user": AgencyKind.LAW_ENFORCEMENT,
        "Victim services": AgencyKind.VICTIM_SERVICES,
    }
    own = factories.agency(f"Agency of {role}", kind=kinds.get(role, AgencyKind.CORRECTIONS))
    first = role.split()[0].replace("-", "")
    return factories.user(first, role=role, agency=own, office=factories.office("Lansing Parole"))


def tables() -> list[str]:
    """List the tables of the database, with their columns."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name || '.' || column_name || ' ' || data_type "
            "FROM information_schema.columns WHERE table_schema = current_schema() ORDER BY 1"
        )
        return [name for (name,) in cursor.fetchall()]
