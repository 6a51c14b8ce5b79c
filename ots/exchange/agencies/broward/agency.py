"""Broward County as an agency that sends tables."""

from datetime import date

from ots.exchange.agencies.broward import intake, reconcile, schema
from ots.exchange.imports import Agency


def broward(today: date) -> Agency:
    """Return how the county's tables are loaded; facts after ``today`` are refused."""
    return Agency(
        name=schema.AGENCY,
        loaders=intake.loaders(today),
        prepare=intake.prepare_places,
        records_standing=reconcile.records_standing,
    )
