"""Free ports, and whether something answers at one."""

import socket
from contextlib import closing

LOOPBACK = "127.0.0.1"
PORTS_TRIED = 50
LARGEST = 65_536


def free_port() -> int:
    """Return a port of this machine that nothing listens on."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def is_free(port: int, host: str = LOOPBACK) -> bool:
    """Return true when a server could listen at the port now."""
    with closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
        return True


def next_free_port(wanted: int, host: str = LOOPBACK) -> int:
    """Return the wanted port, or the first free one after it; 0 when there is none near."""
    last = min(wanted + PORTS_TRIED, LARGEST)
    return next((port for port in range(wanted, last) if is_free(port, host)), 0)


def answers(host: str, port: int, *, seconds: float = 2.0) -> bool:
    """Return true when a server accepts a connection at the address."""
    try:
        with closing(socket.create_connection((host, port), timeout=seconds)):
            return True
    except OSError:
        return False
