"""An entry as text, the same wherever and whenever it is read: what seals and proofs hash.

A column added to the trail is added here as a further format; seals keep the format they used.
"""

import hashlib
from typing import Final

FORMAT: Final = 1

# In the order of the text. Everything but ``digest``, which is the hash of this very text.
COLUMNS: Final[tuple[str, ...]] = (
    "id",
    "transaction_id",
    "database_user",
    "timestamp",
    "action",
    "event",
    "outcome",
    "actor_id",
    "actor_email",
    "agency_id",
    "ori",
    "session",
    "second_factor",
    "remote_addr",
    "remote_port",
    "origin",
    "cid",
    "person_id",
    "people",
    "categories",
    "reason",
    "purpose",
    "terms",
    "sealed_terms",
    "content_type_id",
    "object_pk",
    "object_id",
    "object_repr",
    "changes",
    "changes_text",
    "serialized_data",
    "additional_data",
)


def expression(row: str) -> str:
    """Return the SQL that writes the row of that name as one line of JSON, times in UTC."""
    values = (
        f"""{row}."{name}" AT TIME ZONE 'UTC'""" if name == "timestamp" else f'{row}."{name}"'
        for name in COLUMNS
    )
    return f"json_build_array({', '.join(values)})::text"


def leaf(text: bytes) -> bytes:
    """Return the hash of an entry's text."""
    return hashlib.sha256(text).digest()
