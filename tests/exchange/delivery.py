"""A delivery of the county's six files, small enough to read, and its import."""

import csv
import gzip
from collections.abc import Callable
from datetime import date
from pathlib import Path

from ots.access.viewer import system_viewer
from ots.exchange.agencies.broward.agency import broward
from ots.exchange.agencies.broward.schema import TABLES
from ots.exchange.imports import ImportResult, run_import

TODAY = date(2026, 3, 2)

# A row of each table with nothing wrong with it; tests name what differs.
SOUND = {
    "people": {
        "person_key": "P1",
        "last_name": "Santiago",
        "first_name": "Brianna",
        "suffix": "",
        "sex": "Female",
        "race": "Caucasian",
        "date_of_birth": "1984-07-03",
        "age": "31",
        "age_category": "25 - 45",
        "juvenile_felonies": "0",
        "juvenile_misdemeanors": "1",
        "juvenile_other": "0",
        "priors": "2",
        "reoffended": "0",
        "reoffended_violently": "0",
        "later_cases": "",
    },
    "arrests": {
        "arrest_key": "A1",
        "person_key": "P1",
        "case_key": "BC1",
        "case_filing_year": "2013",
        "court_type": "CF",
        "role": "index",
        "offense_date": "2013-06-10",
        "arrest_date": "",
        "jail_in": "2013-06-11",
        "jail_out": "2013-06-14",
        "days_screening_to_arrest": "-1",
        "days_case_to_screening": "1",
        "days_arrest_from_offense": "",
    },
    "charges": {
        "charge_key": "C1",
        "arrest_key": "A1",
        "person_key": "P1",
        "case_key": "BC1",
        "role": "index",
        "degree": "(F3)",
        "description": "Battery",
        "offense_date": "2013-06-10",
    },
    "jail_stays": {
        "stay_key": "J1",
        "person_key": "P1",
        "in_custody": "2013-06-11",
        "out_custody": "2013-06-14",
    },
    "prison_stays": {
        "stay_key": "R1",
        "person_key": "P1",
        "in_custody": "2014-01-02",
        "out_custody": "2014-12-30",
    },
    "assessments": {
        "assessment_key": "S1",
        "person_key": "P1",
        "instrument": "COMPAS",
        "scale": "Risk of Violence",
        "screening_date": "2013-06-12",
        "decile": "4",
        "band": "Low",
    },
}

Rows = list[dict[str, str]]


class Delivery:
    """The folder of files: one sound row in each, and what a test adds."""

    def __init__(self, folder: Path) -> None:
        """Begin with one person and everything about her."""
        self.folder = folder
        self.rows: dict[str, Rows] = {name: [dict(row)] for name, row in SOUND.items()}
        self.write()

    def add(self, table: str, **cells: str) -> None:
        """Add a row that is sound but for the cells named."""
        self.rows[table].append({**SOUND[table], **cells})
        self.write()

    def change(self, table: str, **cells: str) -> None:
        """Change the first row."""
        self.rows[table][0].update(cells)
        self.write()

    def empty(self, *tables: str) -> None:
        """Leave only the header in the files."""
        for table in tables:
            self.rows[table] = []
        self.write()

    def write(self) -> None:
        """Write all six files."""
        for table in TABLES:
            with (self.folder / f"{table.name}.csv").open("w", newline="") as file:
                writer = csv.DictWriter(file, table.columns, lineterminator="\n")
                writer.writeheader()
                writer.writerows(self.rows[table.name])

    def path(self, table: str) -> Path:
        """Return the file of a table."""
        return self.folder / f"{table}.csv"

    def pack(self, table: str) -> Path:
        """Turn a file into its gzip form."""
        packed = self.folder / f"{table}.csv.gz"
        packed.write_bytes(gzip.compress(self.path(table).read_bytes()))
        self.path(table).unlink()
        return packed

    def load(
        self,
        *,
        batch_rows: int = 1000,
        progress: Callable[[str, int, int], None] = lambda file, done, total: None,
    ) -> ImportResult:
        """Import the folder."""
        return run_import(
            system_viewer("a test"),
            broward(TODAY),
            self.folder,
            batch_rows=batch_rows,
            progress=progress,
        )
