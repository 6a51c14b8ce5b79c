"""Reading the keys of the reference data that the population names."""

from collections import defaultdict
from collections.abc import Mapping

from offenders.models import Court, Facility, Statute
from ots.access.models import Office
from ots.population.agents import agents_by_office
from ots.population.places import field_offices
from ots.population.reference_keys import References, StatuteKey


class ReferenceMissingError(Exception):
    """The record lacks reference data that the population names."""


def load_references() -> References:
    """Read the keys; raises ``ReferenceMissingError`` where an office has not been loaded."""
    offices = dict(Office.objects.filter(code__in=field_offices()).values_list("code", "pk"))
    missing = field_offices() - offices.keys()
    if missing:
        raise ReferenceMissingError(
            f"The offices [{', '.join(sorted(missing))}] are not in the record: run "
            "load_reference_data first."
        )
    return References(
        courts=dict(Court.objects.values_list("code", "pk")),
        facilities=dict(Facility.objects.values_list("code", "pk")),
        offices=offices,
        agents=agents_by_office(offices),
        statutes=_statutes(),
    )


def _statutes() -> Mapping[str, tuple[StatuteKey, ...]]:
    found: dict[str, list[StatuteKey]] = defaultdict(list)
    for pacc, since, until, key in Statute.objects.values_list("pacc", "since", "until", "pk"):
        found[pacc].append(StatuteKey(since, until, key))
    return {pacc: tuple(rows) for pacc, rows in found.items()}
