"""Entries of the trail, their seals, and what left the system."""

from ots.audit.models.entry import MOST_PEOPLE, AuditEntry, Outcome

__all__ = ["MOST_PEOPLE", "AuditEntry", "Outcome"]
