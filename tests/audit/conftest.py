"""A trail of some hundred entries under a few seals, as it stands after some minutes of work."""

from pathlib import Path

import pytest

from ots.audit.events import Event
from ots.audit.services import record_view
from tests.sealing import seal_everything

ENTRIES_A_SEAL = 40
SEALS = 5
UNSEALED = 10


def write_entries(count: int, *, first_person: int = 1) -> None:
    """Write that so many people were viewed, each in its own transaction."""
    for person in range(first_person, first_person + count):
        record_view(
            Event.PERSON_VIEWED,
            actor=None,
            person_id=person,
            people=[person, person + 1],
            categories=["identity", "legal"],
            reason=f"Reason {person}",
            details={"view": "test"},
        )


@pytest.fixture
def anchors(tmp_path: Path, settings) -> Path:
    """The file that keeps the heads of the chain outside."""
    settings.AUDIT_ANCHOR_FILE = str(tmp_path / "anchors.jsonl")
    return tmp_path / "anchors.jsonl"


@pytest.fixture
def sealed_trail(transactional_db: None, anchors: Path) -> Path:
    """A sealed trail and some entries of the last minute; gives the anchors."""
    seal_everything()  # what the making of the database left
    for number in range(SEALS):
        write_entries(ENTRIES_A_SEAL, first_person=1 + number * ENTRIES_A_SEAL)
        seal_everything()
    write_entries(UNSEALED, first_person=1000)
    return anchors
