"""The heads of the chain kept outside of the database, so that it cannot be rewritten whole."""

import json
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from ots.audit.models import AuditSeal

logger = logging.getLogger("ots.audit.anchor")


class AnchorError(Exception):
    """A file of anchors cannot be read; the message says which line."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A seal's number and digest as they were known outside."""

    number: int
    digest: str


def anchor_file() -> Path:
    """Return the file to which each new seal is added."""
    return Path(settings.AUDIT_ANCHOR_FILE)


def keep_anchor(seal: AuditSeal) -> None:
    """Add the seal's head to the file and to the log, which is shipped to another machine."""
    line = json.dumps(
        {
            "number": seal.number,
            "digest": seal.digest,
            "entries": len(seal.entry_ids),
            "last_entry": seal.last_entry,
            "sealed_at": seal.sealed_at.isoformat(),
        }
    )
    logger.info("seal %s", line)
    path = anchor_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as lines:
        lines.write(line + "\n")
        lines.flush()
        os.fsync(lines.fileno())


def set_anchors_aside(number: int) -> None:
    """Keep the anchors of before a recovery under another name: they may name seals now lost."""
    path = anchor_file()
    if path.exists():
        path.rename(path.with_name(f"{path.name}.before-seal-{number}"))


def read_anchors(path: Path) -> Iterator[Anchor]:
    """Yield the anchors of a file; raises ``AnchorError`` naming the line that is none."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _anchor(line, f"{path.name}, line {number}")


def _anchor(line: str, place: str) -> Anchor:
    try:
        told = json.loads(line)
        return Anchor(int(told["number"]), str(told["digest"]))
    except (ValueError, KeyError, TypeError) as error:
        raise AnchorError(
            f"[{place}] is no anchor: give lines as the sealing task writes."
        ) from error
