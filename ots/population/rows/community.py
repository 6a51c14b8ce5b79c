"""Rows of life outside: homes, work, supervision, risk, process."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from offenders import choices
from ots.population import tables
from ots.population.facts import Assigned, Community, Supervised
from ots.population.rows.batch import Batch
from supervision.choices.level import LevelBasis
from supervision.choices.period import AssignmentRole, SupervisionLevel

STATE = "MI"
INSTRUMENT = "COMPAS"
EXTRADITION = "Statewide"


def add_community(batch: Batch, person: int, around: Community) -> None:
    """Add everything around the person that is not the sentence itself."""
    _add_home_and_work(batch, person, around)
    _add_supervision(batch, person, around)
    _add_process(batch, person, around)


def _add_home_and_work(batch: Batch, person: int, around: Community) -> None:
    for home in around.homes:
        batch.add_fact(
            tables.ADDRESS,
            person,
            choices.AddressKind.HOME,
            home.street,
            home.unit,
            home.city,
            STATE,
            home.postal_code,
            home.began_on,
            home.ended_on,
        )
    for phone in around.telephones:
        batch.add_fact(tables.PHONE, person, phone.kind, phone.number, phone.began_on)
    for job in around.jobs:
        batch.add_fact(
            tables.EMPLOYMENT,
            person,
            job.employer,
            job.occupation,
            job.hours_a_week,
            job.began_on,
            job.ended_on,
        )


def _add_supervision(batch: Batch, person: int, around: Community) -> None:
    for term in around.supervised:
        batch.add_fact(
            tables.SUPERVISION,
            person,
            term.type,
            term.began_on,
            term.expected_end_on,
            term.ended_on,
            term.termination_reason,
        )
    for level, began_on, ended_on in _levels(around.supervised):
        batch.add_fact(tables.LEVEL, person, level, LevelBasis.DEFAULT, began_on, ended_on)
    if around.assigned is not None:
        _add_assignment(batch, person, around.assigned)
    for scale in around.scales:
        batch.add_fact(
            tables.RISK,
            person,
            INSTRUMENT,
            scale.scale,
            scale.assessed_on,
            scale.score,
            scale.band,
        )


def _levels(
    terms: Sequence[Supervised],
) -> Iterator[tuple[SupervisionLevel, date, date | None]]:
    """One level at a time: a term's level ends where the next term begins."""
    in_order = sorted(terms, key=lambda term: term.began_on)
    for term, following in zip_longest(in_order, in_order[1:]):
        ends = [term.ended_on, following.began_on if following else None]
        ended_on = min((day for day in ends if day is not None), default=None)
        if term.level != SupervisionLevel.UNASSIGNED and ended_on != term.began_on:
            yield term.level, term.began_on, ended_on


def _add_assignment(batch: Batch, person: int, assigned: Assigned) -> None:
    references = batch.references
    batch.add_fact(
        tables.ASSIGNMENT,
        person,
        references.agent(assigned.office, assigned.draw),
        references.offices[assigned.office],
        AssignmentRole.PRIMARY,
        assigned.began_on,
    )


def _add_process(batch: Batch, person: int, around: Community) -> None:
    courts = batch.references.courts
    for warrant in around.warrants:
        served = warrant.served_on is not None
        batch.add_fact(
            tables.WARRANT,
            person,
            warrant.number,
            warrant.kind,
            choices.WarrantStatus.SERVED if served else choices.WarrantStatus.ACTIVE,
            courts[warrant.court] if warrant.court else None,
            warrant.issued_on,
            warrant.served_on,
            EXTRADITION,
            warrant.caution,
        )
    for hold in around.holds:
        batch.add_fact(
            tables.HOLD, person, hold.agency_name, hold.basis, hold.placed_on, hold.cleared_on
        )
    for detainer in around.detainers:
        batch.add_fact(
            tables.DETAINER,
            person,
            detainer.authority,
            detainer.number,
            detainer.charge_pending,
            detainer.lodged_on,
        )
    for order in around.orders:
        batch.add_fact(
            tables.ORDER,
            person,
            order.number,
            courts[order.court],
            order.protected_name,
            order.conditions,
            order.issued_on,
            order.served_on,
            order.expires_on,
        )
