"""Appointments as a calendar file (RFC 5545) that telephones and mail programs read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

LINE_OCTETS: Final = 75
STAMP: Final = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One appointment in a calendar file."""

    uid: str
    starts_at: datetime
    minutes: int
    summary: str
    location: str = ""


def calendar_file(entries: Iterable[CalendarEntry], *, made_at: datetime) -> str:
    """Return the calendar; lines are folded and text is escaped as the standard asks."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//OTS//Appointments//EN"]
    for entry in entries:
        lines += _event(entry, made_at)
    lines.append("END:VCALENDAR")
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(entry: CalendarEntry, made_at: datetime) -> list[str]:
    ends_at = entry.starts_at + timedelta(minutes=entry.minutes)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{_escaped(entry.uid)}",
        f"DTSTAMP:{made_at.astimezone(UTC).strftime(STAMP)}",
        f"DTSTART:{entry.starts_at.astimezone(UTC).strftime(STAMP)}",
        f"DTEND:{ends_at.astimezone(UTC).strftime(STAMP)}",
        f"SUMMARY:{_escaped(entry.summary)}",
    ]
    if entry.location:
        lines.append(f"LOCATION:{_escaped(entry.location)}")
    return [*lines, "END:VEVENT"]


def _escaped(text: str) -> str:
    plain = "".join(each for each in text if each.isprintable() or each == "\n")
    for each in ("\\", ";", ","):
        plain = plain.replace(each, f"\\{each}")
    return plain.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a long line: no piece is longer than 75 octets, and no character is cut in two."""
    pieces, piece, size = [], "", 0
    for character in line:
        width = len(character.encode())
        if size + width > LINE_OCTETS:
            pieces.append(piece)
            # The space that marks the fold counts.
            piece, size = "", 1
        piece += character
        size += width
    return "\r\n ".join([*pieces, piece])
