"""A person out of touch: opened, looked for, found."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from offenders.choices import Status, WarrantStatus
from offenders.models import Warrant
from offenders.services.facts import add_fact, correct_fact
from offenders.services.refusals import Objection, RefusedError, refused_by
from offenders.services.status import refresh_status
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer, system_viewer
from ots.audit.events import Event
from ots.audit.services import Happening
from supervision.choices.absconding import ClosingReason
from supervision.choices.obligation import PauseKind
from supervision.models import AbscondingEpisode, LocateAttempt
from supervision.services.obligations import begin_pause, end_pause
from supervision.services.obligations.absences import Absence

REFUSALS = {
    "one_absconding_at_a_time": Objection(
        "began_on", "The person is recorded as out of touch for this time already."
    ),
    "pause_of_one_kind_never_overlaps": Objection(
        "began_on", "The person's standards rested for an earlier absence then: check the day."
    ),
    "absconding_ends_after_it_begins": Objection(
        "ended_on", "Nobody is found before being out of touch: check the day."
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class EpisodeEntry:
    """Since when a person is out of touch, and what those who look should know."""

    began_on: date
    last_contact_on: date | None = None
    cautions: str = ""
    vehicles: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptEntry:
    """One attempt, in one short form."""

    made_at: datetime
    method: str
    result: str
    note: str = ""


def open_episode(
    viewer: Viewer, person_id: int, entry: EpisodeEntry, *, token: UUID | None = None
) -> AbscondingEpisode:
    """Record that the person is out of touch; the standards rest until the episode is closed."""
    viewer.require(Permission.ABSCONDING_RECORD)
    if entry.began_on > timezone.localdate():
        raise RefusedError(Objection("began_on", "This cannot be on a day still to come."))

    def write() -> AbscondingEpisode:
        with refused_by(REFUSALS):
            made = add_fact(
                viewer,
                AbscondingEpisode,
                person_id=person_id,
                event=Event.ABSCONDING_OPENED,
                **{name: getattr(entry, name) for name in entry.__slots__},
            )
            begin_pause(
                system_viewer("absconding"),
                person_id=person_id,
                kind=PauseKind.ABSCONDED,
                began_on=entry.began_on,
            )
        refresh_status(person_id)
        return made

    return once(token, Event.ABSCONDING_OPENED, AbscondingEpisode, write)


def record_attempt(
    viewer: Viewer, person_id: int, entry: AttemptEntry, *, token: UUID | None = None
) -> LocateAttempt:
    """Record one attempt to find the person; the episode goes on until it is closed."""
    viewer.require(Permission.ABSCONDING_RECORD)
    if entry.made_at > timezone.now():
        raise RefusedError(Objection("made_at", "This cannot be at a time still to come."))

    def write() -> LocateAttempt:
        return add_fact(
            viewer,
            LocateAttempt,
            person_id=person_id,
            event=Event.ATTEMPT_RECORDED,
            **{name: getattr(entry, name) for name in entry.__slots__},
        )

    return once(token, Event.ATTEMPT_RECORDED, LocateAttempt, write)


def close_episode(
    viewer: Viewer, person_id: int, *, ended_on: date, closing_reason: str, note: str
) -> AbscondingEpisode:
    """Record that the person was found, gave up, or is no longer looked for, and how.

    Where the person was arrested or gave up, custody and the warrant's service are entered where
    they are kept.
    """
    viewer.require(Permission.ABSCONDING_RECORD)
    if ended_on > timezone.localdate():
        raise RefusedError(Objection("ended_on", "This cannot be on a day still to come."))
    with transaction.atomic(), refused_by(REFUSALS):
        closed = correct_fact(
            viewer,
            _open_one(person_id),
            person_id=person_id,
            reason=note.strip() or ClosingReason(closing_reason).label,
            event=Event.ABSCONDING_CLOSED,
            ended_on=ended_on,
            closing_reason=closing_reason,
        )
        end_pause(
            system_viewer("absconding"),
            person_id=person_id,
            kind=PauseKind.ABSCONDED,
            ended_on=ended_on,
            reason=ClosingReason(closing_reason).label,
        )
        refresh_status(person_id)
    return closed


def people_out_of_touch(people: Collection[int]) -> list[Absence]:
    """Return who of the people is out of touch, and since when: one query."""
    rows = AbscondingEpisode.objects.filter(person__in=people, ended_on=None, superseded_at=None)
    return [
        Absence(person, PauseKind.ABSCONDED, began_on)
        for person, began_on in rows.values_list("person_id", "began_on")
    ]


def standing_from_absconding(person_id: int, today: date) -> set[Status]:
    """Return that the person has absconded: out of touch on the day, with a warrant out."""
    out_of_touch = AbscondingEpisode.objects.filter(
        person=person_id, ended_on=None, superseded_at=None, began_on__lte=today
    )
    wanted = Warrant.objects.filter(
        person=person_id, superseded_at=None, status=WarrantStatus.ACTIVE, issued_on__lte=today
    )
    return {Status.ABSCONDED} if out_of_touch.exists() and wanted.exists() else set()


def status_follows_warrant(happening: Happening) -> None:
    """Set the status of one out of touch anew when a warrant was recorded or closed."""
    person_id = happening.person_id
    if person_id is None:
        return
    if AbscondingEpisode.objects.filter(person=person_id, superseded_at=None).exists():
        refresh_status(person_id)


def _open_one(person_id: int) -> AbscondingEpisode:
    found = (
        AbscondingEpisode.objects.select_for_update()
        .filter(person=person_id, ended_on=None, superseded_at=None)
        .first()
    )
    if found is None:
        raise RefusedError(Objection("", "The person is not recorded as out of touch."))
    return found
