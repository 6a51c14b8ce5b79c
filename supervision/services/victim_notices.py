"""Victims of a person, what they are to be told, and what came of telling them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from offenders.choices import CustodyKind, MovementKind
from offenders.models import CustodyPeriod, Movement
from offenders.services.facts import check_person, correct_fact, write_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import Happening, record
from supervision.choices.victim_notice import SETTLING, NoticeTrigger
from supervision.models import (
    NoticeAttempt,
    NoticeRule,
    Proceeding,
    ProceedingStep,
    ProtectedVictim,
    VictimNotice,
    VictimParticulars,
)
from supervision.models.dated import in_force_on
from supervision.rules.person_facts import Kind
from supervision.rules.policy import NEWS_TO_VICTIMS
from supervision.rules.proceeding import Move

# Events of the record that a victim is always told of.
TRIGGER_OF: Mapping[Event, NoticeTrigger] = {
    Event.CUSTODY_ENDED: NoticeTrigger.RELEASE,
    Event.PAROLE_GRANTED: NoticeTrigger.PAROLE_DECISION,
    Event.ABSCONDING_OPENED: NoticeTrigger.ABSCONDED,
}
# Events of which a victim is told by what they are about.
TOLD_BY_KIND = (Event.CUSTODY_RECORDED, Event.MOVEMENT_RECORDED, Event.PROCEEDING_STEPPED)
TRIGGER_OF_MOVEMENT: Mapping[str, NoticeTrigger] = {
    MovementKind.ESCAPE: NoticeTrigger.ESCAPE,
    MovementKind.TRANSFER: NoticeTrigger.TRANSFER,
    MovementKind.DEATH: NoticeTrigger.DEATH,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VictimEntry:
    """Who the victim is and how to reach him or her."""

    name: str
    channel: str
    preferred_name: str = ""
    language: str = ""
    wants_notice: bool = True
    street: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    phone: str = ""
    email: str = ""
    safety_note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptEntry:
    """One attempt to deliver a notice."""

    made_at: datetime
    channel: str
    result: str
    note: str = ""


def record_victim(
    viewer: Viewer, person_id: int, entry: VictimEntry, *, token: UUID | None = None
) -> ProtectedVictim:
    """Record a victim of the person."""
    viewer.require(Permission.VICTIM_NOTIFY)
    check_person(viewer, person_id)

    def write() -> ProtectedVictim:
        made = ProtectedVictim.objects.create(person_id=person_id)
        write_fact(
            viewer,
            VictimParticulars,
            person_id=person_id,
            event=Event.VICTIM_RECORDED,
            victim=made,
            **_columns(entry),
        )
        record(Event.VICTIM_RECORDED, actor=viewer.user, target=made, person_id=person_id)
        return made

    return once(token, Event.VICTIM_RECORDED, ProtectedVictim, write)


def correct_victim(
    viewer: Viewer, victim_id: int, entry: VictimEntry, *, reason: str
) -> VictimParticulars:
    """Record what changed of a victim; the earlier particulars stay in the history."""
    viewer.require(Permission.VICTIM_NOTIFY)
    victim = ProtectedVictim.objects.get(pk=victim_id)
    old = VictimParticulars.objects.get(victim=victim, superseded_at=None)
    return correct_fact(
        viewer,
        old,
        person_id=victim.person_id,
        reason=reason,
        event=Event.VICTIM_RECORDED,
        **_columns(entry),
    )


@transaction.atomic
def make_notices_due(person_id: int, trigger: str, *, on: date) -> int:
    """Make a notice due to each victim who wants to be told; return how many, each event once."""
    rule = NoticeRule.objects.filter(in_force_on(on), trigger=trigger).order_by("-since").first()
    if rule is None:
        return 0
    victims = ProtectedVictim.objects.filter(
        person=person_id, particulars__superseded_at=None, particulars__wants_notice=True
    )
    told = set(
        VictimNotice.objects.filter(person=person_id, trigger=trigger, event_on=on).values_list(
            "victim", flat=True
        )
    )
    made = [_notice(person_id, victim, rule, on) for victim in victims if victim.pk not in told]
    for each in made:
        each.save()
        record(Event.VICTIM_NOTICE_DUE, actor=None, target=each, person_id=person_id)
    return len(made)


def record_attempt(viewer: Viewer, notice_id: int, entry: AttemptEntry) -> NoticeAttempt:
    """Record an attempt; one that reached, or was declined, settles the notice."""
    viewer.require(Permission.VICTIM_NOTIFY)
    notice = VictimNotice.objects.get(pk=notice_id)
    check_person(viewer, notice.person_id)
    if entry.made_at > timezone.now():
        raise RefusedError(Objection("made_at", "This cannot be at a time still to come."))
    with transaction.atomic():
        made = NoticeAttempt.objects.create(
            notice=notice,
            made_by=viewer.user,
            made_at=entry.made_at,
            channel=entry.channel,
            result=entry.result,
            note=entry.note,
        )
        record(
            Event.VICTIM_NOTICE_TRIED,
            actor=viewer.user,
            target=made,
            person_id=notice.person_id,
            details={"settled": entry.result in SETTLING},
        )
    return made


def unsettled(notices: QuerySet[VictimNotice]) -> QuerySet[VictimNotice]:
    """Keep the notices that no attempt has settled."""
    settling = NoticeAttempt.objects.filter(notice=OuterRef("pk"), result__in=SETTLING)
    return notices.filter(~Exists(settling))


def unmet_before_carrying_out(person_id: int) -> int:
    """Return how many notices have to be settled before anything is carried out."""
    return unsettled(VictimNotice.objects.filter(person=person_id, blocks=True)).count()


def notices_follow(happening: Happening) -> None:
    """Make notices due when the record tells of something that victims are told of."""
    trigger = trigger_of(happening)
    if happening.person_id is not None and trigger is not None:
        make_notices_due(happening.person_id, trigger, on=timezone.localdate())


def trigger_of(happening: Happening) -> NoticeTrigger | None:
    """Return of what a victim is told when this happens; nothing for most of what does."""
    if happening.event in TRIGGER_OF:
        return TRIGGER_OF[happening.event]
    match happening.target:
        case CustodyPeriod(kind=CustodyKind.ESCAPE, began_on=day) if _is_news(day):
            return NoticeTrigger.ESCAPE
        case Movement(kind=kind, occurred_on=day) if _is_news(day):
            return TRIGGER_OF_MOVEMENT.get(kind)
        case ProceedingStep(move=Move.SET_HEARING, proceeding=Proceeding(kind=Kind.PAROLE)):
            return NoticeTrigger.PAROLE_HEARING
    return None


def _is_news(day: date) -> bool:
    """Say whether something of the day is not long past, as when an old record is entered."""
    today = timezone.localdate()
    return (today - day).days <= NEWS_TO_VICTIMS.on(today).amount


def _notice(person_id: int, victim: ProtectedVictim, rule: NoticeRule, on: date) -> VictimNotice:
    return VictimNotice(
        person_id=person_id,
        victim=victim,
        trigger=rule.trigger,
        event_on=on,
        due_on=on + timedelta(days=rule.within_days),
        blocks=rule.blocks,
        citation=rule.citation,
        standing=rule.standing,
    )


def _columns(entry: VictimEntry) -> dict[str, object]:
    return {name: getattr(entry, name) for name in entry.__slots__}
