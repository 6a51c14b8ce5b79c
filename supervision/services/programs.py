"""Referring to programs, moving a referral on, and recording sessions."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone

from offenders.services.facts import add_fact, correct_fact, write_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.scopes import in_scope, reaches
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from supervision.choices.program import SessionOutcome
from supervision.models import Program, ProgramSession, Referral, ReferralStep
from supervision.rules.participation import (
    ASKS_REASON,
    TAKING_PART,
    State,
    StepError,
    check_step,
)
from supervision.services.obligations import note_done, withdraw_done

CAME = frozenset({SessionOutcome.ATTENDED, SessionOutcome.LATE})


@dataclass(frozen=True, slots=True)
class ReferralEntry:
    """Which program, what for, and whether it is recommended or already asked of the provider."""

    program_id: int
    state: str
    on: date
    need: str = ""
    is_ordered: bool = False
    target_hours: Decimal | None = None


@dataclass(frozen=True, slots=True)
class StepEntry:
    """Where the referral goes from here, when and why."""

    state: str
    on: date
    why: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class SessionEntry:
    """How a session went."""

    held_on: date
    outcome: str
    minutes: int = 0
    note: str = ""


def refer(
    viewer: Viewer, person_id: int, *, entry: ReferralEntry, token: UUID | None = None
) -> Referral:
    """Refer the person to a program."""
    viewer.require(Permission.PROGRAM_RECORD)
    return once(token, Event.PROGRAM_REFERRED, Referral, lambda: _refer(viewer, person_id, entry))


def _refer(viewer: Viewer, person_id: int, entry: ReferralEntry) -> Referral:
    program = get_object_or_404(Program, pk=entry.program_id, is_active=True)
    made = add_fact(
        viewer,
        Referral,
        person_id=person_id,
        event=Event.PROGRAM_REFERRED,
        program=program,
        need=entry.need,
        is_ordered=entry.is_ordered,
        target_hours=entry.target_hours or program.target_hours,
        started_on=entry.on,
    )
    _write_step(viewer, made, StepEntry(entry.state, entry.on), after=None)
    return made


@transaction.atomic
def take_step(
    viewer: Viewer, person_id: int, referral_id: int, *, entry: StepEntry
) -> ReferralStep:
    """Move a referral on to a state that may follow, with its reason where one is asked."""
    viewer.require(Permission.PROGRAM_RECORD)
    referral = referral_for(viewer, person_id, referral_id)
    last = referral.steps.select_for_update().order_by("position").last()
    if last is not None and entry.on < last.on:
        raise RefusedError(Objection("on", f"The last step was on [{last.on}]: not before that."))
    made = _write_step(viewer, referral, entry, after=last)
    record(Event.PROGRAM_STEP_TAKEN, actor=viewer.user, target=made, person_id=person_id)
    return made


def _write_step(
    viewer: Viewer, referral: Referral, entry: StepEntry, *, after: ReferralStep | None
) -> ReferralStep:
    state = State(entry.state)
    try:
        check_step(State(after.state) if after else None, state)
    except StepError as wrong:
        raise RefusedError(Objection("state", str(wrong))) from wrong
    if state in ASKS_REASON and not entry.why:
        raise RefusedError(Objection("why", "Say why: it is counted later."))
    if entry.on > timezone.localdate():
        raise RefusedError(Objection("on", "That is still to come."))
    return write_fact(
        viewer,
        ReferralStep,
        person_id=referral.person_id,
        event=Event.PROGRAM_STEP_TAKEN,
        referral=referral,
        position=after.position + 1 if after else 1,
        before=after.state if after else "",
        state=state.value,
        on=entry.on,
        why=entry.why,
        note=entry.note,
    )


@transaction.atomic
def record_session(
    viewer: Viewer, person_id: int, referral_id: int, *, entry: SessionEntry
) -> ProgramSession:
    """Record a session; entered again for a day, it stands in place of what was entered."""
    viewer.require(Permission.PROGRAM_RECORD)
    referral = referral_for(viewer, person_id, referral_id)
    _check_session(referral, entry)
    values: dict[str, object] = asdict(entry)
    old = referral.sessions.filter(held_on=entry.held_on, superseded_at__isnull=True).first()
    event = Event.SESSION_RECORDED
    if old is None:
        values["referral"] = referral
        made = add_fact(viewer, ProgramSession, person_id=person_id, event=event, **values)
    else:
        withdraw_done(source=old)
        why = "Entered again"
        made = correct_fact(viewer, old, person_id=person_id, reason=why, event=event, **values)
    if entry.outcome in CAME:
        note_done(person_id=person_id, kind="session", on=entry.held_on, source=made)
    _begin_attending(viewer, referral, entry)
    return made


def _check_session(referral: Referral, entry: SessionEntry) -> None:
    last = referral.steps.order_by("position").last()
    if last is None or State(last.state) not in TAKING_PART:
        raise RefusedError(Objection("outcome", "The person does not take part now: enroll first."))
    if entry.held_on > timezone.localdate():
        raise RefusedError(Objection("held_on", "That is still to come."))
    if entry.minutes and entry.outcome not in CAME:
        raise RefusedError(Objection("minutes", "Who was absent has no minutes."))


def _begin_attending(viewer: Viewer, referral: Referral, entry: SessionEntry) -> None:
    """Who came for the first time attends from then on."""
    last = referral.steps.order_by("position").last()
    if last is None or last.state != State.ENROLLED or entry.outcome not in CAME:
        return
    on = max(entry.held_on, last.on)
    _write_step(viewer, referral, StepEntry(State.ATTENDING, on), after=last)


@transaction.atomic
def record_list(
    viewer: Viewer, program_id: int, *, entries: Iterable[tuple[int, int, SessionEntry]]
) -> int:
    """Record one session of many: person, referral and how it went; returns how many."""
    count = 0
    for person_id, referral_id, entry in entries:
        if referral_for(viewer, person_id, referral_id).program_id != program_id:
            raise NotAllowedError(f"Referral [{referral_id}] is of another program.")
        record_session(viewer, person_id, referral_id, entry=entry)
        count += 1
    return count


def referral_for(viewer: Viewer, person_id: int, referral_id: int) -> Referral:
    """Return a referral that the viewer may see; 404 where there is none such."""
    if not reaches(viewer, person_id):
        raise NotAllowedError(f"Person [{person_id}] is not in the reach of [{viewer}].")
    rows = in_scope(viewer, Referral.objects.filter(superseded_at__isnull=True), person="person")
    return get_object_or_404(rows, pk=referral_id, person_id=person_id)
