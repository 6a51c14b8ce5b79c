"""The passwords and the key that this machine made up for itself."""

import json
import os
import secrets
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True)
class Secrets:
    """What the local servers and Django are locked with."""

    postgres: str
    broker: str
    django: str
    # Of the role under which the site runs, which owns no table.
    application: str


def secrets_of(local: Path) -> Secrets:
    """Return the folder's secrets, made where they are missing, readable by their owner alone."""
    path = local / "secrets.json"
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    names = [each.name for each in fields(Secrets)]
    made = Secrets(**{name: known.get(name) or secrets.token_urlsafe(32) for name in names})
    if asdict(made) != known:
        _write(path, made)
    return made


def _write(path: Path, made: Secrets) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".new")
    half.unlink(missing_ok=True)
    descriptor = os.open(half, os.O_WRONLY | os.O_CREAT, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(asdict(made), file)
    half.rename(path)
