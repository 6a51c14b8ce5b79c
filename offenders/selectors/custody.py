"""Custody, movements, bond, conduct and parole of a person."""

from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from offenders.models import (
    Bond,
    CreditAward,
    CustodyPeriod,
    Facility,
    Forfeiture,
    Misconduct,
    Movement,
    ParoleRelease,
    Restoration,
)
from offenders.selectors.facts import Facts, facts_of
from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.scopes import in_scope


@dataclass(frozen=True, slots=True)
class Custody:
    """Everything on the page of custody."""

    stays: Facts
    movements: Facts
    bonds: Facts
    misconduct: Facts
    awards: Facts
    forfeitures: Facts
    restorations: Facts
    paroles: Facts


def custody_of(reading: Reading, person_id: int) -> Custody:
    """Return custody and what happened in it, each kind in one query."""
    return Custody(
        stays=stays_of(reading, person_id),
        movements=facts_of(
            reading,
            Movement,
            person_id,
            shown_by="kind",
            related=("facility",),
            order=("-occurred_on", "-pk"),
        ),
        bonds=facts_of(
            reading, Bond, person_id, shown_by="kind", related=("case",), order=("-set_on", "-pk")
        ),
        misconduct=facts_of(
            reading, Misconduct, person_id, shown_by="violated_on", order=("-violated_on", "-pk")
        ),
        awards=_on_sentences(reading, CreditAward, person_id, order="-awarded_on"),
        forfeitures=_on_sentences(reading, Forfeiture, person_id, order="-ordered_on"),
        restorations=_on_sentences(reading, Restoration, person_id, order="-ordered_on"),
        paroles=facts_of(
            reading, ParoleRelease, person_id, shown_by="released_on", order=("-released_on",)
        ),
    )


def stays_of(reading: Reading, person_id: int) -> Facts:
    """Return a person's times in custody, newest first."""
    return facts_of(
        reading,
        CustodyPeriod,
        person_id,
        shown_by="kind",
        related=("facility",),
        order=("-began_on", "-pk"),
    )


def open_stays(stays: Facts) -> tuple[Masked, ...]:
    """Return those from which no release is recorded."""
    return tuple(stay for stay in stays.standing if stay.ended_on is None)


def stay_for(reading: Reading, person_id: int, custody_id: int) -> Masked:
    """Return one stay of the person; 404 if it is another's or not open to the viewer."""
    stays = in_scope(reading.viewer, CustodyPeriod.objects.all(), person="person")
    if not reading.sees(CustodyPeriod, "kind"):
        stays = stays.none()
    stays = stays.select_related("facility")
    return reading.masked(get_object_or_404(stays, pk=custody_id, person_id=person_id))


def facility_choices() -> list[tuple[int, str]]:
    """Return the places that are open, by name, as choices of a form."""
    return [(place.pk, place.name) for place in Facility.objects.filter(is_open=True)]


def _on_sentences(
    reading: Reading,
    model: type[CreditAward] | type[Forfeiture] | type[Restoration],
    person_id: int,
    *,
    order: str,
) -> Facts:
    return facts_of(
        reading, model, person_id, shown_by="days", related=("sentence",), order=(order, "-pk")
    )
