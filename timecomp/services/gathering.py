"""Facts that come in a rush: ten of one person in a second are one computation.

A clerk's save is answered at once, because the next page shows the dates. A feed has no next page:
its requests wait for the end of a short window, and one task answers all of a person's.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import timedelta

from celery import current_app
from django.core.cache import cache
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import RedisError

TASK = "timecomp.tasks.recompute_person"
WINDOW = timedelta(seconds=0.5)
# Should the task be lost with its broker, a later request of the person opens a window again.
FORGOTTEN = timedelta(seconds=10)

_gathers: ContextVar[bool] = ContextVar("gathers", default=False)
logger = logging.getLogger(__name__)


@contextmanager
def gathered() -> Iterator[None]:
    """Let workers compute whom the block records facts of, each person once, a moment later.

    For feeds and bulk writers. What is recorded outside such a block is computed at once.
    """
    token = _gathers.set(True)
    try:
        yield
    finally:
        _gathers.reset(token)


def is_gathering() -> bool:
    """Say whether facts recorded now come from a feed."""
    return _gathers.get()


def open_window(person_id: int) -> bool:
    """Tell the workers of the person, once a window; False if they know or cannot be told.

    Who cannot be told stands in the table of requests, which the minute's task reads.
    """
    try:
        if not cache.add(_key(person_id), True, timeout=FORGOTTEN.total_seconds()):
            return False
        current_app.send_task(TASK, args=[person_id], countdown=WINDOW.total_seconds())
    except (BrokerError, RedisError):
        logger.exception("Workers could not be told of person %s; the request waits.", person_id)
        return False
    return True


def close_window(person_id: int) -> None:
    """End the person's window: what is recorded from now on opens another.

    To be done before the requests are read, or one recorded in between would be missed.
    """
    with suppress(RedisError):
        cache.delete(_key(person_id))


def _key(person_id: int) -> str:
    return f"timecomp:gathering:{person_id}"
