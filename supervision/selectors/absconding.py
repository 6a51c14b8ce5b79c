"""People out of touch: one person's search, and the list of an office."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils import timezone

from offenders.models import Address, Warrant
from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from supervision.models import AbscondingEpisode, LocateAttempt, ProtectedVictim
from supervision.rules.absconding import (
    SILENT,
    SearchStep,
    next_step,
    search_steps,
)
from supervision.selectors.caseload import supervised

ATTEMPTS_SHOWN = 50
ADDRESSES_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Search:
    """The running search for a person, or the last one, with what was tried."""

    episode: object | None
    is_running: bool
    days: int
    steps: tuple[SearchStep, ...]
    next_step: SearchStep | None
    attempts: list[object]
    addresses: list[object]
    warrants: list[object]
    is_victim_protected: bool


def search_of(reading: Reading, person_id: int, *, today: date) -> Search:
    """Return the search: five queries."""
    rows = in_scope(reading.viewer, AbscondingEpisode.objects.all(), person="person")
    seen = reading.sees(AbscondingEpisode, "began_on")
    found = rows.filter(person=person_id, superseded_at=None).first() if seen else None
    attempts = _attempts(reading, person_id, found)
    steps = _steps(found, attempts, today)
    return Search(
        episode=reading.masked(found) if found else None,
        is_running=found is not None and found.ended_on is None,
        days=((found.ended_on or today) - found.began_on).days if found else 0,
        steps=steps,
        next_step=next_step(steps),
        attempts=[reading.masked(each) for each in attempts[:ATTEMPTS_SHOWN]],
        addresses=_freshest_addresses(reading, person_id),
        warrants=_active_warrants(reading, person_id),
        is_victim_protected=ProtectedVictim.objects.filter(person=person_id).exists(),
    )


@dataclass(frozen=True, slots=True)
class Tried:
    """How much was done to find one person."""

    recent: int
    last_at: datetime | None
    is_victim_protected: bool


def absconder_list(viewer: Viewer, *, neglected_only: bool = False) -> QuerySet[AbscondingEpisode]:
    """Return the viewer's people who are out of touch, the longest first."""
    rows = (
        in_scope(viewer, AbscondingEpisode.objects.all(), person="person")
        .filter(ended_on=None, superseded_at=None, person__in=supervised(viewer).values("pk"))
        .select_related("person", "person__agent", "person__office")
    )
    if neglected_only:
        recent = LocateAttempt.objects.filter(
            person=OuterRef("person"), superseded_at=None, made_at__gte=_since()
        )
        rows = rows.filter(~Exists(recent))
    return rows.order_by("began_on", "pk")


def tried_for(people: Iterable[int]) -> dict[int, Tried]:
    """Return what was done to find each of the people: two queries."""
    asked = list(people)
    attempts = (
        LocateAttempt.objects.filter(person__in=asked, superseded_at=None)
        .order_by()
        .values_list("person")
        .annotate(last=Max("made_at"), recent=Count("pk", filter=Q(made_at__gte=_since())))
    )
    protected = set(
        ProtectedVictim.objects.filter(person__in=asked).values_list("person", flat=True)
    )
    found = {person: (last, recent) for person, last, recent in attempts}
    return {
        person: Tried(
            recent=found.get(person, (None, 0))[1],
            last_at=found.get(person, (None, 0))[0],
            is_victim_protected=person in protected,
        )
        for person in asked
    }


def _since() -> datetime:
    return timezone.now() - timedelta(days=SILENT.on(timezone.localdate()).amount)


def _attempts(
    reading: Reading, person_id: int, episode: AbscondingEpisode | None
) -> list[LocateAttempt]:
    if episode is None or not reading.sees(LocateAttempt, "method"):
        return []
    rows = LocateAttempt.objects.filter(
        person=person_id, superseded_at=None, made_at__date__gte=episode.began_on
    )
    return list(rows.select_related("recorded_by"))


def _steps(
    episode: AbscondingEpisode | None, attempts: list[LocateAttempt], today: date
) -> tuple[SearchStep, ...]:
    if episode is None:
        return ()
    return search_steps(episode.began_on, [each.method for each in attempts], as_of=today)


def _freshest_addresses(reading: Reading, person_id: int) -> list[object]:
    if not reading.sees(Address, "street"):
        return []
    rows = Address.objects.filter(person=person_id, superseded_at=None).order_by("-began_on")
    return [reading.masked(each) for each in rows[:ADDRESSES_SHOWN]]


def _active_warrants(reading: Reading, person_id: int) -> list[object]:
    if not reading.sees(Warrant, "number"):
        return []
    rows = Warrant.objects.filter(person=person_id, superseded_at=None, status="active")
    return [reading.masked(each) for each in rows]
