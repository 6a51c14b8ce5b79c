"""What a user holds at a moment, read in one query: rights, offices, cover, openings.

Each kind of holding is a SELECT of the same five columns; together they are one union, so that a
page pays for one question however many kinds there are. It is plain SQL because every request
asks it, and putting a union of eight queries together costs more than answering it. Apps above
add kinds with ``held_by``.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import connection
from django.utils import timezone

from ots.access.models import User

SUPERVISE_OFFICE = "supervise_office"
SUPERVISE_REGION = "supervise_region"


class Kind(StrEnum):
    """What is held."""

    RIGHT = "right"
    OFFICE = "office"
    COVER = "cover"
    OPENING = "opening"
    # Says only that there are any, of the user or of a role: who has none is asked no further.
    GRANT = "grant"
    # A post of another state: the number of the office, the word for the state; closed if noted.
    POST = "post"
    # Required training that has lapsed or lapses within thirty days.
    TRAINING = "training"


@dataclass(frozen=True, slots=True)
class Holding:
    """One thing held: its number or word, what else is to be said of it, and until when."""

    number: int
    word: str
    note: str
    until: datetime | None


_sources: list[str] = []


def held_by(select: str) -> None:
    """Add a SELECT of kind, number, word, note and until of what a user holds at a moment.

    It may name ``%(user)s``, ``%(now)s`` and ``%(today)s``.
    """
    if select not in _sources:
        _sources.append(select)


def holdings_of(user: User, now: datetime) -> dict[str, list[Holding]]:
    """Return everything the user holds at the moment, by kind: one query."""
    found: dict[str, list[Holding]] = defaultdict(list)
    asked: dict[str, int | str] = {
        "user": user.pk,
        "now": now.isoformat(),
        "today": timezone.localdate(now).isoformat(),
    }
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(_sources), asked)
        for kind, number, word, note, until in cursor.fetchall():
            found[kind].append(Holding(number, word, note, until))
    return found


# Deliberately no shortcut for superusers: even they see records only through a role.
_RIGHT = """
    SELECT 'right', 0::bigint, p.codename::text, ''::text, NULL::timestamptz
    FROM auth_permission p JOIN django_content_type t ON t.id = p.content_type_id
    WHERE t.app_label = 'access' AND p.id IN (
        SELECT r.permission_id FROM auth_group_permissions r
        JOIN access_user_groups g ON g.group_id = r.group_id WHERE g.user_id = %(user)s
        UNION ALL
        SELECT permission_id FROM access_user_user_permissions WHERE user_id = %(user)s
    )
"""
_OFFICE = """
    SELECT 'office', o.content_object_id::bigint, '', '', NULL
    FROM access_officeuserobjectpermission o JOIN auth_permission p ON p.id = o.permission_id
    WHERE o.user_id = %(user)s AND p.codename = 'supervise_office'
    UNION ALL
    SELECT 'office', o.content_object_id::bigint, '', '', NULL
    FROM access_officegroupobjectpermission o JOIN auth_permission p ON p.id = o.permission_id
    JOIN access_user_groups g ON g.group_id = o.group_id
    WHERE g.user_id = %(user)s AND p.codename = 'supervise_office'
"""
_REGION = """
    SELECT 'office', f.id::bigint, '', '', NULL
    FROM access_regionuserobjectpermission o JOIN auth_permission p ON p.id = o.permission_id
    JOIN access_office f ON f.region_id = o.content_object_id
    WHERE o.user_id = %(user)s AND p.codename = 'supervise_region'
    UNION ALL
    SELECT 'office', f.id::bigint, '', '', NULL
    FROM access_regiongroupobjectpermission o JOIN auth_permission p ON p.id = o.permission_id
    JOIN access_user_groups g ON g.group_id = o.group_id
    JOIN access_office f ON f.region_id = o.content_object_id
    WHERE g.user_id = %(user)s AND p.codename = 'supervise_region'
"""
_COVER = """
    SELECT 'cover', away_id::bigint, '', '', NULL FROM access_cover
    WHERE covering_id = %(user)s AND began_on <= %(today)s AND ended_on > %(today)s
"""
_TRAINING = """
    SELECT 'training', c.id::bigint, c.name::text, c.ask::text,
        max(r.expires_on)::timestamp AT TIME ZONE 'America/Detroit'
    FROM access_requiredtraining q
    JOIN access_user_groups g ON g.group_id = q.role_id
    JOIN access_course c ON c.id = q.course_id
    LEFT JOIN access_trainingrecord r ON r.course_id = c.id AND r.user_id = g.user_id
        AND r.superseded_at IS NULL AND r.completed_on <= %(today)s::date
    WHERE g.user_id = %(user)s AND q.since <= %(today)s::date
        AND (q.until IS NULL OR q.until > %(today)s::date)
    GROUP BY c.id, c.name, c.ask
    HAVING max(r.expires_on) IS NULL OR max(r.expires_on) <= %(today)s::date + 30
"""
for _select in (_RIGHT, _OFFICE, _REGION, _COVER, _TRAINING):
    held_by(_select)
