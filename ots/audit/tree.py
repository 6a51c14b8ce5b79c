"""A tree of hashes over the entries of a seal: one root, and a short proof for each entry.

Built as RFC 6962 builds it: leaves and nodes are hashed apart, an odd node moves up unchanged.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

_LEAF = b"\x00"
_NODE = b"\x01"


@dataclass(frozen=True, slots=True)
class Step:
    """One neighbour on the way from a leaf to the root, and on which side it stands."""

    side: str
    digest: bytes


def root(leaves: Sequence[bytes]) -> bytes:
    """Return the root over the leaves in their order."""
    level = [hashlib.sha256(_LEAF + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        level = _above(level)
    return level[0] if level else hashlib.sha256().digest()


def proof(leaves: Sequence[bytes], index: int) -> list[Step]:
    """Return the neighbours that lead from the leaf at the index to the root."""
    level = [hashlib.sha256(_LEAF + leaf).digest() for leaf in leaves]
    steps: list[Step] = []
    while len(level) > 1:
        neighbour = index ^ 1
        if neighbour < len(level):
            steps.append(Step("left" if neighbour < index else "right", level[neighbour]))
        level = _above(level)
        index //= 2
    return steps


def root_by(leaf: bytes, steps: Sequence[Step]) -> bytes:
    """Return the root to which the steps lead from the leaf."""
    digest = hashlib.sha256(_LEAF + leaf).digest()
    for step in steps:
        pair = step.digest + digest if step.side == "left" else digest + step.digest
        digest = hashlib.sha256(_NODE + pair).digest()
    return digest


def _above(level: list[bytes]) -> list[bytes]:
    paired = [
        hashlib.sha256(_NODE + level[left] + level[left + 1]).digest()
        for left in range(0, len(level) - 1, 2)
    ]
    return paired + level[-1:] if len(level) % 2 else paired
