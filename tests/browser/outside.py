"""Changing the record for the running site to see: outside of the test's own transaction."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connection

Made = TypeVar("Made")


def outside(change: Callable[[], Made]) -> Made:
    """Carry the change out over a connection of its own, and return what it made."""

    def carried_out() -> Made:
        try:
            return change()
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(carried_out).result()
