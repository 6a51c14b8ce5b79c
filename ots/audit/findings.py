"""What a check of the trail found."""

from dataclasses import dataclass, field
from enum import Enum


class Fault(Enum):
    """What is wrong at a place."""

    ALTERED = "was altered"
    REMOVED = "was removed"
    INSERTED = "was put in afterwards"
    SEAL = "broken seal"
    ANCHOR = "contradicts an anchor"
    ARCHIVE = "broken archive"
    LATE = "not sealed in time"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong, with its place."""

    fault: Fault
    message: str
    entry: int | None = None
    seal: int | None = None


@dataclass
class Report:
    """What a check went through and found."""

    entries: int = 0
    unsealed: int = 0
    archived: int = 0
    seals: int = 0
    head: str = ""
    findings: list[Finding] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Say whether nothing was found."""
        return not self.findings

    def add(
        self, fault: Fault, message: str, *, entry: int | None = None, seal: int | None = None
    ) -> None:
        """Write one finding down."""
        self.findings.append(Finding(fault, message, entry, seal))
