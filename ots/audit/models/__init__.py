"""Entries of the trail, their seals and archives, and what left the system."""

from ots.audit.models.archive import AuditArchive
from ots.audit.models.disclosure import Disclosure, Medium
from ots.audit.models.entry import MOST_PEOPLE, AuditEntry, Outcome
from ots.audit.models.seal import AuditSeal, SealKind

__all__ = [
    "MOST_PEOPLE",
    "AuditArchive",
    "AuditEntry",
    "AuditSeal",
    "Disclosure",
    "Medium",
    "Outcome",
    "SealKind",
]
