"""What a user holds at a moment, read in one query: rights, offices, cover, openings.

Each kind of holding is a query of the same five columns; together they are one union, so that a
page pays for one question however many kinds there are. Apps above add kinds with ``held_by``.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias, cast

from django.contrib.auth.models import Permission as DjangoPermission
from django.db.models import (
    BigIntegerField,
    DateTimeField,
    F,
    Field,
    Model,
    Q,
    QuerySet,
    TextField,
    Value,
)
from django.db.models.functions import Cast
from django.utils import timezone

from ots.access.models import Cover, Office, OfficeGroupObjectPermission, User
from ots.access.models import OfficeUserObjectPermission as OfficeOfUser

SUPERVISE_OFFICE = "supervise_office"
SUPERVISE_REGION = "supervise_region"


class Kind(StrEnum):
    """What is held."""

    RIGHT = "right"
    OFFICE = "office"
    COVER = "cover"
    OPENING = "opening"


@dataclass(frozen=True, slots=True)
class Holding:
    """One thing held: its number or word, what else is to be said of it, and until when."""

    number: int
    word: str
    note: str
    until: datetime | None


AnyField: TypeAlias = "Field[object, object]"
Columns = tuple[str, int, str, str, datetime | None]
Holdings = QuerySet[Model, Columns]
Source = Callable[[User, datetime], Iterator[Holdings]]

_sources: list[Source] = []
_COLUMNS = ("held_kind", "held_number", "held_word", "held_note", "held_until")


def held_by(source: Source) -> None:
    """Add queries of what a user holds at a moment; each made by ``holdings``."""
    if source not in _sources:
        _sources.append(source)


def holdings(
    rows: QuerySet[Model],
    kind: Kind,
    *,
    number: str = "",
    word: str = "",
    note: str = "",
    until: str = "",
) -> Holdings:
    """Return the five columns of a kind; each names a column of ``rows`` or stays empty."""
    read = rows.order_by().annotate(
        held_kind=Value(kind.value, TextField()),
        held_number=_column(number, BigIntegerField(), 0),
        held_word=_column(word, TextField(), ""),
        held_note=_column(note, TextField(), ""),
        held_until=_column(until, DateTimeField(), None),
    )
    return cast(Holdings, read.values_list(*_COLUMNS))


def _column(name: str, field: AnyField, empty: object) -> Cast:
    return Cast(F(name) if name else Value(empty, field), field)


def holdings_of(user: User, now: datetime) -> dict[str, list[Holding]]:
    """Return everything the user holds at the moment, by kind: one query."""
    parts = [part for source in _sources for part in source(user, now)]
    found: dict[str, list[Holding]] = defaultdict(list)
    for kind, number, word, note, until in parts[0].union(*parts[1:], all=True):
        found[kind].append(Holding(number, word, note, until))
    return found


def _rights(user: User, _now: datetime) -> Iterator[Holdings]:
    # Deliberately no shortcut for superusers: even they see records only through a role.
    held = DjangoPermission.objects.filter(content_type__app_label="access")
    yield holdings(held.filter(group__user=user), Kind.RIGHT, word="codename")
    yield holdings(held.filter(user=user), Kind.RIGHT, word="codename")


def _offices(user: User, _now: datetime) -> Iterator[Holdings]:
    own = OfficeOfUser.objects.filter(user=user, permission__codename=SUPERVISE_OFFICE)
    shared = OfficeGroupObjectPermission.objects.filter(
        group__user=user, permission__codename=SUPERVISE_OFFICE
    )
    yield holdings(own, Kind.OFFICE, number="content_object_id")
    yield holdings(shared, Kind.OFFICE, number="content_object_id")
    for holder in (
        Q(region__regionuserobjectpermission__user=user)
        & Q(region__regionuserobjectpermission__permission__codename=SUPERVISE_REGION),
        Q(region__regiongroupobjectpermission__group__user=user)
        & Q(region__regiongroupobjectpermission__permission__codename=SUPERVISE_REGION),
    ):
        yield holdings(Office.objects.filter(holder), Kind.OFFICE, number="pk")


def _covers(user: User, now: datetime) -> Iterator[Holdings]:
    today = timezone.localdate(now)
    standing = Cover.objects.filter(covering=user, began_on__lte=today, ended_on__gt=today)
    yield holdings(standing, Kind.COVER, number="away_id")


held_by(_rights)
held_by(_offices)
held_by(_covers)
