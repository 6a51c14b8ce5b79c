"""A small export of the national system: its files, and the command that loads them."""

import csv
import json
from io import StringIO
from pathlib import Path
from xml.sax.saxutils import escape

from django.core.management import call_command

from ots.exchange.tables import Table

CASE = {
    "case_number": "10001",
    "sending_state": "MI",
    "receiving_state": "OH",
    "supervision_type": "Parole",
    "supervision_end_date": "2030-05-01",
    "sex_offender": "no",
    "opened_on": "2026-05-01",
    "last_name": "Doe",
    "first_name": "Dana",
    "birth_date": "1988-03-05",
    "sid": "MI1234567X",
    "sid_state": "MI",
}
STORY = (
    ("A1", "TREQ", "MI", "2026-05-04T09:00", {"reason": "resident", "complete": "yes"}),
    ("A2", "TREP", "OH", "2026-06-10T10:00", {"decision": "accept", "report_on": "2026-06-24"}),
    ("A3", "NOD", "MI", "2026-06-22T08:00", {}),
    ("A4", "NOA", "OH", "2026-06-24T15:00", {}),
)


def activity(
    number: str, kind: str, state: str, at: str, details: dict[str, str]
) -> dict[str, str]:
    return {
        "activity_number": number,
        "case_number": "10001",
        "activity": kind,
        "from_state": state,
        "transmitted_at": at,
        "details": json.dumps(details),
    }


ROWS = [activity(*each) for each in STORY]


def as_csv(path: Path, table: Table, rows: list[dict[str, str]]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, table.columns)
        writer.writeheader()
        writer.writerows(rows)
    return path


def as_xml(path: Path, rows: list[dict[str, str]], *, start: str = "") -> Path:
    def cell(name: str, value: str) -> str:
        if name != "details":
            return f"<{name}>{escape(value)}</{name}>"
        parts = json.loads(value).items()
        said = "".join(f'<detail name="{key}">{escape(text)}</detail>' for key, text in parts)
        return f"<details>{said}</details>"

    body = "\n".join(
        "<row>" + "".join(cell(*each) for each in row.items()) + "</row>" for row in rows
    )
    path.write_text(f'<?xml version="1.0"?>{start}<rows>\n{body}\n</rows>', encoding="utf-8")
    return path


def run(cases: Path, activities: Path, *options: str) -> str:
    said = StringIO()
    call_command("import_compact", str(cases), str(activities), *options, stdout=said)
    return said.getvalue()
