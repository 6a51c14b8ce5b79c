"""What is going on right now: the request's id and the event that a service is carrying out."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from types import MappingProxyType
from uuid import uuid4


@dataclass(frozen=True, slots=True)
class Occasion:
    """The event being carried out, so that every row it changes is recorded under its name."""

    event: str
    person_id: int | None = None
    reason: str = ""


_request_id: ContextVar[str | None] = ContextVar("request_id", default=None)
_origin: ContextVar[str] = ContextVar("origin", default="")
_acting: ContextVar[Mapping[str, object]] = ContextVar("acting", default=MappingProxyType({}))
_occasion: ContextVar[Occasion | None] = ContextVar("occasion", default=None)


def current_request_id() -> str | None:
    """Return the id that groups all entries of one request or one command."""
    return _request_id.get()


def current_origin() -> str:
    """Return the page being served, empty outside of a request."""
    return _origin.get()


def current_acting() -> Mapping[str, object]:
    """Return who is served by the request at work; values may be functions that find them."""
    return _acting.get()


def current_occasion() -> Occasion | None:
    """Return the event being carried out, if any."""
    return _occasion.get()


@contextmanager
def request_id(value: str | None = None) -> Iterator[str]:
    """Give everything inside one id; a new random one unless told."""
    chosen = value or uuid4().hex
    token = _request_id.set(chosen)
    try:
        yield chosen
    finally:
        _request_id.reset(token)


@contextmanager
def origin(value: str) -> Iterator[None]:
    """Name the page that everything inside belongs to."""
    token = _origin.set(value)
    try:
        yield
    finally:
        _origin.reset(token)


@contextmanager
def acting(known: Mapping[str, object]) -> Iterator[None]:
    """Say who is served by what runs inside."""
    token = _acting.set(known)
    try:
        yield
    finally:
        _acting.reset(token)


@contextmanager
def occasion(event: str, *, person_id: int | None = None, reason: str = "") -> Iterator[None]:
    """Name the event, and why, under which the rows changed inside are recorded."""
    token = _occasion.set(Occasion(event=event, person_id=person_id, reason=reason))
    try:
        yield
    finally:
        _occasion.reset(token)
