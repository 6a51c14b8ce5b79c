"""One process of a measure: it begins Django, and all of them start at one moment."""

import logging
import os
from multiprocessing import parent_process
from multiprocessing.synchronize import Barrier
from threading import Thread

import django

_barriers: list[Barrier] = []


def begin_process(barrier: Barrier) -> None:
    """Begin Django in this process, once."""
    Thread(target=_end_with_parent, daemon=True).start()
    django.setup()
    # What is logged a request costs a site's worker nothing that is measured here.
    logging.disable(logging.WARNING)
    _barriers.append(barrier)


def wait_for_the_others() -> None:
    """Return in all processes at one moment."""
    _barriers[0].wait()


def _end_with_parent() -> None:
    """End this process when the one that began it is gone, however it went."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
