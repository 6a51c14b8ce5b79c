"""Typed reading of the environment; a missing required value stops the start with its name."""

import os
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[2]


def fill(values: Mapping[str, str]) -> None:
    """Give variables a value where the environment gives none."""
    for name, value in values.items():
        os.environ.setdefault(name, value)


def text(name: str, default: str | None = None) -> str:
    """Return the variable's value; without a default it is required."""
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set the environment variable [{name}].")
    return value


def flag(name: str, *, default: bool) -> bool:
    """Return true for 1, true, yes or on, in any case."""
    return text(name, str(default)).strip().lower() in {"1", "true", "yes", "on"}


def number(name: str, default: int) -> int:
    """Return the variable as a whole number."""
    value = text(name, str(default))
    if not value.strip().lstrip("-").isdigit():
        raise ImproperlyConfigured(f"[{name}] is [{value}]: give a whole number.")
    return int(value)


def path(name: str, default: str) -> Path:
    """Return the variable as a folder or file."""
    return Path(text(name, default))


def words(name: str, default: str = "") -> list[str]:
    """Return the comma-separated parts of the variable, blanks left out."""
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def named(name: str) -> dict[str, str]:
    """Return the parts of ``key=value,key=value``; empty where the variable is not set."""
    found = {}
    for part in words(name):
        key, is_pair, value = part.partition("=")
        if not is_pair or not key.strip() or not value.strip():
            raise ImproperlyConfigured(f"[{name}] holds [{part}]: write KEY=VALUE.")
        found[key.strip()] = value.strip()
    return found


def database(name: str, default: str | None = None) -> dict[str, object]:
    """Turn ``postgresql://user:password@host:port/name?host=/socket`` into Django's setting."""
    parts = urlsplit(text(name, default))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured(f"[{name}] must begin with postgresql://, not [{parts.scheme}].")
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")) or "ots",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", unquote(parts.hostname or "")),
        "PORT": str(parts.port or query.pop("port", "")),
        "OPTIONS": query,
    }
