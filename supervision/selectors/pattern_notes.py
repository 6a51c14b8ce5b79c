"""What offices say of the figures that compare them with others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from offenders.selectors.reading import Reading
from ots.access.models import Office
from supervision.models import PatternNote
from supervision.selectors.patterns import CellShown


@dataclass(frozen=True, slots=True)
class NoteShown:
    """What an office says, by whom and when."""

    office: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CellWithNotes:
    """A cell of the grid as the page shows it, with what its offices say of it."""

    shown: CellShown
    notes: tuple[NoteShown, ...]


def with_notes(cells: Iterable[CellShown]) -> list[CellWithNotes]:
    """Return the cells with what the offices shown in them say, the newest first: one query."""
    listed = list(cells)
    rows = list(
        PatternNote.objects.filter(cell__in=[each.key for each in listed]).select_related(
            "office", "said_by"
        )
    )
    return [
        CellWithNotes(
            cell,
            tuple(
                NoteShown(row.office.name, row.text, str(row.said_by), row.said_at)
                for row in rows
                if row.cell_id == cell.key and row.office.name in cell.office_names
            ),
        )
        for cell in listed
    ]


def own_figures(reading: Reading, cells: Iterable[CellShown]) -> list[tuple[str, str]]:
    """Return of which figures the viewer may say something: those of the own offices."""
    offices = list(Office.objects.filter(pk__in=reading.viewer.office_ids))
    return [
        (f"{cell.key}-{office.pk}", f"{cell.cell}: {office.name}")
        for cell in cells
        for office in offices
        if office.name in cell.office_names
    ]
