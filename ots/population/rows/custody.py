"""Rows of custody: stays, movements, misconduct, parole."""

from collections.abc import Sequence

from ots.population import tables
from ots.population.facts import Person, Release
from ots.population.rows.batch import NO_REASON, SOURCE, Batch


def add_custody(batch: Batch, person: int, made_up: Person, cases: Sequence[int]) -> None:
    """Add where the person was held and what happened there."""
    facilities = batch.references.facilities
    for stay in made_up.stays:
        batch.add_fact(
            tables.CUSTODY,
            person,
            stay.kind,
            facilities[stay.facility] if stay.facility else None,
            "",
            stay.began_on,
            stay.ended_on,
            stay.admission,
            stay.release,
            cases[stay.case] if stay.case is not None else None,
        )
    for move in made_up.moves:
        facility = facilities[move.facility] if move.facility else None
        batch.add_fact(tables.MOVEMENT, person, move.kind, move.on, facility, move.note)
    for ticket in made_up.tickets:
        batch.add_fact(
            tables.MISCONDUCT,
            person,
            ticket.violated_on,
            ticket.found_guilty_on,
            ticket.misconduct_class,
            ticket.description,
            ticket.disciplinary_time_days,
        )
    for release in made_up.releases:
        _add_release(batch, person, release)


def _add_release(batch: Batch, person: int, release: Release) -> None:
    key = batch.add_with_key(
        tables.PAROLE,
        person,
        batch.recorded_at,
        NO_REASON,
        SOURCE,
        release.on,
        release.term_months,
    )
    for violation in release.violations:
        batch.add_fact(
            tables.PAROLE_VIOLATION,
            person,
            key,
            violation.kind,
            violation.declared_on,
            violation.available_on,
        )
