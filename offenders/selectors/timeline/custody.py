"""Custody, movements, bond, conduct, credits and parole on a timeline."""

from collections.abc import Iterator

from offenders import choices
from offenders.models import (
    Bond,
    CreditAward,
    CustodyPeriod,
    Forfeiture,
    Misconduct,
    Movement,
    ParoleRelease,
    ParoleViolation,
    Restoration,
    TimeOrder,
)
from offenders.selectors.reading import Reading
from offenders.selectors.timeline.event import Source, TimelineEvent, TimelineKind, joined
from ots.access.fields import row_is_open

CUSTODY = TimelineKind.CUSTODY
CONDUCT = TimelineKind.CONDUCT

# Movements that only repeat where a stay begins or ends.
_AT_THE_DOOR = frozenset(
    {
        choices.MovementKind.BOOKING,
        choices.MovementKind.ADMISSION,
        choices.MovementKind.RELEASE,
        choices.MovementKind.PAROLE,
        choices.MovementKind.ESCAPE,
    }
)


_WORDS = {
    choices.CustodyKind.JAIL.value: ("Entered jail", "Left jail"),
    choices.CustodyKind.PRISON.value: ("Entered prison", "Left prison"),
    choices.CustodyKind.ESCAPE.value: ("Escaped", "Escape ended"),
}


def _began_and_ended(stay: CustodyPeriod) -> tuple[str, str]:
    kind = stay.get_kind_display()
    return (f"{kind} began", f"{kind} ended")


def stays_and_movements(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield where stays begin and end, and the movements between."""
    if not reading.sees(CustodyPeriod, "kind"):
        return
    stays = CustodyPeriod.objects.filter(person_id=person_id, superseded_at=None)
    doors = set()
    for stay in stays.select_related("facility"):
        began, ended = _WORDS.get(stay.kind, _began_and_ended(stay))
        place = str(stay.facility or "")
        text = joined(place, stay.admission_reason)
        doors.add(stay.began_on)
        yield TimelineEvent(stay.began_on, CUSTODY, began, text)
        if stay.ended_on is not None:
            doors.add(stay.ended_on)
            text = joined(place, stay.release_reason)
            yield TimelineEvent(stay.ended_on, CUSTODY, ended, text)
    movements = Movement.objects.filter(person_id=person_id, superseded_at=None)
    for move in movements.select_related("facility"):
        if move.kind in _AT_THE_DOOR and move.occurred_on in doors:
            continue
        text = joined(move.facility, move.note)
        yield TimelineEvent(move.occurred_on, CUSTODY, move.get_kind_display(), text)


def bonds(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield bond set, posted and revoked."""
    if not reading.sees(Bond, "kind"):
        return
    for bond in Bond.objects.filter(person_id=person_id, superseded_at=None):
        amount = f"${bond.amount_cents / 100:,.2f}" if bond.amount_cents else ""
        text = joined(bond.get_kind_display(), amount)
        yield TimelineEvent(bond.set_on, CUSTODY, "Bond set", text)
        if bond.posted_on is not None:
            yield TimelineEvent(bond.posted_on, CUSTODY, "Bond posted", text)
        if bond.revoked_on is not None:
            yield TimelineEvent(bond.revoked_on, CUSTODY, "Bond revoked", text)


def misconduct(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield findings of guilt on misconduct tickets."""
    if not reading.sees(Misconduct, "violated_on"):
        return
    for ticket in Misconduct.objects.filter(person_id=person_id, superseded_at=None):
        heading = f"Misconduct, {ticket.get_misconduct_class_display()}"
        yield TimelineEvent(ticket.found_guilty_on, CONDUCT, heading, ticket.description)


def credits_(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield credit awarded, taken away and given back."""
    if not reading.sees(CreditAward, "days"):
        return
    of = {"person_id": person_id, "superseded_at": None}
    for award in CreditAward.objects.filter(**of).select_related("sentence"):
        text = f"{award.days} days on sentence {award.sentence.label}"
        yield TimelineEvent(award.awarded_on, CONDUCT, award.get_kind_display(), text)
    for loss in Forfeiture.objects.filter(**of).select_related("sentence"):
        text = f"{loss.days} days on sentence {loss.sentence.label}"
        yield TimelineEvent(loss.ordered_on, CONDUCT, "Credit forfeited", text)
    for back in Restoration.objects.filter(**of).select_related("sentence"):
        text = f"{back.days} days on sentence {back.sentence.label}"
        yield TimelineEvent(back.ordered_on, CONDUCT, "Credit restored", text)


def parole(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield releases on parole and violations."""
    if not reading.sees(ParoleRelease, "released_on"):
        return
    for release in ParoleRelease.objects.filter(person_id=person_id, superseded_at=None):
        text = f"for {release.term_months} months"
        kind = TimelineKind.PAROLE
        yield TimelineEvent(release.released_on, kind, "Released on parole", text)
    for violation in ParoleViolation.objects.filter(person_id=person_id, superseded_at=None):
        text = violation.get_kind_display()
        heading = "Parole violation declared"
        yield TimelineEvent(violation.declared_on, TimelineKind.PAROLE, heading, text)


def time_orders(reading: Reading, person_id: int) -> Iterator[TimelineEvent]:
    """Yield orders on the person's time; those that tell of health to whom they are open."""
    if not reading.sees(TimeOrder, "kind"):
        return
    orders = TimeOrder.objects.filter(person_id=person_id, superseded_at=None)
    for order in orders.select_related("sentence"):
        if row_is_open(reading.viewer, order):
            text = f"sentence {order.sentence.label}" if order.sentence else ""
            heading = order.get_kind_display()
            yield TimelineEvent(order.made_on, TimelineKind.PAROLE, heading, text)


SOURCES = (
    Source(CUSTODY, stays_and_movements),
    Source(CUSTODY, bonds),
    Source(CONDUCT, misconduct),
    Source(CONDUCT, credits_),
    Source(TimelineKind.PAROLE, parole),
    Source(TimelineKind.PAROLE, time_orders),
)
