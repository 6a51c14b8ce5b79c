"""What the exchange keeps: the ledger of imports, and the compact's messages out and in."""

from ots.exchange.models.compact import CompactIntake, CompactMessage, Reception
from ots.exchange.models.key import CompactKey, digest_of
from ots.exchange.models.ledger import ImportedRow, ImportRun, Outcome, source_text

__all__ = [
    "CompactIntake",
    "CompactKey",
    "CompactMessage",
    "ImportRun",
    "ImportedRow",
    "Outcome",
    "Reception",
    "digest_of",
    "source_text",
]
