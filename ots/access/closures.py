"""Records that the law closes: what of them the request or task under way may read at all.

A closed row is left out by the manager of its model, so that no page, list, count, search, file
or message can tell that it exists, whoever wrote the query. Whatever runs for a user opens what
his role opens; what keeps the record right (numbering, status, computing) reads the whole of it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from django.db import models

from ots.access.categories import Category
from ots.access.permissions import Permission
from ots.access.viewer import Viewer


class Closure(models.TextChoices):
    """Why a case or a count is closed to those whose role does not open it."""

    OPEN = "", "Open"
    YOUTHFUL = "youthful", "Youthful trainee (HYTA)"
    JUVENILE = "juvenile", "Juvenile"
    SEALED = "sealed", "Sealed by order of a court"


_PUBLIC: Final = frozenset({Closure.OPEN.value})
# What runs for nobody in particular works as though sealed records had never been.
_UNSEALED: Final = _PUBLIC | {Closure.YOUTHFUL.value, Closure.JUVENILE.value}

_opened: ContextVar[frozenset[str]] = ContextVar("closures_opened", default=_UNSEALED)


def opened_closures() -> frozenset[str]:
    """Return the closures whose records may be read here and now."""
    return _opened.get()


def closures_open_to(viewer: Viewer) -> frozenset[str]:
    """Return the closures that the viewer's role opens."""
    opened = set(_PUBLIC)
    if viewer.may_category(Category.YOUTHFUL):
        opened.add(Closure.YOUTHFUL.value)
    if viewer.may_category(Category.JUVENILE):
        opened.add(Closure.JUVENILE.value)
    if viewer.may(Permission.RECORD_SEALED):
        opened.add(Closure.SEALED.value)
    return frozenset(opened)


@contextmanager
def reading_as(viewer: Viewer) -> Iterator[None]:
    """Read closed records as the viewer's role opens them."""
    with _reading(closures_open_to(viewer)):
        yield


@contextmanager
def reading_open_records() -> Iterator[None]:
    """Read nothing that is closed: where a request begins, before it is known who asks."""
    with _reading(_PUBLIC):
        yield


@contextmanager
def reading_for_the_record() -> Iterator[None]:
    """Read all but what is sealed: what the record says of a person's status and dates."""
    with _reading(_UNSEALED):
        yield


@contextmanager
def reading_everything() -> Iterator[None]:
    """Read sealed records too: for numbering and for carrying out orders, never for showing."""
    with _reading(frozenset(Closure.values)):
        yield


@contextmanager
def _reading(closures: frozenset[str]) -> Iterator[None]:
    token = _opened.set(closures)
    try:
        yield
    finally:
        _opened.reset(token)
