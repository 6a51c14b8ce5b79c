"""Sealing in a database server that other databases share: their transactions may be waited for."""

import time

from ots.audit.sealing import seal_entries
from ots.audit.verification import unsealed_since

SECONDS = 60


def seal_everything() -> None:
    """Seal until nothing is left."""
    deadline = time.monotonic() + SECONDS
    seal_entries()
    while unsealed_since() is not None and time.monotonic() < deadline:
        time.sleep(0.1)
        seal_entries()
