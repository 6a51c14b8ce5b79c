"""What a seal says, as text, and whether it hangs together with its entries and the seal before."""

import hashlib
import json
from array import array
from collections.abc import Iterator
from datetime import UTC
from typing import Final

from ots.audit.models import AuditSeal
from ots.audit.secrets import is_signed, sign
from ots.audit.tree import root

BEGINNING: Final = "0" * 64
LEAF_BYTES: Final = 32
_PURPOSE: Final = "seal"


def head_text(seal: AuditSeal) -> str:
    """Return the text that the seal's digest covers."""
    return json.dumps(
        [
            seal.text_format,
            seal.number,
            seal.kind,
            seal.note,
            seal.previous,
            seal.root,
            len(seal.entry_ids),
            _ids_digest(seal.entry_ids),
            seal.last_transaction,
            seal.last_entry,
            seal.floor,
            seal.sealed_at.astimezone(UTC).isoformat(timespec="microseconds"),
        ]
    )


def head_digest(text: str) -> str:
    """Return the digest of a seal's text."""
    return hashlib.sha256(text.encode()).hexdigest()


def close(seal: AuditSeal) -> AuditSeal:
    """Fill in root, digest and signature of a new seal."""
    seal.root = root(leaves_of(seal)).hex()
    seal.digest = head_digest(head_text(seal))
    seal.signature = sign(seal.digest.encode(), purpose=_PURPOSE)
    return seal


def leaves_of(seal: AuditSeal) -> list[bytes]:
    """Return the hash of each entry."""
    joined = bytes(seal.leaves)
    return [joined[at : at + LEAF_BYTES] for at in range(0, len(joined), LEAF_BYTES)]


def has_our_signature(digest: str, signature: str) -> bool:
    """Say whether this system sealed it."""
    return is_signed(digest.encode(), signature, purpose=_PURPOSE)


def faults(seal: AuditSeal, before: AuditSeal | None) -> Iterator[str]:
    """Say what is wrong with a seal by itself and with its link to the one before it."""
    number, digest = (before.number, before.digest) if before else (0, BEGINNING)
    if seal.number != number + 1:
        yield f"follows seal {number}: seals between were removed"
    elif seal.previous != digest:
        yield "does not hang on the seal before it: one of the two was changed"
    leaves = leaves_of(seal)
    if len(leaves) != len(seal.entry_ids) or root(leaves).hex() != seal.root:
        yield "its list of entries was changed"
    if head_digest(head_text(seal)) != seal.digest:
        yield "was changed"
    if not has_our_signature(seal.digest, seal.signature):
        yield "was not signed by this system, or its key is missing in [SEALING_KEYS]"


def _ids_digest(ids: list[int]) -> str:
    packed = array("q", ids)
    return hashlib.sha256(packed.tobytes()).hexdigest()
