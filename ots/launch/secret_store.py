"""The passwords and the key that this machine made up for itself."""

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Secrets:
    """What the local servers and Django are locked with."""

    postgres: str
    broker: str
    django: str


def secrets_of(local: Path) -> Secrets:
    """Return the folder's secrets, made on the first call and readable by their owner alone."""
    path = local / "secrets.json"
    if path.exists():
        return Secrets(**json.loads(path.read_text()))
    local.mkdir(parents=True, exist_ok=True)
    made = Secrets(*(secrets.token_urlsafe(32) for _ in range(3)))
    half = path.with_suffix(".new")
    half.unlink(missing_ok=True)
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(asdict(made), file)
    half.rename(path)
    return made
