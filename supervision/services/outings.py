"""Agents out on visits: leaving, coming back, the word for danger, and who is told of an alarm."""

import hmac
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from guardian.shortcuts import get_users_with_perms

from offenders.services.facts import check_person
from offenders.services.refusals import Objection, RefusedError
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from ots.core.sealing import UnsealError, seal, unseal
from supervision.choices.message import Channel, MessageKind
from supervision.choices.safety import AlarmStep
from supervision.models import DuressWord, EscalationEntry, Outing, OutingAlarm
from supervision.rules.visits import Step, steps_due
from supervision.services.outbox import Letter, put_in_outbox

SHORTEST_WORD = 3
ALREADY_OUT = "You are out already: say first that you are back."


@dataclass(frozen=True, slots=True)
class Leaving:
    """Whom the agent visits, how long that takes, and with whom and what car."""

    people: tuple[int, ...]
    minutes: int
    partner: str = ""
    vehicle: str = ""


@transaction.atomic
def leave(viewer: Viewer, leaving: Leaving, *, now: datetime | None = None) -> Outing:
    """Record that the agent leaves; the server reckons when he or she is due back."""
    viewer.require(Permission.VISIT_RECORD)
    agent = _agent(viewer)
    if Outing.objects.filter(agent=agent, back_at=None).exists():
        raise RefusedError(Objection("", ALREADY_OUT))
    for person_id in leaving.people:
        check_person(viewer, person_id)
    left_at = now or timezone.now()
    outing = Outing.objects.create(
        agent=agent,
        left_at=left_at,
        due_back_at=left_at + timedelta(minutes=leaving.minutes),
        partner=leaving.partner,
        vehicle=leaving.vehicle,
    )
    outing.people.set(leaving.people)
    record(Event.VISITS_LEFT, actor=viewer.user, target=outing)
    return outing


@transaction.atomic
def come_back(viewer: Viewer, word: str, *, now: datetime | None = None) -> Outing | None:
    """Record that the agent is back, with the word that was typed.

    The word for danger closes nothing: it looks the same to whoever stands by, and the alarm goes
    out at once. Nothing where the agent is not out.
    """
    viewer.require(Permission.VISIT_RECORD)
    agent, at = _agent(viewer), now or timezone.now()
    outing = Outing.objects.select_for_update().filter(agent=agent, back_at=None).first()
    if outing is None:
        return None
    outing.was_duress = outing.was_duress or _means_danger(agent, word)
    if outing.was_duress:
        raise_alarm(outing, AlarmStep.DURESS, at=at)
    else:
        outing.back_at = at
    outing.save(update_fields=["back_at", "was_duress"])
    if not outing.was_duress:
        record(Event.VISITS_BACK, actor=viewer.user, target=outing)
    return outing


@transaction.atomic
def stay_longer(viewer: Viewer, minutes: int) -> Outing | None:
    """Move the time of coming back; the alarms count from the new time."""
    outing = Outing.objects.select_for_update().filter(agent=_agent(viewer), back_at=None).first()
    if outing is None:
        return None
    outing.due_back_at = max(outing.due_back_at, timezone.now()) + timedelta(minutes=minutes)
    outing.save(update_fields=["due_back_at"])
    return outing


@transaction.atomic
def agree_on_word(viewer: Viewer, word: str) -> None:
    """Keep the innocuous word that means danger, sealed."""
    plain = _plain(word)
    if len(plain) < SHORTEST_WORD:
        raise RefusedError(
            Objection("word", "Take a word of three letters or more that nobody wonders about.")
        )
    user = _agent(viewer)
    DuressWord.objects.update_or_create(
        user=user,
        defaults={"sealed": seal(plain, about=_about(user)), "agreed_on": timezone.localdate()},
    )
    record(Event.DURESS_AGREED, actor=user, target=user)


@transaction.atomic
def see_alarms(viewer: Viewer, outing: Outing) -> None:
    """Record who takes the alarms of an outing up."""
    for alarm in outing.alarms.filter(seen_at=None).select_for_update():
        alarm.seen_by, alarm.seen_at = viewer.user, timezone.now()
        alarm.save(update_fields=["seen_by", "seen_at"])
        record(Event.ALARM_SEEN, actor=viewer.user, target=alarm)


@transaction.atomic
def end_by_supervisor(viewer: Viewer, outing: Outing) -> None:
    """Close the outing of an agent who was found safe."""
    if outing.back_at is None:
        outing.back_at = timezone.now()
        outing.save(update_fields=["back_at"])
        record(Event.VISITS_BACK, actor=viewer.user, target=outing)


def call_out_overdue(now: datetime) -> int:
    """Raise the alarms that are due at the moment; each step of an outing once. How many."""
    raised = 0
    open_ones = Outing.objects.filter(back_at=None, due_back_at__lt=now)
    for outing in open_ones.select_related("agent"):
        for step in steps_due(outing.due_back_at, now):
            raised += raise_alarm(outing, AlarmStep(step.value), at=now)
    return raised


@transaction.atomic
def raise_alarm(outing: Outing, step: AlarmStep, *, at: datetime) -> bool:
    """Raise one step and tell those whom it is for; false where it was raised before."""
    alarm, is_new = OutingAlarm.objects.get_or_create(
        outing=outing, step=step, defaults={"raised_at": at}
    )
    if not is_new:
        return False
    kind = MessageKind.DURESS if step == AlarmStep.DURESS else MessageKind.OVERDUE_VISIT
    text = _told(outing, step)
    for channel, to, user in _to_tell(outing.agent, step):
        letter = Letter(
            kind=kind,
            about=f"alarm {alarm.pk}",
            channel=channel,
            to=to,
            subject="Agent overdue" if kind == MessageKind.OVERDUE_VISIT else "Agent in danger",
            body=text,
            event_at=at,
            send_at=at,
            user=user,
        )
        put_in_outbox([letter])
    record(Event.VISITS_ALARM, actor=None, target=alarm, details={"step": step.value})
    return True


def supervisors_of(agent: User) -> list[User]:
    """Return those who supervise the agent's office."""
    if agent.office is None:
        return []
    found = get_users_with_perms(agent.office, only_with_perms_in=["supervise_office"])
    keys = [user.pk for user in found if isinstance(user, User)]
    return list(User.objects.filter(pk__in=keys, is_active=True).exclude(pk=agent.pk))


def _to_tell(agent: User, step: AlarmStep) -> Iterable[tuple[str, str, User | None]]:
    for user in supervisors_of(agent):
        if user.email:
            yield Channel.EMAIL, user.email, user
    if step.value == Step.SUPERVISOR or agent.office is None:
        return
    for entry in EscalationEntry.objects.filter(office=agent.office, is_active=True):
        if entry.email:
            yield Channel.EMAIL, entry.email, None
        if entry.phone:
            yield Channel.SMS, entry.phone, None


def _told(outing: Outing, step: AlarmStep) -> str:
    # Names nobody under supervision: messages leave the system.
    due = timezone.localtime(outing.due_back_at).strftime("%I:%M %p").lstrip("0")
    what = {
        AlarmStep.DURESS: "gave the word for danger. Do not call back: send help.",
        AlarmStep.POLICE: f"was due back at {due}. Call the police now.",
    }.get(step, f"was due back at {due} and has not called in. Call now.")
    return f"{outing.agent.get_full_name() or outing.agent} {what} Open Visits in OTS."


def _means_danger(agent: User, word: str) -> bool:
    agreed = DuressWord.objects.filter(user=agent).first()
    if agreed is None:
        return False
    try:
        plain = unseal(agreed.sealed, about=_about(agent))
    except UnsealError:
        return False
    return any(
        hmac.compare_digest(plain.encode(), _plain(each).encode()) for each in (word, *word.split())
    )


def _plain(word: str) -> str:
    return unicodedata.normalize("NFKC", word).casefold().strip(" .!?,")


def _about(user: User) -> str:
    return f"word of user {user.pk}"


def _agent(viewer: Viewer) -> User:
    if viewer.user is None:
        raise RefusedError(Objection("", "Only a member of staff leaves for visits."))
    return viewer.user
