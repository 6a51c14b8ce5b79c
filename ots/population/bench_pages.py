"""How long pages take over a whole population, beside a bare Django view of the same size.

Everything happens in one transaction that is rolled back: signing in and the entries of the trail
leave nothing behind.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import cycle, islice
from random import Random
from time import perf_counter
from typing import Final

from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.test import Client
from django.test.utils import override_settings
from django.urls import path, reverse
from django.utils import timezone
from guardian.shortcuts import assign_perm

from offenders.models import Person
from ots.access.models import Office, User
from ots.access.models.session import SignInMethod
from ots.access.signing_in.notice import current_notice
from ots.access.signing_in.sessions import SESSION_KEY, Accepted, open_session

MILLISECONDS: Final = 1000
TAIL: Final = 0.95
AGENT, SUPERVISOR = "agent", "supervisor"
# What Django itself puts around a view of a signed-in user.
BARE_MIDDLEWARE: Final = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


@dataclass(frozen=True, slots=True)
class BenchPage:
    """A page by the name of its URL, as whom it is opened, and whether it is about a person."""

    url_name: str
    role: str = AGENT
    of_person: bool = False
    query: str = ""

    @property
    def title(self) -> str:
        """Return how the page is named in the table."""
        return f"{self.url_name}{self.query} ({self.role})"


# Add a line to measure another page.
PAGES: Final[tuple[BenchPage, ...]] = (
    BenchPage("home"),
    BenchPage("home", SUPERVISOR),
    BenchPage("supervision:caseload"),
    BenchPage("supervision:caseload", SUPERVISOR),
    BenchPage("supervision:due-list"),
    BenchPage("supervision:due-list", SUPERVISOR),
    BenchPage("supervision:due-list", SUPERVISOR, query="?show=overdue"),
    BenchPage("supervision:overview", of_person=True),
    BenchPage("supervision:person-due", of_person=True),
    BenchPage("supervision:person-due-history", of_person=True),
    BenchPage("offenders:person", of_person=True),
)


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit: seconds in all and within queries, how many queries, how many bytes."""

    seconds: float
    in_queries: float
    queries: int
    size: int


@dataclass(frozen=True, slots=True)
class Measured:
    """A page over many visits, in milliseconds, beside the bare view of its size."""

    title: str
    p50: float
    p95: float
    queries_p95: float
    bare_p95: float
    fewest_queries: int
    most_queries: int
    size: int

    @property
    def ratio(self) -> float:
        """Return the page's slow end by that of the bare view with the page's own queries."""
        return self.p95 / (self.bare_p95 + self.queries_p95)


class PageError(Exception):
    """A page did not open; the message says which and how it answered."""


@dataclass(slots=True)
class _Clock:
    """Adds up what the database takes."""

    seconds: float = 0.0
    queries: int = 0

    def __call__(
        self,
        execute: Callable[..., object],
        statement: str,
        params: object,
        many: bool,
        context: dict[str, object],
    ) -> object:
        begun = perf_counter()
        try:
            return execute(statement, params, many, context)
        finally:
            self.seconds += perf_counter() - begun
            self.queries += 1


@dataclass(slots=True)
class Bench:
    """Those who open pages, and the people of their caseloads."""

    clients: dict[str, list[Client]] = field(default_factory=dict)
    people: list[list[int]] = field(default_factory=list)


@contextmanager
def rolled_back() -> Iterator[None]:
    """Do everything in a transaction of which nothing stays."""
    with override_settings(ALLOWED_HOSTS=["testserver"], DEBUG=False), transaction.atomic():
        try:
            yield
        finally:
            transaction.set_rollback(True)


def prepare(*, actors: int, seed: int) -> Bench:
    """Sign in agents with a caseload drawn at random, and supervisors of the largest offices."""
    random = Random(seed)  # noqa: S311  nothing secret is drawn
    counted = Person.objects.filter(agent__is_active=True).order_by().values_list("agent")
    sizes = sorted(counted.annotate(people=Count("pk")).values_list("agent", "people"))
    chosen = random.sample(sizes, min(actors, len(sizes)))
    agents = User.objects.in_bulk([agent for agent, _ in chosen])
    bench = Bench({AGENT: [], SUPERVISOR: []})
    for agent, _ in chosen:
        bench.clients[AGENT].append(signed_in(agents[agent]))
        people = Person.objects.filter(agent_id=agent).order_by("pk")
        bench.people.append(list(people.values_list("pk", flat=True)))
    offices = Office.objects.annotate(size=Count("people")).order_by("-size")[:actors]
    bench.clients[SUPERVISOR] = [signed_in(_supervisor(office)) for office in offices]
    return bench


def measure(bench: Bench, page: BenchPage, *, tries: int) -> Measured:
    """Open the page again and again, each time by another, then the bare view of its size."""
    visits = [_visit(client, url) for client, url in islice(_calls(bench, page), tries + 1)][1:]
    size = sorted(each.size for each in visits)[len(visits) // 2]
    seconds = [each.seconds for each in visits]
    return Measured(
        title=page.title,
        p50=_at(seconds, 0.5),
        p95=_at(seconds, TAIL),
        queries_p95=_at([each.in_queries for each in visits], TAIL),
        bare_p95=_bare(bench.clients[page.role][0], size, tries=tries),
        fewest_queries=min(each.queries for each in visits),
        most_queries=max(each.queries for each in visits),
        size=size,
    )


def _calls(bench: Bench, page: BenchPage) -> Iterator[tuple[Client, str]]:
    clients = bench.clients[page.role]
    if not page.of_person:
        return ((client, reverse(page.url_name) + page.query) for client in cycle(clients))
    return _calls_of_people(bench, page)


def _calls_of_people(bench: Bench, page: BenchPage) -> Iterator[tuple[Client, str]]:
    pairs = list(zip(bench.clients[AGENT], bench.people, strict=True))
    for number, (client, people) in enumerate(cycle(pairs)):
        person = people[number % len(people)]
        yield client, reverse(page.url_name, kwargs={"person": person}) + page.query


def _visit(client: Client, url: str) -> Visit:
    clock = _Clock()
    with connection.execute_wrapper(clock):
        begun = perf_counter()
        response = client.get(url)
        seconds = perf_counter() - begun
    if response.status_code != HttpResponse.status_code:
        raise PageError(f"[{url}] answered {response.status_code}: it cannot be measured.")
    return Visit(seconds, clock.seconds, clock.queries, len(response.content))


ROW: Final = "<tr><td>{{ row.name }}</td><td>{{ row.number }}</td><td>{{ row.what }}</td></tr>\n"
BARE: Final = Engine().from_string(
    "<!DOCTYPE html><title>Bare</title><table>{% for row in rows %}" + ROW + "{% endfor %}</table>"
)
_ROW_OF: Final = {"name": "Featherston, Dana Quincy", "number": 1_000_009, "what": "x" * 100}
_ROW_SIZE: Final = 170


def bare(request: HttpRequest, size: int) -> HttpResponse:
    """Answer a signed-in user with a table of about the size, from a template."""
    rows = [_ROW_OF] * (size // _ROW_SIZE)
    user = str(request.user)
    return HttpResponse(BARE.render(Context({"rows": rows, "user": user})))


urlpatterns = [path("bare/<int:size>/", bare)]


def _bare(client: Client, size: int, *, tries: int) -> float:
    """Return the slow end of the bare view without its queries, in milliseconds."""
    with override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=BARE_MIDDLEWARE):
        plain = Client()
        plain.cookies = client.cookies
        visits = [_visit(plain, f"/bare/{size}/") for _ in range(tries + 1)][1:]
    return _at([each.seconds - each.in_queries for each in visits], TAIL)


def _at(seconds: Sequence[float], share: float) -> float:
    in_order = sorted(seconds)
    return in_order[min(len(in_order) - 1, int(len(in_order) * share))] * MILLISECONDS


def _supervisor(office: Office) -> User:
    made = User.objects.create(username=f"bench.{office.pk}", first_name="Bench", office=office)
    made.groups.add(Group.objects.get(name="Supervisor"))
    assign_perm("supervise_office", made, office)
    return made


def signed_in(user: User) -> Client:
    """Return a browser in which the user has signed in."""
    client = Client()
    client.force_login(user)
    kept = client.session
    accepted = Accepted(version=current_notice().version, at=timezone.now())
    # The sign-in before, since which news are told.
    before = open_session(user, method=SignInMethod.PASSWORD_CODE, accepted=accepted)
    before.signed_in_at -= timedelta(days=3)
    before.save(update_fields=["signed_in_at"])
    session = open_session(user, method=SignInMethod.PASSWORD_CODE, accepted=accepted)
    kept[SESSION_KEY] = session.pk
    kept.save()
    return client
