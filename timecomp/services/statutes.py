"""The code table of offences, filled from the law's own table."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction

from offenders.models import Statute
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record
from timecomp.law.offences import OffenceCode, all_offences

# Rows without a first day are as old as the law itself: the state's admission to the Union.
STATEHOOD = date(1837, 1, 26)
KEY = ("mcl", "pacc", "since")
# The code table's column is short; an attempt or conspiracy has the class of the crime aimed at.
SHORT_CLASSES = {"follows_target": "as target"}


@dataclass(frozen=True, slots=True)
class LoadedStatutes:
    """How many rows were new, corrected, and as they were."""

    new: int
    corrected: int
    unchanged: int


@transaction.atomic
def load_statutes(viewer: Viewer) -> LoadedStatutes:
    """Bring the code table to what the law's table says; a second time changes nothing."""
    known = {_key(row): row for row in Statute.objects.all()}
    new, corrected = [], []
    for wanted in map(_statute, all_offences()):
        standing = known.get(_key(wanted))
        if standing is None:
            new.append(wanted)
        elif _columns(standing) != _columns(wanted):
            wanted.pk = standing.pk
            corrected.append(wanted)
    Statute.objects.bulk_create(new)
    Statute.objects.bulk_update(corrected, _names())
    loaded = LoadedStatutes(
        len(new), len(corrected), len(all_offences()) - len(new) - len(corrected)
    )
    if new or corrected:
        record(
            Event.RECORDS_IMPORTED,
            actor=viewer.user,
            details={"table": "statutes", "new": loaded.new, "corrected": loaded.corrected},
        )
    return loaded


def _statute(row: OffenceCode) -> Statute:
    return Statute(
        mcl=row.mcl,
        pacc=row.pacc,
        title=row.title,
        category=row.category,
        offense_class=SHORT_CLASSES.get(row.offence_class, row.offence_class),
        maximum_months=row.maximum_months,
        maximum_days=row.maximum_days,
        is_life_maximum=row.is_life_maximum,
        is_misdemeanor=row.is_misdemeanor,
        # The computation reads the law's own table, where "not known" stays not known.
        is_assaultive=bool(row.is_assaultive),
        since=row.since or STATEHOOD,
        # The law's table holds the last day in force, the code table the first day after.
        until=row.until + timedelta(days=1) if row.until else None,
        citation=row.citation,
        standing=row.standing,
    )


def _key(row: Statute) -> tuple[object, ...]:
    return tuple(getattr(row, name) for name in KEY)


def _names() -> list[str]:
    return [field.name for field in Statute._meta.concrete_fields if not field.primary_key]


def _columns(row: Statute) -> list[object]:
    return [getattr(row, name) for name in _names()]
