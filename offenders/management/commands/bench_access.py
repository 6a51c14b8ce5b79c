"""Measure what the guard costs on lists and on one person, beside the same without it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.db.models import QuerySet

from offenders.models import Person
from ots.access.measuring import Measured, measure
from ots.access.models import User
from ots.access.scopes import decide, in_scope
from ots.access.viewer import Viewer, viewer_for

PAGE = 50
OFFICES = 100
AGENTS = 30_000
GRANTS = 200_000
CLOSURES = 20_000


class Command(BaseCommand):
    """Everything it makes is rolled back; run it on a database of its own, with nothing else on."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the sizes."""
        parser.add_argument("--users", type=int, default=AGENTS, help="How many users.")
        parser.add_argument("--people", type=int, default=1_000_000, help="How many people.")
        parser.add_argument("--tries", type=int, default=60, help="How often each is asked.")

    def handle(self, *, users: int, people: int, tries: int, **_: object) -> None:
        """Make what is missing, ask, print, and leave nothing behind."""
        if min(users, people, tries) < PAGE:
            raise CommandError(f"Give at least [{PAGE}] of each.")
        connection.force_debug_cursor = False
        with _left_behind_nothing():
            self.stdout.write(f"Making {users:,} users and {people:,} people …")
            _make(users, people)
            self.stdout.write(f"load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
            for user in User.objects.filter(username__startswith="bench").order_by("pk")[:2]:
                self._measure(user, tries)

    def _measure(self, user: User, tries: int) -> None:
        viewer = viewer_for(user)
        kind = "supervisor" if viewer.office_ids else "agent"
        mine = in_scope(viewer, Person.objects.all())
        keys = list(mine.values_list("pk", flat=True)[:PAGE])
        everybody = Person.objects.filter(pk__in=list(mine.values_list("pk", flat=True)))
        self._pair(
            measure(f"{kind}: 50 people, no guard", lambda: _listed(everybody), tries=tries),
            measure(f"{kind}: 50 people in scope", lambda: _listed(mine), tries=tries),
        )
        self._pair(
            measure(f"{kind}: count, no guard", everybody.count, tries=tries),
            measure(f"{kind}: count in scope", mine.count, tries=tries),
        )
        self._pair(
            measure(f"{kind}: person by key", lambda: Person.objects.get(pk=keys[0]), tries=tries),
            measure(f"{kind}: viewer and decision", lambda: _guard(user, keys[0]), tries=tries),
        )

    def _pair(self, without: Measured, guarded: Measured) -> None:
        self.stdout.write(without.line())
        self.stdout.write(guarded.line(without))


def _listed(people: QuerySet[Person]) -> list[Person]:
    return list(people.order_by("last_name", "first_name", "pk")[:PAGE])


def _guard(user: User, person_id: int) -> Viewer:
    viewer = viewer_for(user)
    return viewer.looking_at(person_id, decide(viewer, person_id).opened)


@contextmanager
def _left_behind_nothing() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _make(users: int, people: int) -> None:
    sizes = {
        "users": users,
        "people": people,
        "offices": OFFICES,
        "grants": min(GRANTS, people),
        "closures": min(CLOSURES, people // 50),
    }
    with connection.cursor() as cursor:
        for statement in _STATEMENTS:
            cursor.execute(statement, sizes)
        cursor.execute("ANALYZE")


_STATEMENTS = (
    """INSERT INTO access_agency (code, name, kind, ori)
       VALUES ('BENCH', 'Bench agency', 'corrections', '')""",
    """INSERT INTO access_office (code, name, agency_id, is_active)
       SELECT 'B' || n, 'Bench office ' || n, (SELECT id FROM access_agency WHERE code = 'BENCH'),
              true FROM generate_series(1, %(offices)s) n""",
    """INSERT INTO access_user (username, password, first_name, last_name, email, job_title,
                                is_superuser, is_staff, is_active, date_joined, office_id)
       SELECT 'bench' || n, '', 'Bench', 'User ' || n, '', '', false, false, true, now(),
              (SELECT id FROM access_office WHERE code = 'B' || (1 + n %% %(offices)s))
       FROM generate_series(1, %(users)s) n""",
    """INSERT INTO access_user_groups (user_id, group_id)
       SELECT u.id, g.id FROM access_user u, auth_group g
       WHERE u.username LIKE 'bench%%' AND g.name = 'Parole agent'""",
    """INSERT INTO access_officeuserobjectpermission (user_id, content_object_id, permission_id)
       SELECT u.id, u.office_id, p.id FROM access_user u, auth_permission p
       WHERE u.username = 'bench2' AND p.codename = 'supervise_office'""",
    """INSERT INTO offenders_person (last_name, first_name, middle_name, suffix, sex, race, status,
                                     office_id, agent_id, recorded_at)
       SELECT 'Name' || n %% 50000, 'Given' || n %% 900, '', '', 'U', 'U', 'parole',
              u.office_id, u.id, now()
       FROM generate_series(1, %(people)s) n
       JOIN access_user u ON u.username = 'bench' || (1 + n %% %(users)s)""",
    """INSERT INTO offenders_personuserobjectpermission
              (user_id, content_object_id, permission_id, reason, open_until)
       SELECT u.id, x.id, p.id, 'bench', now() + interval '1 day'
       FROM (SELECT id, row_number() OVER () n FROM offenders_person LIMIT %(grants)s) x
       JOIN access_user u ON u.username = 'bench' || (1 + (x.n * 7) %% %(users)s)
       CROSS JOIN auth_permission p WHERE p.codename = 'reach_person'
       ON CONFLICT DO NOTHING""",
    """INSERT INTO offenders_personclosure (person_id, kind, reason, source, recorded_at)
       SELECT id, 'employee', 'bench', '', now() FROM offenders_person ORDER BY id DESC
       LIMIT %(closures)s""",
)
