"""Committing to a seed, drawing by it, and telling what the draw asks of each."""

import calendar
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Max, Q
from django.shortcuts import get_object_or_404
from django.utils import timezone

from offenders.services.facts import add_fact, correct_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import record
from ots.core.sealing import seal, unseal
from supervision.models import (
    CallScheme,
    SchemeMembership,
    SeedCommitment,
    Selection,
    SelectionDraw,
)
from supervision.rules.selection import SEED_BYTES, Candidate, Drawn, digest_of
from supervision.selectors.random_selection import draw_again
from supervision.services.obligations import open_obligation

ABOUT = "seed of a draw"


@dataclass(frozen=True, slots=True)
class MembershipEntry:
    """Which group, from which day."""

    scheme_id: int
    began_on: date


def join_group(
    viewer: Viewer, person_id: int, *, entry: MembershipEntry, token: UUID | None = None
) -> SchemeMembership:
    """Put the person in a group; a membership that runs ends that day."""
    viewer.require(Permission.TEST_RECORD)
    scheme = get_object_or_404(CallScheme, pk=entry.scheme_id, is_active=True)

    def write() -> SchemeMembership:
        leave_group(viewer, person_id, on=entry.began_on, reason="Put in another group")
        return add_fact(
            viewer,
            SchemeMembership,
            person_id=person_id,
            event=Event.GROUP_JOINED,
            scheme=scheme,
            began_on=entry.began_on,
        )

    return once(token, Event.GROUP_JOINED, SchemeMembership, write)


def leave_group(viewer: Viewer, person_id: int, *, on: date, reason: str) -> None:
    """Take the person out of the group, if he is in one."""
    viewer.require(Permission.TEST_RECORD)
    running = SchemeMembership.objects.filter(
        person_id=person_id, superseded_at__isnull=True, ended_on__isnull=True
    ).first()
    if running is None:
        return
    if running.began_on > on:
        raise RefusedError(Objection("began_on", f"The person joined on [{running.began_on}]."))
    correct_fact(viewer, running, person_id=person_id, reason=reason, ended_on=on)


def month_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of the day's month."""
    _, days = calendar.monthrange(day.year, day.month)
    return day.replace(day=1), day.replace(day=days)


def commit_seed(scheme: CallScheme, *, month: date, at: datetime) -> SeedCommitment:
    """Put down the hash of a new seed for a month to come; asked again, return the one there is."""
    first, last = month_of(month)
    known = SeedCommitment.objects.filter(scheme=scheme, first_day=first).first()
    if known is not None:
        return known
    seed = secrets.token_hex(SEED_BYTES)
    return SeedCommitment.objects.create(
        scheme=scheme,
        first_day=first,
        last_day=last,
        digest=digest_of(seed),
        sealed_seed=seal(seed, about=ABOUT),
        committed_at=at,
    )


@transaction.atomic
def draw(commitment: SeedCommitment, *, at: datetime) -> SelectionDraw:
    """Draw by the seed committed before; drawn already, return that draw."""
    locked = SeedCommitment.objects.select_for_update().get(pk=commitment.pk)
    known = SelectionDraw.objects.filter(commitment=locked).first()
    if known is not None:
        return known
    scheme = locked.scheme
    frame = _frame(locked)
    made = SelectionDraw.objects.create(
        commitment=locked,
        seed=unseal(locked.sealed_seed, about=ABOUT),
        frame=[each.as_text() for each in frame],
        times=scheme.times_a_month,
        minimum_gap_days=scheme.minimum_gap_days,
        kind=scheme.kind,
        drawn_at=at,
    )
    drawn = draw_again(made)
    for each in drawn:
        _select(made, each)
    people = sorted({each.person_id for each in drawn})
    record(Event.TESTS_DRAWN, actor=None, target=made, people=people)
    return made


def _frame(commitment: SeedCommitment) -> list[Candidate]:
    """Who is in the group on the first day, and from when the gap leaves each free."""
    first = commitment.first_day
    gap = timedelta(days=commitment.scheme.minimum_gap_days)
    still_in = Q(ended_on__isnull=True) | Q(ended_on__gt=first)
    people = SchemeMembership.objects.filter(
        still_in, scheme=commitment.scheme, superseded_at__isnull=True, began_on__lte=first
    ).values_list("person_id", flat=True)
    last = dict(
        Selection.objects.filter(person_id__in=people, superseded_at__isnull=True, on__lt=first)
        .values_list("person_id")
        .annotate(last=Max("on"))
    )
    return [
        Candidate(person_id, max(first, last[person_id] + gap) if person_id in last else first)
        for person_id in sorted(people)
    ]


def _select(made: SelectionDraw, drawn: Drawn) -> None:
    with occasion(Event.TESTS_DRAWN.name, person_id=drawn.person_id):
        selected = Selection.objects.create(draw=made, person_id=drawn.person_id, on=drawn.on)
    open_obligation(
        person_id=drawn.person_id,
        kind="test",
        due_on=drawn.on,
        window_opens_on=drawn.on,
        source=selected,
        title="Test: drawn at random",
    )


def draw_month(*, today: date, at: datetime) -> int:
    """Draw this month by the seeds committed before it, and commit those of the next.

    A group without a commitment for this month gets one and is drawn from the next month on, so
    that no seed is ever chosen in the month that it decides. Returns how many draws were made.
    """
    first, last = month_of(today)
    ready = SeedCommitment.objects.filter(
        first_day=first, draw__isnull=True, scheme__is_active=True, committed_at__lt=_begin(first)
    )
    made = [draw(each, at=at) for each in ready.select_related("scheme")]
    for scheme in CallScheme.objects.filter(is_active=True):
        commit_seed(scheme, month=last + timedelta(days=1), at=at)
    return len(made)


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, datetime.min.time()))
