"""What the exchange does by itself: messages of the compact go out and come in."""

import logging
from collections.abc import Callable

from celery import shared_task

from ots.access.viewer import system_viewer
from ots.audit.context import request_id
from ots.exchange.alone import ImportRunningError, alone
from ots.exchange.compact.delivery import deliver
from ots.exchange.compact.inbox import files_in, put_aside, read_files
from ots.exchange.compact.peers import BY_HAND, Peer, peers

log = logging.getLogger(__name__)


@shared_task(name="ots.exchange.tasks.deliver_compact_messages")
def deliver_compact_messages() -> int:
    """Hand over what waits for the other states; returns how many messages went."""
    with request_id():
        ways = [peer for peer in peers().values() if peer.place != BY_HAND]
        return sum(_by_itself(_deliver, peer) for peer in ways)


@shared_task(name="ots.exchange.tasks.take_compact_messages")
def take_compact_messages() -> int:
    """Take in what other states put into their folders; returns how many files were read."""
    with request_id():
        return sum(_by_itself(_take, peer) for peer in peers().values() if peer.folder)


def _by_itself(do: Callable[[Peer], int], peer: Peer) -> int:
    """Do it unless another worker is at it; the trouble of one state holds up no other."""
    try:
        with alone(f"compact {do.__name__} {peer.code}"):
            return do(peer)
    except ImportRunningError:
        return 0
    except OSError as error:
        log.warning("The place of [%s] is in trouble: %s", peer.code, error.strerror)
        return 0


def _deliver(peer: Peer) -> int:
    done = deliver(system_viewer("Compact messages"), peer)
    if done.trouble:
        log.warning("Messages for [%s] wait: %s", peer.code, done.trouble)
    return done.count


def _take(peer: Peer) -> int:
    if peer.folder is None:
        return 0
    paths = files_in(peer.folder / "in") if (peer.folder / "in").is_dir() else []
    read = read_files(system_viewer("Compact messages"), paths, sender=peer.code)
    for path in paths:
        put_aside(path)
    if read.lines:
        # The reasons may quote the messages: they stand in the record, not in the log.
        log.warning("Of [%s], %s messages were not taken.", peer.code, len(read.lines))
    return len(paths)
