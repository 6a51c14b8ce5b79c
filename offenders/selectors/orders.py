"""Warrants, holds, detainers and protective orders against or about a person."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from offenders import choices
from offenders.models import Detainer, Hold, ProtectiveOrder, Warrant
from offenders.selectors.facts import Facts, facts_of
from offenders.selectors.reading import Reading


@dataclass(frozen=True, slots=True)
class Orders:
    """Everything on the page of orders."""

    warrants: Facts
    holds: Facts
    detainers: Facts
    protective_orders: Facts


@dataclass(frozen=True, slots=True)
class Caution:
    """Something that everyone who opens the record must see first."""

    text: str
    tone: str


def orders_of(reading: Reading, person_id: int) -> Orders:
    """Return the orders of process, each kind in one query, newest first."""
    return Orders(
        warrants=facts_of(
            reading,
            Warrant,
            person_id,
            shown_by="number",
            related=("court", "case"),
            order=("-issued_on", "-pk"),
        ),
        holds=facts_of(
            reading,
            Hold,
            person_id,
            shown_by="basis",
            related=("agency",),
            order=("-placed_on", "-pk"),
        ),
        detainers=facts_of(
            reading, Detainer, person_id, shown_by="authority", order=("-lodged_on", "-pk")
        ),
        protective_orders=facts_of(
            reading,
            ProtectiveOrder,
            person_id,
            shown_by="number",
            related=("court",),
            order=("-issued_on", "-pk"),
        ),
    )


def cautions_of(reading: Reading, person_id: int, *, today: date) -> tuple[Caution, ...]:
    """Return what is in force on a day; nothing where the role excludes orders."""
    if not reading.sees(Warrant, "status"):
        return ()
    counted = (
        (_active_warrants(person_id), "active warrant", "bad"),
        (_open_holds(person_id), "hold", "warn"),
        (_open_detainers(person_id), "detainer", "warn"),
        (_orders_in_force(person_id, today), "protective order", "bad"),
    )
    return tuple(
        Caution(f"{number} {what}{'' if number == 1 else 's'}", tone)
        for number, what, tone in counted
        if number
    )


def _active_warrants(person_id: int) -> int:
    return Warrant.objects.filter(
        person_id=person_id, superseded_at=None, status=choices.WarrantStatus.ACTIVE
    ).count()


def _open_holds(person_id: int) -> int:
    return Hold.objects.filter(person_id=person_id, superseded_at=None, cleared_on=None).count()


def _open_detainers(person_id: int) -> int:
    return Detainer.objects.filter(person_id=person_id, superseded_at=None, lifted_on=None).count()


def _orders_in_force(person_id: int, today: date) -> int:
    return ProtectiveOrder.objects.filter(
        Q(expires_on=None) | Q(expires_on__gte=today), person_id=person_id, superseded_at=None
    ).count()
