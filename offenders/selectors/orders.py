"""Warrants, holds, detainers and protective orders against or about a person."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from django.db.models import Model, Q, QuerySet, Value

from offenders import choices
from offenders.models import Detainer, Hold, ProtectiveOrder, Warrant
from offenders.selectors.facts import Facts, facts_of
from offenders.selectors.reading import Reading

Row = TypeVar("Row", bound=Model)


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
    """Return what is in force on a day, in one query; nothing where the role excludes orders."""
    if not reading.sees(Warrant, "status"):
        return ()
    counted = Counter(_in_force(person_id, today))
    return tuple(
        Caution(f"{counted[what]} {what}{'' if counted[what] == 1 else 's'}", tone)
        for what, tone in _TONES.items()
        if counted[what]
    )


_WARRANT, _HOLD, _DETAINER, _ORDER = "active warrant", "hold", "detainer", "protective order"
_TONES = {_WARRANT: "bad", _HOLD: "warn", _DETAINER: "warn", _ORDER: "bad"}


def _in_force(person_id: int, today: date) -> list[str]:
    standing = Q(person_id=person_id, superseded_at=None)
    orders = ProtectiveOrder.objects.filter(standing, Q(expires_on=None) | Q(expires_on__gte=today))
    named = [
        _named(Warrant.objects.filter(standing, status=choices.WarrantStatus.ACTIVE), _WARRANT),
        _named(Hold.objects.filter(standing, cleared_on=None), _HOLD),
        _named(Detainer.objects.filter(standing, lifted_on=None), _DETAINER),
        _named(orders, _ORDER),
    ]
    return [str(what) for (what,) in named[0].union(*named[1:], all=True)]


def _named(rows: QuerySet[Row], what: str) -> QuerySet[Row, tuple[str]]:
    return rows.order_by().values_list(Value(what))
